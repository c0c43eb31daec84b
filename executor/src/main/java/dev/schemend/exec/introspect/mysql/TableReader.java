package dev.schemend.exec.introspect.mysql;

import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.MySqlTableOptions;
import dev.schemend.model.PostgresTableOptions;
import dev.schemend.model.TableOptions;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads tables with all but their foreign keys. */
record TableReader(Catalog catalog, Set<Identifier> ignored) {

  private static final String BASE_TABLE = "BASE TABLE";
  private static final String SYSTEM_VERSIONED = "SYSTEM VERSIONED";
  private static final String PARTITIONED = "partitioned";

  private record Header(ObjectName name, TableOptions options) {}

  List<DdlStatement.CreateTable> read() {
    Map<ObjectName, List<Column>> columns = new ColumnReader(catalog).read();
    Map<ObjectName, IndexReader.Keys> keys = new IndexReader(catalog).read();
    Map<ObjectName, List<CheckReader.Check>> checks = new CheckReader(catalog).read();
    return catalog.rows(CatalogQueries.TABLES, this::header).stream()
        .flatMap(Optional::stream)
        .map(
            header ->
                table(
                    header,
                    columns.getOrDefault(header.name(), List.of()),
                    keys.getOrDefault(header.name(), IndexReader.Keys.NONE),
                    checks.getOrDefault(header.name(), List.of())))
        .toList();
  }

  private static DdlStatement.CreateTable table(
      Header header, List<Column> columns, IndexReader.Keys keys, List<CheckReader.Check> checks) {
    List<Constraint> constraints = new ArrayList<>();
    keys.primaryKey().ifPresent(constraints::add);
    checks.stream()
        .filter(check -> !check.ofColumn())
        .map(CheckReader.Check::constraint)
        .forEach(constraints::add);
    return new DdlStatement.CreateTable(
        header.name(),
        columns.stream().map(column -> definition(column, checks)).toList(),
        constraints,
        keys.indexes(),
        header.options(),
        false);
  }

  private static ColumnDefinition definition(Column column, List<CheckReader.Check> checks) {
    return new ColumnDefinition(
        column,
        column.nullable(),
        checks.stream()
            .filter(check -> check.isBehind(column.name()))
            .<Constraint>map(CheckReader.Check::constraint)
            .toList(),
        List.of());
  }

  private Optional<Header> header(ResultSet row) throws SQLException {
    ObjectName name = catalog.names().object(row.getString(1), row.getString(2));
    String type = row.getString(3);
    boolean versioned = type.equals(SYSTEM_VERSIONED);
    if (ignored.contains(name.name()) || !(type.equals(BASE_TABLE) || versioned)) {
      return Optional.empty();
    }
    if (versioned) {
      catalog
          .findings()
          .notModelled("table " + name + " is system-versioned", "it is compared as a plain table");
    }
    Optional<String> collation = Optional.ofNullable(row.getString(5));
    return Optional.of(
        new Header(
            name,
            new TableOptions(
                Optional.ofNullable(row.getString(7)).filter(comment -> !comment.isEmpty()),
                PostgresTableOptions.NONE,
                new MySqlTableOptions(
                    Optional.ofNullable(row.getString(4)),
                    collation.map(TableReader::characterSet),
                    collation,
                    options(Objects.requireNonNullElse(row.getString(6), ""), name)))));
  }

  /** A collation's name starts with that of its character set (MySQL manual, 12.3.1). */
  private static String characterSet(String collation) {
    int end = collation.indexOf('_');
    return end < 0 ? collation : collation.substring(0, end);
  }

  /** {@code CREATE_OPTIONS}: what was written, as {@code name=value} with blanks between. */
  private SortedMap<String, String> options(String text, ObjectName table) {
    SortedMap<String, String> options = new TreeMap<>();
    for (String word : text.strip().split("\\s+", -1)) {
      int sign = word.indexOf('=');
      if (sign > 0) {
        options.put(
            word.substring(0, sign).replace("`", "").toUpperCase(Locale.ROOT),
            word.substring(sign + 1).replace("\"", "").replace("'", ""));
      } else if (word.equals(PARTITIONED)) {
        catalog
            .findings()
            .notModelled("table " + table + " is partitioned", "its partitioning is not compared");
      }
    }
    return options;
  }
}
