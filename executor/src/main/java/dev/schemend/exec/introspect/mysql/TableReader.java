package dev.schemend.exec.introspect.mysql;

import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.MySqlTableOptions;
import dev.schemend.model.OpaqueObject;
import dev.schemend.model.PostgresTableOptions;
import dev.schemend.model.TableOptions;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
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
  private static final String SYSTEM_VERSIONING = "SYSTEM VERSIONING";

  /**
   * What is known of a table before its parts are.
   *
   * @param beyond what it has that the vocabulary cannot say, or empty
   */
  private record Header(ObjectName name, TableOptions options, String beyond) {}

  /**
   * The tables, and those that must be carried as text.
   *
   * @param modelled statements that make tables
   * @param carried statements that carry the others
   */
  record Tables(List<DdlStatement.CreateTable> modelled, List<DdlStatement.CreateOpaque> carried) {}

  Tables read() {
    Map<ObjectName, List<Column>> columns = new ColumnReader(catalog).read();
    Map<ObjectName, IndexReader.Keys> keys = new IndexReader(catalog).read();
    Map<ObjectName, List<CheckReader.Check>> checks = new CheckReader(catalog).read();
    Map<ObjectName, String> partitions = new PartitionReader(catalog).read();
    List<DdlStatement.CreateTable> modelled = new ArrayList<>();
    List<DdlStatement.CreateOpaque> carried = new ArrayList<>();
    catalog.rows(CatalogQueries.TABLES, this::header).stream()
        .flatMap(Optional::stream)
        .forEach(
            header -> {
              ObjectName name = header.name();
              DdlStatement.CreateTable table =
                  table(
                      header,
                      columns.getOrDefault(name, List.of()),
                      keys.getOrDefault(name, IndexReader.Keys.NONE),
                      checks.getOrDefault(name, List.of()));
              String beyond = header.beyond() + partitions.getOrDefault(name, "");
              if (beyond.isEmpty()) {
                modelled.add(table);
              } else {
                carried.add(carried(table, beyond));
              }
            });
    return new Tables(modelled, carried);
  }

  private DdlStatement.CreateOpaque carried(DdlStatement.CreateTable table, String beyond) {
    catalog
        .findings()
        .notModelled(
            "table " + table.name() + " has" + beyond,
            "it is carried as text: it is never changed, and changes to it are not seen");
    return new DdlStatement.CreateOpaque(
        OpaqueObject.of(
            ObjectRef.table(table.name()), catalog.texts().text(table) + beyond, List.of()),
        false);
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
    return new ColumnDefinition(
        column,
        column.nullable(),
        checks.stream()
            .filter(check -> check.column(columns).equals(Optional.of(column.name())))
            .<Constraint>map(check -> check.constraint().withName(column.name()))
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
            versioned ? " WITH " + SYSTEM_VERSIONING : ""));
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
