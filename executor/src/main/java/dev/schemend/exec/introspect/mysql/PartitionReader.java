package dev.schemend.exec.introspect.mysql;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.PartitionAction;
import dev.schemend.ddl.TableAction;
import dev.schemend.exec.introspect.CatalogQuery;
import dev.schemend.model.MySqlPartitioning;
import dev.schemend.name.ObjectName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads how tables are partitioned. The catalog has the pieces of the clause that {@code SHOW
 * CREATE TABLE} prints; put together they are read as the clause itself.
 */
record PartitionReader(Catalog catalog) {

  private static final String CLAUSE = "PARTITION BY ";
  private static final String SYSTEM_TIME = "SYSTEM_TIME";

  private record Row(
      ObjectName table,
      String database,
      String name,
      String method,
      Optional<String> expression,
      String partition,
      Optional<String> values,
      Optional<String> submethod,
      Optional<String> subexpression,
      Optional<String> subpartition,
      String comment) {}

  /** The partitions of each partitioned table. */
  Map<ObjectName, MySqlPartitioning> read() {
    Map<ObjectName, List<Row>> byTable =
        catalog.rows(CatalogQueries.PARTITIONS, this::row).stream()
            .collect(Collectors.groupingBy(Row::table, TreeMap::new, Collectors.toList()));
    Map<ObjectName, MySqlPartitioning> read = new TreeMap<>();
    byTable.forEach(
        (table, rows) ->
            partitioning(table, clause(rows)).ifPresent(found -> read.put(table, found)));
    return read;
  }

  private Row row(ResultSet row) throws SQLException {
    return new Row(
        catalog.names().object(row.getString(1), row.getString(2)),
        row.getString(1),
        row.getString(2),
        row.getString(3),
        Optional.ofNullable(row.getString(4)),
        row.getString(5),
        Optional.ofNullable(row.getString(6)),
        Optional.ofNullable(row.getString(7)),
        Optional.ofNullable(row.getString(8)),
        Optional.ofNullable(row.getString(9)),
        Objects.requireNonNullElse(row.getString(10), ""));
  }

  private String clause(List<Row> rows) {
    Row first = rows.getFirst();
    if (isCutShort(rows)) {
      return shown(first);
    }
    String scheme = first.method() + " (" + first.expression().orElse("") + ")";
    String subscheme =
        first
            .submethod()
            .map(
                method ->
                    " SUBPARTITION BY " + method + " (" + first.subexpression().orElse("") + ")")
            .orElse("");
    Map<String, List<Row>> byPartition =
        rows.stream()
            .collect(
                Collectors.groupingBy(Row::partition, LinkedHashMap::new, Collectors.toList()));
    return CLAUSE
        + scheme
        + subscheme
        + byPartition.values().stream()
            .map(PartitionReader::partition)
            .collect(Collectors.joining(", ", " (", ")"));
  }

  private static String partition(List<Row> rows) {
    Row first = rows.getFirst();
    String opening = "PARTITION " + quoted(first.partition()) + values(first);
    return first.subpartition().isEmpty()
        ? opening + comment(first)
        : opening
            + rows.stream()
                .map(row -> "SUBPARTITION " + quoted(row.subpartition().get()) + comment(row))
                .collect(Collectors.joining(", ", " (", ")"));
  }

  private static String comment(Row row) {
    return row.comment().isEmpty() ? "" : " COMMENT = " + literal(row.comment());
  }

  private static String values(Row row) {
    String method = row.method();
    String values = row.values().orElse("");
    if (row.values().isEmpty()) {
      return "";
    }
    return (method.startsWith("RANGE") ? " VALUES LESS THAN (" : " VALUES IN (") + values + ")";
  }

  // How long history is kept, and that a list is DEFAULT and not (0), is in no catalog.
  private static boolean isCutShort(List<Row> rows) {
    return rows.stream()
        .anyMatch(
            row ->
                row.method().equals(SYSTEM_TIME)
                    || (row.method().startsWith("LIST") && row.values().equals(Optional.of("0"))));
  }

  private String shown(Row row) {
    CatalogQuery show =
        new CatalogQuery(
            "SHOW CREATE TABLE",
            "SHOW CREATE TABLE " + quoted(row.database()) + "." + quoted(row.name()));
    Collection<String> texts = catalog.session().rows(show, List.of(), one -> one.getString(2));
    String text = texts.stream().findFirst().orElse("");
    return text.substring(Math.max(text.lastIndexOf(CLAUSE), 0)).replaceFirst("\\*/$", "");
  }

  private static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  private static String literal(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
  }

  private Optional<MySqlPartitioning> partitioning(ObjectName table, String clause) {
    List<MySqlPartitioning> found = new ArrayList<>();
    for (DdlStatement statement :
        catalog.texts().definition("ALTER TABLE `t` " + clause, "partitions of " + table)) {
      if (statement instanceof DdlStatement.AlterTable alter
          && alter.actions().getFirst() instanceof TableAction.OfMySql.AlterPartitions action
          && action.action() instanceof PartitionAction.PartitionBy by) {
        found.add(by.partitioning());
      }
    }
    return found.stream().findFirst();
  }
}
