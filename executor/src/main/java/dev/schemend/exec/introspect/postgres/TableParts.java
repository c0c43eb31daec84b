package dev.schemend.exec.introspect.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.IndexAction;
import dev.schemend.ddl.TableAction;
import dev.schemend.exec.introspect.CatalogSession;
import dev.schemend.exec.introspect.CatalogTexts;
import dev.schemend.exec.introspect.Findings;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Constraint;
import dev.schemend.model.IndexStorage;
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

  /**
   * The constraints.
   *
   * @param own those that need no other table
   * @param partial keys of partitioned tables that not every partition has
   * @param foreignKeys those that may need a key or a unique index of another one
   */
  record Constraints(
      List<DdlStatement> own, List<DdlStatement> partial, List<DdlStatement> foreignKeys) {}

  /**
   * The indexes.
   *
   * @param whole those that need nothing but their table
   * @param partial those of partitioned tables that not every partition has, and what attaches the
   *     ones of the others
   */
  record Indexes(List<DdlStatement> whole, List<DdlStatement> partial) {}

  private record Row(
      ObjectName table,
      String name,
      String type,
      boolean validated,
      String text,
      String alter,
      boolean partial,
      IndexStorage storage) {

    private static Row of(ResultSet row, CatalogNames names) throws SQLException {
      return new Row(
          names.object(row, 1),
          row.getString(3),
          row.getString(4),
          row.getBoolean(5),
          row.getString(6),
          row.getString(7),
          row.getBoolean(8),
          new IndexStorage(
              TableReader.storageParameters(row.getArray(9), ""),
              Optional.ofNullable(row.getString(10)).map(names::member)));
    }

    private String place() {
      return table + "." + name;
    }
  }

  Constraints constraints() {
    List<DdlStatement> own = new ArrayList<>();
    List<DdlStatement> partial = new ArrayList<>();
    List<DdlStatement> foreignKeys = new ArrayList<>();
    for (Row row :
        catalogs.rows(CatalogQueries.CONSTRAINTS, parameters, row -> Row.of(row, names))) {
      List<DdlStatement> statements =
          texts.definition(row.alter() + row.text(), row.place()).stream()
              .map(statement -> stored(statement, row.storage()))
              .toList();
      (row.type().equals(FOREIGN_KEY) ? foreignKeys : row.partial() ? partial : own)
          .addAll(
              statements.isEmpty() && row.type().equals(CHECK)
                  ? List.of(unreadCheck(row))
                  : statements);
    }
    return new Constraints(own, partial, foreignKeys);
  }

  // What pg_get_constraintdef leaves out; of a partitioned index no later statement could set it.
  private static DdlStatement stored(DdlStatement statement, IndexStorage storage) {
    return statement instanceof DdlStatement.AlterTable alter
            && alter.actions().getFirst() instanceof TableAction.AddConstraint add
        ? new DdlStatement.AlterTable(
            alter.name(),
            alter.ifExists(),
            List.of(
                new TableAction.AddConstraint(
                    add.constraint().withStorage(storage), add.ifNotExists())),
            alter.only())
        : statement;
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

  private record IndexRow(boolean partial, List<DdlStatement> statements) {}

  Indexes indexes() {
    List<DdlStatement> whole = new ArrayList<>();
    List<DdlStatement> partial = new ArrayList<>();
    for (IndexRow row : catalogs.rows(CatalogQueries.INDEXES, parameters, this::index)) {
      (row.partial() ? partial : whole).addAll(row.statements());
    }
    catalogs
        .rows(
            CatalogQueries.PARTIAL_INDEXES,
            parameters,
            row -> texts.definition(row.getString(3), "indexes of " + names.object(row, 1)))
        .forEach(partial::addAll);
    return new Indexes(whole, partial);
  }

  private IndexRow index(ResultSet row) throws SQLException {
    ObjectName table = names.object(row, 1);
    String name = row.getString(3);
    boolean valid = row.getBoolean(4);
    boolean partitioned = row.getBoolean(5);
    if (!valid && !partitioned) {
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
    List<DdlStatement> statements =
        new ArrayList<>(texts.definition(row.getString(6), table + "." + name));
    statements.addAll(settings(row, table.sibling(names.member(name))));
    return new IndexRow(!valid && partitioned, statements);
  }

  /** How indexes, and keys, call columns that are called otherwise now. */
  List<DdlStatement> indexColumns() {
    return catalogs
        .rows(
            CatalogQueries.INDEX_COLUMNS,
            parameters,
            row ->
                renamed(
                    names.object(row, 1),
                    List.of((String[]) row.getArray(3).getArray()),
                    new ArrayList<>(List.of((String[]) row.getArray(4).getArray()))))
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  // Each when its name is free; of columns that an index holds twice, the second is numbered.
  private List<DdlStatement> renamed(ObjectName index, List<String> own, List<String> now) {
    List<DdlStatement> statements = new ArrayList<>();
    for (int i = 0; i < now.size(); i++) {
      if (now.subList(0, i).contains(now.get(i))) {
        now.set(i, own.get(i));
      }
    }
    boolean moved = true;
    while (moved) {
      moved = false;
      for (int i = 0; i < now.size(); i++) {
        if (!now.get(i).equals(own.get(i)) && !now.contains(own.get(i))) {
          statements.add(
              new DdlStatement.AlterTable(
                  index,
                  false,
                  List.of(
                      new TableAction.RenameColumn(
                          names.member(now.get(i)), names.member(own.get(i))))));
          now.set(i, own.get(i));
          moved = true;
        }
      }
    }
    return statements;
  }

  // What pg_get_indexdef leaves out.
  private List<DdlStatement> settings(ResultSet row, ObjectName index) throws SQLException {
    List<DdlStatement> statements = new ArrayList<>();
    if (row.getString(7) != null) {
      statements.add(
          new DdlStatement.AlterIndex(
              index,
              false,
              new IndexAction.SetTablespace(Optional.of(names.member(row.getString(7))))));
    }
    if (row.getArray(8) != null) {
      Integer[] targets = (Integer[]) row.getArray(8).getArray();
      for (int i = 0; i < targets.length; i += 2) {
        statements.add(
            new DdlStatement.AlterIndex(
                index,
                false,
                new IndexAction.SetStatistics(targets[i], Optional.of(targets[i + 1]))));
      }
    }
    return statements;
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
