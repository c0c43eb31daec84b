package dev.schemend.planning.postgres;

import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.type.SqlType;

/**
 * Defaults as statements write them: an array of literals bears its type, for the server takes it
 * for {@code text[]} where nothing says it (manual, 4.2.12) and refuses it then (42804).
 */
final class WrittenDefaults {

  private WrittenDefaults() {}

  static SqlExpr of(SqlType type, SqlExpr value) {
    return type instanceof SqlType.ArrayOf && value instanceof SqlExpr.ArrayLiteral
        ? new SqlExpr.Cast(value, type)
        : value;
  }

  static Column of(Column column) {
    return column.withDefault(column.defaultValue().map(value -> of(column.type(), value)));
  }
}
