package dev.schemend.exec.introspect.mysql;

import dev.schemend.model.Constraint;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads check constraints. */
record CheckReader(Catalog catalog) {

  private static final String COLUMN_LEVEL = "Column";

  /**
   * A check.
   *
   * @param ofColumn whether it stands behind the column of its name (MariaDB keeps such checks
   *     apart, and names them so)
   */
  record Check(ObjectName table, Constraint.Check constraint, boolean ofColumn) {

    boolean isBehind(Identifier column) {
      return ofColumn && constraint.name().equals(column);
    }
  }

  Map<ObjectName, List<Check>> read() {
    return catalog.facts().checks().stream()
        .flatMap(query -> catalog.rows(query, this::check).stream())
        .collect(Collectors.groupingBy(Check::table));
  }

  private Check check(ResultSet row) throws SQLException {
    ObjectName table = catalog.names().object(row.getString(1), row.getString(2));
    String name = row.getString(3);
    String clause = catalog.facts().stored().apply(row.getString(5));
    return new Check(
        table,
        new Constraint.Check(
            catalog.names().member(name),
            catalog.texts().expression(clause, table + "." + name),
            row.getString(6).equals("YES"),
            true,
            false),
        row.getString(4).equals(COLUMN_LEVEL));
  }
}
