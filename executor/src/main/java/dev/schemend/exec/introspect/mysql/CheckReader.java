package dev.schemend.exec.introspect.mysql;

import dev.schemend.expr.Expressions;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads check constraints. */
record CheckReader(Catalog catalog) {

  private static final String COLUMN_LEVEL = "Column";

  /**
   * A check.
   *
   * @param ofColumn whether it stands behind a column (MariaDB keeps such checks apart)
   */
  record Check(ObjectName table, Constraint.Check constraint, boolean ofColumn) {

    /**
     * The column it stands behind. MariaDB names the check after it, but keeps the old name when
     * the column is renamed; the expression follows.
     */
    Optional<Identifier> column(List<Column> columns) {
      if (!ofColumn) {
        return Optional.empty();
      }
      Set<Identifier> named = new LinkedHashSet<>();
      Expressions.visit(
          constraint.expression(),
          node -> {
            if (node instanceof SqlExpr.ColumnRef reference) {
              named.add(reference.column());
            }
          });
      Optional<Identifier> byName =
          Optional.of(constraint.name())
              .filter(name -> columns.stream().anyMatch(column -> column.name().equals(name)));
      return byName
          .filter(named::contains)
          .or(() -> named.size() == 1 ? named.stream().findFirst() : byName);
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
