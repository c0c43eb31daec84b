package dev.schemend.exec.introspect.postgres;

import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.exec.introspect.CatalogSession;
import dev.schemend.exec.introspect.CatalogTexts;
import dev.schemend.exec.introspect.Findings;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Generation;
import dev.schemend.model.MySqlColumnOptions;
import dev.schemend.model.MySqlTableOptions;
import dev.schemend.model.PostgresTableOptions;
import dev.schemend.model.TableOptions;
import dev.schemend.name.ObjectName;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads tables with their columns; constraints, indexes and comments follow as statements. */
record TableReader(
    CatalogSession catalogs,
    List<?> parameters,
    CatalogNames names,
    CatalogTexts texts,
    Findings findings) {

  // pg_attribute.attidentity and attgenerated; 'v' since PostgreSQL 18.
  private static final String IDENTITY_ALWAYS = "a";
  private static final String STORED = "s";

  private record Header(ObjectName name, TableOptions options) {}

  private record Placed(ObjectName table, ColumnDefinition column) {}

  List<DdlStatement.CreateTable> read() {
    Map<ObjectName, List<ColumnDefinition>> columns =
        catalogs.rows(CatalogQueries.COLUMNS, parameters, this::column).stream()
            .collect(
                Collectors.groupingBy(
                    Placed::table, Collectors.mapping(Placed::column, Collectors.toList())));
    return catalogs.rows(CatalogQueries.TABLES, parameters, this::header).stream()
        .map(
            header ->
                new DdlStatement.CreateTable(
                    header.name(),
                    columns.getOrDefault(header.name(), List.of()),
                    List.of(),
                    List.of(),
                    header.options(),
                    false))
        .toList();
  }

  private Header header(ResultSet row) throws SQLException {
    ObjectName name = names.object(row, 1);
    if (row.getBoolean(4)) {
      findings.notModelled(
          "row-level security is enabled on table " + name,
          "its policies are carried; whether it is enabled is not compared");
    }
    SortedMap<String, String> parameters = new TreeMap<>();
    storageParameters(row.getArray(5), "").forEach(parameters::put);
    storageParameters(row.getArray(6), "toast.").forEach(parameters::put);
    return new Header(
        name,
        new TableOptions(
            Optional.empty(),
            new PostgresTableOptions(row.getBoolean(3), parameters),
            MySqlTableOptions.NONE));
  }

  /** {@code pg_class.reloptions}: texts of the form {@code name=value}. */
  private static Map<String, String> storageParameters(Array options, String prefix)
      throws SQLException {
    Map<String, String> parameters = new TreeMap<>();
    List<String> texts =
        options == null ? List.of() : new ArrayList<>(List.of((String[]) options.getArray()));
    for (String text : texts) {
      int sign = text.indexOf('=');
      parameters.put(prefix + text.substring(0, sign), text.substring(sign + 1));
    }
    return parameters;
  }

  private Placed column(ResultSet row) throws SQLException {
    ObjectName table = names.object(row, 1);
    String name = row.getString(3);
    String place = table + "." + name;
    Optional<SqlExpr> expression =
        Optional.ofNullable(row.getString(6)).map(text -> texts.expression(text, place));
    String generated = row.getString(7);
    Optional<Generation> generation =
        generated.isEmpty()
            ? identity(row)
            : expression.map(value -> new Generation.Computed(value, generated.equals(STORED)));
    Column column =
        new Column(
            names.member(name),
            texts.type(row.getString(4), place),
            !row.getBoolean(5),
            generated.isEmpty() ? expression : Optional.empty(),
            generation,
            Optional.ofNullable(row.getString(9)),
            Optional.empty(),
            MySqlColumnOptions.NONE);
    return new Placed(table, ColumnDefinition.of(column));
  }

  private static Optional<Generation> identity(ResultSet row) throws SQLException {
    String identity = row.getString(8);
    return identity.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Generation.Identity(
                identity.equals(IDENTITY_ALWAYS),
                SequenceDefaults.options(row, 11, row.getString(10), Optional.empty())));
  }
}
