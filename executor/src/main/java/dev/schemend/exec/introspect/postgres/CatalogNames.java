package dev.schemend.exec.introspect.postgres;

import dev.schemend.name.Identifier;
import dev.schemend.name.IdentifierRules;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Names as the catalogs hold them: exact, as if written in quotes. */
record CatalogNames(IdentifierRules rules) {

  /** The name in two columns of {@code row}: schema, name. */
  ObjectName object(ResultSet row, int first) throws SQLException {
    return new ObjectName(schema(row.getString(first)), object(row.getString(first + 1)));
  }

  /** A schema, or none for the empty name. */
  Identifier schema(String name) {
    return name.isEmpty() ? Identifier.NONE : object(name);
  }

  /** A column, constraint or other member, or none for the empty name. */
  Identifier member(String name) {
    return name.isEmpty() ? Identifier.NONE : rules.member(name, true);
  }

  /** The reference in four columns of {@code row}: kind, schema, name, member. */
  ObjectRef ref(ResultSet row, int first) throws SQLException {
    return new ObjectRef(
        ObjectKind.valueOf(row.getString(first)),
        object(row, first + 1),
        member(row.getString(first + 3)));
  }

  private Identifier object(String name) {
    return rules.object(name, true);
  }
}
