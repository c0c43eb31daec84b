package dev.schemend.exec.introspect.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.TableAction;
import dev.schemend.exec.introspect.CatalogSession;
import dev.schemend.exec.introspect.CatalogTexts;
import dev.schemend.exec.introspect.Findings;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Constraint;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what stands beside the columns of a table. */
record TableParts(
    CatalogSession catalogs,
    List<?> parameters,
    CatalogNames names,
    CatalogTexts texts,
    Findings findings) {

  private static final String CHECK = "c";
  private static final String FOREIGN_KEY = "f";
  private static final String NOT_NULL = "n";

  /**
   * The constraints.
   *
   * @param own those that need no other table
   * @param foreignKeys those that may need a key or a unique index of another one
   */
  record Constraints(List<DdlStatement> own, List<DdlStatement> foreignKeys) {}

  private record Row(
      ObjectName table, String name, String type, boolean validated, String text, String alter) {

    private static Row of(ResultSet row, CatalogNames names) throws SQLException {
      return new Row(
          names.object(row, 1),
          row.getString(3),
          row.getString(4),
          row.getBoolean(5),
          row.getString(6),
          row.getString(7));
    }

    private String place() {
      return table + "." + name;
    }
  }

  Constraints constraints() {
    List<DdlStatement> own = new ArrayList<>();
    List<DdlStatement> foreignKeys = new ArrayList<>();
    for (Row row :
        catalogs.rows(CatalogQueries.CONSTRAINTS, parameters, row -> Row.of(row, names))) {
      if (row.type().equals(NOT_NULL)) {
        notNull(row);
      } else {
        List<DdlStatement> statements = texts.definition(row.alter() + row.text(), row.place());
        (row.type().equals(FOREIGN_KEY) ? foreignKeys : own)
            .addAll(
                statements.isEmpty() && row.type().equals(CHECK)
                    ? List.of(unreadCheck(row))
                    : statements);
      }
    }
    return new Constraints(own, foreignKeys);
  }

  // PostgreSQL 18 keeps NOT NULL as constraints with names; the columns tell all but that the rows
  // were never looked at.
  private void notNull(Row row) {
    if (!row.validated()) {
      findings.notModelled(
          "NOT NULL constraint " + row.place() + " was never checked for the rows before it",
          "ALTER TABLE … VALIDATE CONSTRAINT checks them");
    }
  }

  private DdlStatement unreadCheck(Row row) {
    return new DdlStatement.AlterTable(
        row.table(),
        false,
        List.of(
            new TableAction.AddConstraint(
                new Constraint.Check(
                    names.member(row.name()),
                    new SqlExpr.Opaque(List.of(row.text())),
                    true,
                    row.validated(),
                    false),
                false)));
  }

  List<DdlStatement> indexes() {
    return catalogs
        .rows(
            CatalogQueries.INDEXES,
            parameters,
            row -> {
              ObjectName table = names.object(row, 1);
              String name = row.getString(3);
              if (!row.getBoolean(4)) {
                findings.invalid(ObjectRef.index(table, names.member(name)));
                findings.warning(
                    "invalid-index",
                    "index "
                        + name
                        + " on "
                        + table
                        + " is invalid: a CREATE INDEX CONCURRENTLY"
                        + " did not end well",
                    "it serves no query; REINDEX INDEX CONCURRENTLY repairs it");
              }
              return texts.definition(row.getString(5), table + "." + name);
            })
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  List<DdlStatement.CommentOn> comments() {
    return catalogs.rows(
        CatalogQueries.COMMENTS,
        parameters,
        row -> {
          ObjectName table = names.object(row, 1);
          Optional<Identifier> column = Optional.ofNullable(row.getString(3)).map(names::member);
          return new DdlStatement.CommentOn(
              column
                  .map(name -> ObjectRef.column(table, name))
                  .orElseGet(() -> ObjectRef.table(table)),
              Optional.of(row.getString(4)));
        });
  }
}
