package dev.schemend.parser.code;

import dev.schemend.name.Identifier;
import dev.schemend.name.IdentifierRules;
import dev.schemend.name.ObjectName;
import java.util.Optional;

/**
 * What the reading of lexemes and expressions depends on.
 *
 * @param identifiers how names are folded
 * @param mysql whether strings have double quotes, names back-ticks and escapes backslashes, and
 *     operators MySQL's binding strength; otherwise all of that is PostgreSQL's
 */
public record CodeDialect(IdentifierRules identifiers, boolean mysql) {

  /** The name that a lexeme stands for. */
  public Identifier name(Lexeme lexeme) {
    return identifiers.member(lexeme.text(), lexeme.kind() == Lexeme.Kind.NAME);
  }

  /** The name of an object, or of its schema. */
  public Identifier object(Lexeme lexeme) {
    return identifiers.object(lexeme.text(), lexeme.kind() == Lexeme.Kind.NAME);
  }

  /** An object's name from its last part and the one before. */
  public ObjectName object(Optional<Lexeme> schema, Lexeme name) {
    return new ObjectName(schema.map(this::object).orElse(Identifier.NONE), object(name));
  }
}
