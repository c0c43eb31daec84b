package dev.schemend.exec.introspect.mysql;

import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.MySqlPartitioning;
import dev.schemend.model.MySqlTableOptions;
import dev.schemend.model.MySqlVersioning;
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
import java.util.stream.Collectors;

/** Reads tables with all but their foreign keys. */
record TableReader(Catalog catalog, Set<Identifier> ignored) {

  private static final String BASE_TABLE = "BASE TABLE";
  private static final String SYSTEM_VERSIONED = "SYSTEM VERSIONED";

  /** What is known of a table before its parts are. */
  private record Header(ObjectName name, TableOptions options, boolean versioned) {}

  private record Period(ObjectName table, Identifier name, Identifier start, Identifier end) {}

  List<DdlStatement.CreateTable> read() {
    Map<ObjectName, List<Column>> columns = new ColumnReader(catalog).read();
    Map<ObjectName, IndexReader.Keys> keys = new IndexReader(catalog).read();
    Map<ObjectName, List<CheckReader.Check>> checks = new CheckReader(catalog).read();
    Map<ObjectName, MySqlPartitioning> partitions = new PartitionReader(catalog).read();
    Map<ObjectName, List<Period>> periods =
        catalog.facts().periods().stream()
            .flatMap(query -> catalog.rows(query, this::period).stream())
            .collect(Collectors.groupingBy(Period::table));
    return catalog.rows(CatalogQueries.TABLES, this::header).stream()
        .flatMap(Optional::stream)
        .map(
            header -> {
              ObjectName name = header.name();
              return table(
                  with(
                      header,
                      Optional.ofNullable(partitions.get(name)),
                      periods.getOrDefault(name, List.of())),
                  columns.getOrDefault(name, List.of()),
                  keys.getOrDefault(name, IndexReader.Keys.NONE),
                  written(
                      checks.getOrDefault(name, List.of()), periods.getOrDefault(name, List.of())));
            })
        .toList();
  }

  // A period brings a check of its name along, that it begins before it ends.
  private static List<CheckReader.Check> written(
      List<CheckReader.Check> checks, List<Period> periods) {
    return checks.stream()
        .filter(
            check ->
                periods.stream()
                    .noneMatch(period -> period.name().equals(check.constraint().name())))
        .toList();
  }

  private Period period(ResultSet row) throws SQLException {
    return new Period(
        catalog.names().object(row.getString(1), row.getString(2)),
        catalog.names().member(row.getString(3)),
        catalog.names().member(row.getString(4)),
        catalog.names().member(row.getString(5)));
  }

  private static Header with(
      Header header, Optional<MySqlPartitioning> partitions, List<Period> periods) {
    SortedMap<Identifier, List<Identifier>> byName = new TreeMap<>();
    periods.forEach(period -> byName.put(period.name(), List.of(period.start(), period.end())));
    MySqlTableOptions options =
        header
            .options()
            .mysql()
            .withPartitioning(partitions)
            .withVersioning(new MySqlVersioning(header.versioned(), byName));
    return new Header(header.name(), header.options().withMySql(options), header.versioned());
  }

  private static DdlStatement.CreateTable table(
      Header header, List<Column> columns, IndexReader.Keys keys, List<CheckReader.Check> checks) {
    List<Constraint> constraints = new ArrayList<>();
    keys.primaryKey().ifPresent(constraints::add);
    checks.stream()
        .filter(check -> check.column(columns).isEmpty())
        .map(CheckReader.Check::constraint)
        .forEach(constraints::add);
    return new DdlStatement.CreateTable(
        header.name(),
        columns.stream().map(column -> definition(column, columns, checks)).toList(),
        constraints,
        keys.indexes(),
        header.options(),
        false);
  }

  private static ColumnDefinition definition(
      Column column, List<Column> columns, List<CheckReader.Check> checks) {
    Optional<SqlExpr> behind =
        checks.stream()
            .filter(check -> check.column(columns).equals(Optional.of(column.name())))
            .findFirst()
            .map(check -> check.constraint().expression());
    return new ColumnDefinition(
        column.withMySql(column.mysql().withCheck(behind)),
        column.nullable(),
        List.of(),
        List.of());
  }

  private Optional<Header> header(ResultSet row) throws SQLException {
    ObjectName name = catalog.names().object(row.getString(1), row.getString(2));
    String type = row.getString(3);
    boolean versioned = type.equals(SYSTEM_VERSIONED);
    if (ignored.contains(name.name()) || !(type.equals(BASE_TABLE) || versioned)) {
      return Optional.empty();
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
                    options(Objects.requireNonNullElse(row.getString(6), "")))),
            versioned));
  }

  /** A collation's name starts with that of its character set (MySQL manual, 12.3.1). */
  private static String characterSet(String collation) {
    int end = collation.indexOf('_');
    return end < 0 ? collation : collation.substring(0, end);
  }

  /**
   * {@code CREATE_OPTIONS}: what was written, as {@code name=value} with blanks between; {@code
   * partitioned} is told elsewhere.
   */
  private static SortedMap<String, String> options(String text) {
    SortedMap<String, String> options = new TreeMap<>();
    for (String word : text.strip().split("\\s+", -1)) {
      int sign = word.indexOf('=');
      if (sign > 0) {
        options.put(
            word.substring(0, sign).replace("`", "").toUpperCase(Locale.ROOT),
            word.substring(sign + 1).replace("\"", "").replace("'", ""));
      }
    }
    return options;
  }
}
