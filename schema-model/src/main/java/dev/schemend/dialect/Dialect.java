package dev.schemend.dialect;

import dev.schemend.expr.ExpressionRules;
import dev.schemend.name.IdentifierRules;
import dev.schemend.type.TypeSystem;

/** A dialect's facts for one server profile. */
public interface Dialect {

  /** The server it speaks for. */
  ServerProfile profile();

  /** How it folds and bounds names. */
  IdentifierRules identifiers();

  /** How it spells and compares types. */
  TypeSystem types();

  /** How its server stores expressions. */
  ExpressionRules expressions();
}
