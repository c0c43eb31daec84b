package dev.schemend.dialect.mysql;

import dev.schemend.model.Schema;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;

/**
 * Temporary tables: while their session lasts they stand in a database of their own, beside the one
 * they belong to, whose name no text can write.
 */
final class MySqlTemporary {

  private static final String MARK = "\0temporary ";

  private MySqlTemporary() {}

  /** Where a temporary table of that name stands. */
  static ObjectName name(ObjectName lasting) {
    Identifier database = lasting.schema();
    return new ObjectName(
        new Identifier(MARK + database.text(), MARK + database.key()), lasting.name());
  }

  /** Whether that is a temporary table's name. */
  static boolean is(ObjectName name) {
    return name.schema().key().startsWith(MARK);
  }

  /** {@code schema} after the session that made its temporary tables. */
  static Schema without(Schema schema) {
    Schema rest = schema;
    for (ObjectRef ref : schema.objects().keys().filter(ref -> is(ref.name())).toList()) {
      rest = rest.without(ref);
    }
    return rest;
  }
}
