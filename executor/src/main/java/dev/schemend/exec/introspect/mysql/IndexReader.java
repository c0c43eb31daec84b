package dev.schemend.exec.introspect.mysql;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.model.Constraint;
import dev.schemend.model.Deferrability;
import dev.schemend.model.Index;
import dev.schemend.model.IndexPart;
import dev.schemend.model.MySqlIndexOptions;
import dev.schemend.model.PostgresIndexOptions;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads indexes and primary keys, which {@code STATISTICS} holds one row per key part. */
record IndexReader(Catalog catalog) {

  private static final String PRIMARY = "PRIMARY";
  private static final String DESCENDING = "D";

  /**
   * The keys of one table.
   *
   * @param indexes all but the primary key
   */
  record Keys(Optional<Constraint.PrimaryKey> primaryKey, List<Index> indexes) {

    static final Keys NONE = new Keys(Optional.empty(), List.of());
  }

  private record Row(
      ObjectName table,
      String name,
      boolean unique,
      String type,
      IndexPart part,
      boolean hidden,
      String comment) {}

  Map<ObjectName, Keys> read() {
    Map<ObjectName, Keys> keys =
        catalog.rows(CatalogQueries.indexes(catalog.facts()), this::row).stream()
            .collect(
                Collectors.groupingBy(
                    Row::table,
                    Collectors.collectingAndThen(
                        Collectors.groupingBy(Row::name, LinkedHashMap::new, Collectors.toList()),
                        this::keys)));
    keys.replaceAll(this::withParsers);
    return keys;
  }

  // Only SHOW CREATE tells which parser a full-text index has.
  private Keys withParsers(ObjectName table, Keys keys) {
    if (keys.indexes().stream().noneMatch(index -> index.kind() == Index.Kind.FULLTEXT)) {
      return keys;
    }
    Map<Identifier, Index> shown = new HashMap<>();
    catalog
        .session()
        .rows(
            CatalogQueries.created(table, catalog.names().current().text()),
            List.of(),
            row -> catalog.texts().definition(row.getString(2), "table " + table))
        .stream()
        .flatMap(List::stream)
        .filter(DdlStatement.CreateTable.class::isInstance)
        .flatMap(create -> ((DdlStatement.CreateTable) create).indexes().stream())
        .forEach(index -> shown.put(index.name(), index));
    return new Keys(
        keys.primaryKey(),
        keys.indexes().stream()
            .map(
                index ->
                    shown.containsKey(index.name())
                        ? index.withMySql(
                            new MySqlIndexOptions(
                                index.mysql().invisible(),
                                index.mysql().comment(),
                                shown.get(index.name()).mysql().parser(),
                                false))
                        : index)
            .toList());
  }

  private Row row(ResultSet row) throws SQLException {
    ObjectName table = catalog.names().object(row.getString(1), row.getString(2));
    String name = row.getString(3);
    String type = row.getString(5).toUpperCase(Locale.ROOT);
    return new Row(
        table,
        name,
        row.getInt(4) == 0,
        type,
        new IndexPart(
            key(row, table + "." + name),
            DESCENDING.equals(row.getString(7)),
            Optional.empty(),
            kind(type, false) == Index.Kind.SPATIAL
                ? Optional.empty()
                : Optional.ofNullable(row.getObject(8)).map(length -> ((Number) length).intValue()),
            Optional.empty(),
            Optional.empty()),
        "YES".equals(row.getString(10)),
        row.getString(11));
  }

  private IndexPart.Key key(ResultSet row, String place) throws SQLException {
    String column = row.getString(6);
    return column == null
        ? new IndexPart.ExpressionKey(
            catalog.texts().expression(catalog.facts().stored().apply(row.getString(9)), place))
        : new IndexPart.ColumnKey(catalog.names().member(column));
  }

  private Keys keys(Map<String, List<Row>> byName) {
    Optional<Constraint.PrimaryKey> primaryKey =
        Optional.ofNullable(byName.get(PRIMARY))
            .map(
                rows ->
                    new Constraint.PrimaryKey(
                            catalog.names().member(PRIMARY),
                            parts(rows),
                            List.of(),
                            Deferrability.NOT_DEFERRABLE)
                        .withComment(
                            Optional.of(rows.getFirst().comment())
                                .filter(text -> !text.isEmpty())));
    List<Index> indexes =
        byName.values().stream()
            .filter(rows -> !rows.getFirst().name().equals(PRIMARY))
            .map(this::index)
            .toList();
    return new Keys(primaryKey, indexes);
  }

  private Index index(List<Row> rows) {
    Row first = rows.getFirst();
    Identifier name = catalog.names().member(first.name());
    Index.Kind kind = kind(first.type(), first.unique());
    return new Index(
        name,
        kind,
        switch (kind) {
          case PLAIN, UNIQUE -> first.type().toLowerCase(Locale.ROOT);
          case FULLTEXT, SPATIAL -> Index.BTREE;
        },
        parts(rows),
        Optional.empty(),
        PostgresIndexOptions.NONE,
        new MySqlIndexOptions(
            first.hidden(),
            Optional.of(first.comment()).filter(comment -> !comment.isEmpty()),
            Optional.empty(),
            false));
  }

  /** Kind by {@code INDEX_TYPE}: spatial indexes are {@code SPATIAL} or, in MyISAM, R-trees. */
  private static Index.Kind kind(String type, boolean unique) {
    return switch (type) {
      case "FULLTEXT" -> Index.Kind.FULLTEXT;
      case "SPATIAL", "RTREE" -> Index.Kind.SPATIAL;
      default -> unique ? Index.Kind.UNIQUE : Index.Kind.PLAIN;
    };
  }

  private static List<IndexPart> parts(List<Row> rows) {
    return rows.stream().map(Row::part).toList();
  }
}
