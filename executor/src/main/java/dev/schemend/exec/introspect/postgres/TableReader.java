package dev.schemend.exec.introspect.postgres;

import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.TableAction;
import dev.schemend.exec.introspect.CatalogSession;
import dev.schemend.exec.introspect.CatalogTexts;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Generation;
import dev.schemend.model.Lineage;
import dev.schemend.model.MySqlColumnOptions;
import dev.schemend.model.MySqlTableOptions;
import dev.schemend.model.NotNull;
import dev.schemend.model.PartitionKey;
import dev.schemend.model.PostgresColumnOptions;
import dev.schemend.model.PostgresColumnOptions.Storage;
import dev.schemend.model.PostgresTableOptions;
import dev.schemend.model.ReplicaIdentity;
import dev.schemend.model.RowSecurity;
import dev.schemend.model.TableOptions;
import dev.schemend.name.ObjectName;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads tables with their columns; constraints, indexes and comments follow as statements. */
record TableReader(
    CatalogSession catalogs, List<?> parameters, CatalogNames names, CatalogTexts texts) {

  // pg_attribute.attidentity and attgenerated; 'v' since PostgreSQL 18.
  private static final String IDENTITY_ALWAYS = "a";
  private static final String STORED = "s";

  // Manual, ALTER TABLE, SET (attribute_option = value).
  private static final Set<String> COLUMN_PARAMETERS = Set.of("n_distinct", "n_distinct_inherited");

  private record Header(ObjectName name, TableOptions options) {
    private List<ObjectName> parents() {
      return options.postgres().lineage().parents();
    }
  }

  private record Placed(ObjectName table, ColumnDefinition column) {}

  /**
   * The tables.
   *
   * @param creations every table, behind those that it inherits from
   * @param heirs what makes heirs of tables all of whose columns are their own as well: only so do
   *     these keep their order
   */
  record Tables(List<DdlStatement.CreateTable> creations, List<DdlStatement> heirs) {}

  Tables read() {
    Map<ObjectName, List<ColumnDefinition>> columns =
        catalogs.rows(CatalogQueries.COLUMNS, parameters, this::column).stream()
            .collect(
                Collectors.groupingBy(
                    Placed::table, Collectors.mapping(Placed::column, Collectors.toList())));
    List<DdlStatement.CreateTable> creations = new ArrayList<>();
    List<DdlStatement> heirs = new ArrayList<>();
    List<Header> headers =
        new ArrayList<>(catalogs.rows(CatalogQueries.TABLES, parameters, this::header));
    // The sequence of an identity comes with its table, and a default elsewhere may draw from it.
    headers.sort(
        Comparator.comparing(
            header ->
                columns.getOrDefault(header.name(), List.of()).stream()
                    .noneMatch(TableReader::isIdentity)));
    for (Header header : parentsFirst(headers)) {
      List<ColumnDefinition> own = columns.getOrDefault(header.name(), List.of());
      boolean afterwards = own.stream().allMatch(one -> one.column().postgres().local());
      Lineage lineage = header.options().postgres().lineage();
      creations.add(
          new DdlStatement.CreateTable(
              header.name(),
              own,
              List.of(),
              List.of(),
              header
                  .options()
                  .withPostgres(
                      header
                          .options()
                          .postgres()
                          .withLineage(afterwards ? lineage.withParents(List.of()) : lineage)),
              false));
      if (afterwards) {
        header.parents().forEach(parent -> heirs.add(inherit(header.name(), parent)));
      }
    }
    return new Tables(creations, heirs);
  }

  private static boolean isIdentity(ColumnDefinition definition) {
    return definition
        .column()
        .generation()
        .filter(Generation.Identity.class::isInstance)
        .isPresent();
  }

  private static DdlStatement inherit(ObjectName heir, ObjectName parent) {
    return new DdlStatement.AlterTable(
        heir, false, List.of(new TableAction.OfPostgres.Inherit(parent)));
  }

  private static List<Header> parentsFirst(List<Header> headers) {
    Map<ObjectName, Header> waiting = new LinkedHashMap<>();
    headers.forEach(header -> waiting.put(header.name(), header));
    List<Header> ordered = new ArrayList<>();
    headers.forEach(header -> place(header.name(), waiting, ordered));
    return ordered;
  }

  private static void place(
      ObjectName name, Map<ObjectName, Header> waiting, List<Header> ordered) {
    Header header = waiting.remove(name);
    if (header != null) {
      header.parents().forEach(parent -> place(parent, waiting, ordered));
      ordered.add(header);
    }
  }

  /** What makes partitions of the tables that are there. */
  List<DdlStatement> attachments() {
    return catalogs
        .rows(
            CatalogQueries.PARTITIONS,
            parameters,
            row -> texts.definition(row.getString(3), "partition " + names.object(row, 1)))
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private Header header(ResultSet row) throws SQLException {
    ObjectName name = names.object(row, 1);
    SortedMap<String, String> parameters = new TreeMap<>();
    storageParameters(row.getArray(6), "").forEach(parameters::put);
    storageParameters(row.getArray(7), "toast.").forEach(parameters::put);
    return new Header(
        name,
        new TableOptions(
            Optional.empty(),
            new PostgresTableOptions(
                row.getBoolean(3),
                parameters,
                Optional.ofNullable(row.getString(8)).map(names::member),
                Optional.ofNullable(row.getString(9)).map(names::member),
                new RowSecurity(row.getBoolean(4), row.getBoolean(5)),
                replicaIdentity(row.getString(10), Optional.ofNullable(row.getString(11))),
                Optional.ofNullable(row.getString(12)).map(names::member),
                lineage(row, name),
                new TreeMap<>()),
            MySqlTableOptions.NONE));
  }

  // pg_class.relreplident; an index that is gone leaves its letter behind.
  private ReplicaIdentity replicaIdentity(String letter, Optional<String> index) {
    return switch (letter) {
      case "f" -> new ReplicaIdentity.Full();
      case "n" -> new ReplicaIdentity.Nothing();
      case "i" ->
          index
              .<ReplicaIdentity>map(name -> new ReplicaIdentity.ByIndex(names.member(name)))
              .orElseGet(ReplicaIdentity.Nothing::new);
      default -> ReplicaIdentity.USUAL;
    };
  }

  private Lineage lineage(ResultSet row, ObjectName name) throws SQLException {
    List<ObjectName> parents = new ArrayList<>();
    if (row.getArray(14) != null) {
      String[] parts = (String[]) row.getArray(14).getArray();
      for (int i = 0; i < parts.length; i += 2) {
        parents.add(new ObjectName(names.schema(parts[i]), names.member(parts[i + 1])));
      }
    }
    Optional<PartitionKey> key =
        Optional.ofNullable(row.getString(13)).flatMap(text -> key(text, name));
    Optional<ObjectName> type =
        row.getString(16) == null ? Optional.empty() : Optional.of(names.object(row, 15));
    return new Lineage(parents, Optional.empty(), key, type);
  }

  private Optional<PartitionKey> key(String text, ObjectName table) {
    return texts.definition(text, "partition key of " + table).stream()
        .filter(DdlStatement.CreateTable.class::isInstance)
        .map(DdlStatement.CreateTable.class::cast)
        .flatMap(create -> create.options().postgres().lineage().key().stream())
        .findFirst();
  }

  /** {@code pg_class.reloptions}: texts of the form {@code name=value}. */
  static SortedMap<String, String> storageParameters(Array options, String prefix)
      throws SQLException {
    SortedMap<String, String> parameters = new TreeMap<>();
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
            MySqlColumnOptions.NONE,
            options(row).withNotNull(notNull(row)));
    return new Placed(table, ColumnDefinition.of(column));
  }

  // What a statement can set. A server may keep marks of its own beside it, which none can.
  private static SortedMap<String, String> columnParameters(Array options) throws SQLException {
    SortedMap<String, String> parameters = new TreeMap<>(storageParameters(options, ""));
    parameters.keySet().retainAll(COLUMN_PARAMETERS);
    return parameters;
  }

  // The letters of pg_attribute.attstorage and attcompression.
  private static PostgresColumnOptions options(ResultSet row) throws SQLException {
    Optional<Storage> storage =
        Optional.ofNullable(row.getString(18))
            .map(
                letter ->
                    switch (letter) {
                      case "p" -> Storage.PLAIN;
                      case "e" -> Storage.EXTERNAL;
                      case "m" -> Storage.MAIN;
                      default -> Storage.EXTENDED;
                    });
    Optional<String> compression =
        Optional.ofNullable(row.getString(19)).map(letter -> letter.equals("l") ? "lz4" : "pglz");
    Optional<Integer> statistics = Optional.ofNullable(row.getObject(20, Integer.class));
    return new PostgresColumnOptions(
        row.getBoolean(17),
        storage,
        compression,
        statistics,
        columnParameters(row.getArray(21)),
        Optional.empty());
  }

  // Rows of pg_constraint since 18.
  private Optional<NotNull> notNull(ResultSet row) throws SQLException {
    return row.getString(22) == null
        ? Optional.empty()
        : Optional.of(
            NotNull.named(names.member(row.getString(22)))
                .withValidated(row.getBoolean(23))
                .withNoInherit(row.getBoolean(24))
                .withLocal(row.getBoolean(25)));
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
