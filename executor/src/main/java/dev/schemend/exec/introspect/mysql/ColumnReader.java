package dev.schemend.exec.introspect.mysql;

import dev.schemend.exec.introspect.CatalogTexts;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Generation;
import dev.schemend.model.MySqlColumnOptions;
import dev.schemend.model.MySqlVersioning;
import dev.schemend.name.ObjectName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads columns. */
record ColumnReader(Catalog catalog) {

  private static final Set<String> BINARY = Set.of("binary", "varbinary");
  private static final String NO_BYTES = "0x";
  private static final String ROW_START = "ROW START";
  private static final String ROW_END = "ROW END";
  private static final Set<String> ROW_TIMES = Set.of(ROW_START, ROW_END);

  private record Placed(ObjectName table, Column column) {}

  /** The columns by their tables and views, in order. */
  Map<ObjectName, List<Column>> read() {
    return catalog.rows(CatalogQueries.columns(catalog.facts()), this::column).stream()
        .collect(
            Collectors.groupingBy(
                Placed::table, Collectors.mapping(Placed::column, Collectors.toList())));
  }

  private Placed column(ResultSet row) throws SQLException {
    ObjectName table = catalog.names().object(row.getString(1), row.getString(2));
    String name = row.getString(3);
    String place = table + "." + name;
    CatalogTexts texts = catalog.texts();
    ColumnExtra extra = ColumnExtra.of(row.getString(8));
    Optional<SqlExpr> onUpdate = extra.onUpdate().map(text -> texts.expression(text, place));
    Column column =
        new Column(
            catalog.names().member(name),
            texts.type(row.getString(4), place),
            row.getString(6).equals("YES"),
            extra.stored().isPresent() ? Optional.empty() : defaultValue(row, extra, place),
            generation(row, extra, place),
            Optional.ofNullable(row.getString(11)),
            Optional.of(row.getString(12)).filter(comment -> !comment.isEmpty()),
            new MySqlColumnOptions(
                Optional.ofNullable(row.getString(10)),
                onUpdate,
                extra.invisible(),
                role(row, extra),
                Optional.empty(),
                Optional.ofNullable(row.getString(13)).map(Long::valueOf)));
    return new Placed(table, column);
  }

  private Optional<SqlExpr> defaultValue(ResultSet row, ColumnExtra extra, String place)
      throws SQLException {
    String text = row.getString(7);
    if (text == null) {
      return Optional.empty();
    }
    String dataType = row.getString(5).toLowerCase(Locale.ROOT);
    if (BINARY.contains(dataType) && text.equals(NO_BYTES)) {
      // MySQL cuts the bytes at the first null character here.
      catalog
          .findings()
          .warning(
              "cut-default",
              "the server shows the default of " + place + " only up to its first null byte",
              "SHOW CREATE TABLE tells all of it");
    }
    return catalog.facts().defaults().read(text, dataType, extra, catalog.texts(), place);
  }

  private static MySqlVersioning.Role role(ResultSet row, ColumnExtra extra) throws SQLException {
    String generated = Objects.requireNonNullElse(row.getString(9), "");
    return switch (generated) {
      case ROW_START -> MySqlVersioning.Role.ROW_START;
      case ROW_END -> MySqlVersioning.Role.ROW_END;
      default ->
          extra.unversioned() ? MySqlVersioning.Role.UNVERSIONED : MySqlVersioning.Role.PLAIN;
    };
  }

  private Optional<Generation> generation(ResultSet row, ColumnExtra extra, String place)
      throws SQLException {
    if (extra.autoIncrement()) {
      return Optional.of(new Generation.AutoIncrement());
    }
    if (extra.stored().isEmpty() || ROW_TIMES.contains(row.getString(9))) {
      return Optional.empty();
    }
    String expression = catalog.facts().stored().apply(row.getString(9));
    return Optional.of(
        new Generation.Computed(
            catalog.texts().expression(expression, place), extra.stored().get()));
  }
}
