package dev.schemend.dialect.postgres.catalog;

import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.query.Value;

/** The identities of catalog rows. */
final class Oids {

  static final String CLASS = "pg_class";
  static final String NAMESPACE = "pg_namespace";
  static final String TYPE = "pg_type";
  static final String ROUTINE = "pg_proc";
  static final String CONSTRAINT = "pg_constraint";

  private Oids() {}

  static Value relation(ObjectName name) {
    return new Value.Reference(CLASS, QuotedNames.qualified(name));
  }

  static Value namespace(Identifier name) {
    return new Value.Reference(NAMESPACE, QuotedNames.ident(name.text()));
  }

  static Value type(ObjectName name) {
    return new Value.Reference(TYPE, QuotedNames.qualified(name));
  }

  static Value routine(ObjectRef routine) {
    return new Value.Reference(ROUTINE, key(routine));
  }

  /** A routine's name with the types that tell it from others. */
  static String key(ObjectRef routine) {
    return QuotedNames.qualified(routine.name())
        + (routine.member().isNone() ? "" : routine.member().text());
  }

  static Value constraint(ObjectName table, Identifier name) {
    return new Value.Reference(CONSTRAINT, QuotedNames.member(table, name));
  }
}
