package dev.schemend.dialect.mysql.catalog;

import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.evaluate.CatalogRows;
import dev.schemend.evaluate.Rows;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Generation;
import dev.schemend.model.Index;
import dev.schemend.model.IndexPart;
import dev.schemend.model.MySqlPartitioning;
import dev.schemend.model.MySqlTableOptions;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.query.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The information schema (MySQL manual, chapter 28; MariaDB Knowledge Base, "Information Schema
 * Tables"), the server's own databases left out.
 */
final class MySqlInformationSchema {

  private static final String PRIMARY = "PRIMARY";

  private final Flavor flavor;
  private final CatalogValues values;
  private final Map<String, Function<Schema, Rows>> relations =
      Map.ofEntries(
          Map.entry("schemata", this::schemata),
          Map.entry("tables", this::tables),
          Map.entry("columns", this::columns),
          Map.entry("statistics", this::statistics),
          Map.entry("table_constraints", this::constraints),
          Map.entry("key_column_usage", this::keyColumns),
          Map.entry("referential_constraints", this::references),
          Map.entry("check_constraints", this::checks),
          Map.entry("partitions", this::partitions),
          Map.entry("views", this::views),
          Map.entry("routines", this::routines),
          Map.entry("triggers", this::triggers),
          Map.entry("events", this::events));

  MySqlInformationSchema(ServerProfile profile) {
    this.flavor = profile.flavor();
    this.values = new CatalogValues(profile);
  }

  Rows relation(String name, Schema schema) {
    Function<Schema, Rows> known = relations.get(name.toLowerCase(Locale.ROOT));
    return known != null
        ? known.apply(schema)
        : Rows.unknown("what information_schema." + name + " holds");
  }

  private Rows schemata(Schema schema) {
    CatalogRows rows = new CatalogRows("information_schema.SCHEMATA");
    rows.with("schema_name", values.database(Identifier.NONE)).end();
    each(
        schema,
        ObjectKind.SCHEMA,
        ref -> rows.with("schema_name", values.object(ref.name().name())).end());
    return rows.rows();
  }

  private static void each(Schema schema, ObjectKind kind, Consumer<ObjectRef> action) {
    schema.objects().keys().filter(ref -> ref.kind() == kind).forEach(action);
  }

  // Temporary tables are shown to nobody; they stand in a database that no text can name.
  private static Stream<Table> lasting(Schema schema) {
    return schema.tables().filter(table -> table.name().schema().key().indexOf('\0') < 0);
  }

  private CatalogRows table(CatalogRows rows, ObjectName name) {
    return rows.with("table_catalog", "def")
        .with("table_schema", values.database(name.schema()))
        .with("table_name", values.object(name.name()));
  }

  private Rows tables(Schema schema) {
    CatalogRows rows = new CatalogRows("information_schema.TABLES");
    lasting(schema)
        .forEach(
            table -> {
              MySqlTableOptions options = table.options().mysql();
              table(rows, table.name())
                  .with(
                      "table_type",
                      options.versioning().systemVersioned() ? "SYSTEM VERSIONED" : "BASE TABLE")
                  .with("engine", options.engine())
                  .with("table_collation", options.collation())
                  .with("table_comment", table.options().comment().orElse(""))
                  .end();
            });
    each(
        schema,
        ObjectKind.VIEW,
        ref ->
            table(rows, ref.name())
                .with("table_type", "VIEW")
                .with("engine", Value.NULL)
                .with("table_comment", "VIEW")
                .end());
    each(
        schema,
        ObjectKind.SEQUENCE,
        ref -> table(rows, ref.name()).with("table_type", "SEQUENCE").end());
    return rows.rows();
  }

  private Rows columns(Schema schema) {
    CatalogRows rows = new CatalogRows("information_schema.COLUMNS");
    lasting(schema)
        .forEach(
            table -> {
              int place = 0;
              for (Column column : table.columns()) {
                place++;
                column(rows, table, column, place);
              }
            });
    // What a view's columns are is not in the model; a row of it may be any of them.
    each(schema, ObjectKind.VIEW, ref -> table(rows, ref.name()).end());
    return rows.rows();
  }

  private void column(CatalogRows rows, Table table, Column column, int place) {
    table(rows, table.name())
        .with("column_name", column.name().text())
        .with("ordinal_position", Value.of(place))
        .with("column_default", defaultValue(column))
        .with("is_nullable", column.nullable() ? "YES" : "NO")
        .with("data_type", TypeTexts.name(column.type(), flavor))
        .with("column_type", TypeTexts.full(column.type(), flavor))
        .with("character_maximum_length", TypeTexts.length(column.type(), flavor))
        .with("character_set_name", column.mysql().characterSet())
        .with("collation_name", column.collation())
        .with("column_key", key(table, column))
        .with("extra", extra(column))
        .with("column_comment", column.comment().orElse(""))
        .end();
  }

  private Value defaultValue(Column column) {
    if (column.defaultValue().isEmpty()) {
      // MariaDB spells the default that a nullable column has without any.
      return flavor == Flavor.MARIADB && column.nullable() ? Value.of("NULL") : Value.NULL;
    }
    if (flavor == Flavor.MYSQL) {
      return switch (column.defaultValue().get()) {
        case SqlExpr.StringLiteral text when text.prefix().isEmpty() -> Value.of(text.value());
        case SqlExpr.NumberLiteral number -> Value.of(number.digits());
        default -> Value.unknown("the server's spelling of a default");
      };
    }
    return switch (column.defaultValue().get()) {
      case SqlExpr.NumberLiteral number -> Value.of(number.digits());
      case SqlExpr.StringLiteral text
          when text.prefix().isEmpty() && text.value().matches("[\\w .:-]*") ->
          Value.of("'" + text.value() + "'");
      default -> Value.unknown("the server's spelling of a default");
    };
  }

  private static String extra(Column column) {
    if (column.generation().filter(Generation.AutoIncrement.class::isInstance).isPresent()) {
      return "auto_increment";
    }
    if (column.generation().orElse(null) instanceof Generation.Computed computed) {
      return computed.stored() ? "STORED GENERATED" : "VIRTUAL GENERATED";
    }
    return column.mysql().onUpdate().isPresent() ? "on update CURRENT_TIMESTAMP" : "";
  }

  // Manual, 28.3.8, COLUMN_KEY: the strongest of the keys that begin with the column.
  private static String key(Table table, Column column) {
    Identifier name = column.name();
    if (table.primaryKey().filter(key -> key.columns().anyMatch(name::equals)).isPresent()) {
      return "PRI";
    }
    List<Index> leading =
        table.indexes().stream()
            .filter(index -> index.parts().getFirst().columnName().filter(name::equals).isPresent())
            .toList();
    if (leading.stream().anyMatch(index -> index.unique() && index.parts().size() == 1)) {
      return "UNI";
    }
    return leading.isEmpty() ? "" : "MUL";
  }

  private Rows statistics(Schema schema) {
    CatalogRows rows = new CatalogRows("information_schema.STATISTICS");
    lasting(schema)
        .forEach(
            table -> {
              table
                  .primaryKey()
                  .ifPresent(key -> index(rows, table, PRIMARY, true, "BTREE", key.parts()));
              for (Index index : table.indexes()) {
                index(
                    rows, table, index.name().text(), index.unique(), method(index), index.parts());
              }
            });
    return rows.rows();
  }

  private static String method(Index index) {
    return switch (index.kind()) {
      case FULLTEXT -> "FULLTEXT";
      case SPATIAL -> "SPATIAL";
      case PLAIN, UNIQUE -> index.method().toUpperCase(Locale.ROOT);
    };
  }

  private void index(
      CatalogRows rows,
      Table table,
      String name,
      boolean unique,
      String method,
      List<IndexPart> parts) {
    int place = 0;
    for (IndexPart part : parts) {
      place++;
      table(rows, table.name())
          .with("non_unique", Value.of(unique ? 0 : 1))
          .with("index_schema", values.database(table.name().schema()))
          .with("index_name", name)
          .with("seq_in_index", Value.of(place))
          .with("column_name", part.columnName().map(Identifier::text))
          .with("collation", part.descending() ? "D" : "A")
          .with(
              "sub_part",
              part.prefixLength().<Value>map(length -> Value.of(length)).orElse(Value.NULL))
          .with("index_type", method)
          .end();
    }
  }

  /** A key that a constraint stands for: on these servers unique indexes are constraints. */
  private record Key(String name, String type, List<Identifier> columns) {}

  private static List<Key> keys(Table table) {
    Stream<Key> primary =
        table.primaryKey().stream()
            .map(key -> new Key(PRIMARY, "PRIMARY KEY", key.columns().toList()));
    Stream<Key> unique =
        table.indexes().stream()
            .filter(Index::unique)
            .map(index -> new Key(index.name().text(), "UNIQUE", index.columns().toList()));
    return Stream.concat(primary, unique).toList();
  }

  private CatalogRows constraint(CatalogRows rows, Table table, String name) {
    return table(rows, table.name())
        .with("constraint_catalog", "def")
        .with("constraint_schema", values.database(table.name().schema()))
        .with("constraint_name", name);
  }

  private Rows constraints(Schema schema) {
    CatalogRows rows = new CatalogRows("information_schema.TABLE_CONSTRAINTS");
    lasting(schema)
        .forEach(
            table -> {
              keys(table)
                  .forEach(
                      key ->
                          constraint(rows, table, key.name())
                              .with("constraint_type", key.type())
                              .with("enforced", "YES")
                              .end());
              checkedColumns(table)
                  .forEach(
                      column ->
                          constraint(rows, table, column.name().text())
                              .with("constraint_type", "CHECK")
                              .end());
              for (Constraint constraint : table.constraints()) {
                if (constraint instanceof Constraint.ForeignKey
                    || constraint instanceof Constraint.Check) {
                  boolean check = constraint instanceof Constraint.Check;
                  constraint(rows, table, constraint.name().text())
                      .with("constraint_type", check ? "CHECK" : "FOREIGN KEY")
                      .end();
                }
              }
            });
    return rows.rows();
  }

  private Rows keyColumns(Schema schema) {
    CatalogRows rows = new CatalogRows("information_schema.KEY_COLUMN_USAGE");
    lasting(schema)
        .forEach(
            table -> {
              for (Key key : keys(table)) {
                for (int i = 0; i < key.columns().size(); i++) {
                  constraint(rows, table, key.name())
                      .with("column_name", key.columns().get(i).text())
                      .with("ordinal_position", Value.of(i + 1))
                      .with("position_in_unique_constraint", Value.NULL)
                      .with("referenced_table_schema", Value.NULL)
                      .with("referenced_table_name", Value.NULL)
                      .with("referenced_column_name", Value.NULL)
                      .end();
                }
              }
              table.foreignKeys().forEach(key -> keyColumns(rows, table, key));
            });
    return rows.rows();
  }

  private void keyColumns(CatalogRows rows, Table table, Constraint.ForeignKey key) {
    for (int i = 0; i < key.sourceColumns().size(); i++) {
      constraint(rows, table, key.name().text())
          .with("column_name", key.sourceColumns().get(i).text())
          .with("ordinal_position", Value.of(i + 1))
          .with("position_in_unique_constraint", Value.of(i + 1))
          .with("referenced_table_schema", values.database(key.target().schema()))
          .with("referenced_table_name", values.object(key.target().name()))
          .with(
              "referenced_column_name",
              i < key.targetColumns().size()
                  ? Value.of(key.targetColumns().get(i).text())
                  : Value.unknown("the columns that a key refers to"))
          .end();
    }
  }

  private Rows references(Schema schema) {
    CatalogRows rows = new CatalogRows("information_schema.REFERENTIAL_CONSTRAINTS");
    lasting(schema)
        .forEach(
            table ->
                table
                    .foreignKeys()
                    .forEach(
                        key ->
                            rows.with("constraint_catalog", "def")
                                .with("constraint_schema", values.database(table.name().schema()))
                                .with("constraint_name", key.name().text())
                                .with("table_name", values.object(table.name().name()))
                                .with(
                                    "unique_constraint_schema",
                                    values.database(key.target().schema()))
                                .with("referenced_table_name", values.object(key.target().name()))
                                .with("update_rule", key.onUpdate().sql())
                                .with("delete_rule", key.onDelete().sql())
                                .end()));
    return rows.rows();
  }

  private Rows checks(Schema schema) {
    CatalogRows rows = new CatalogRows("information_schema.CHECK_CONSTRAINTS");
    lasting(schema)
        .forEach(
            table -> {
              checkedColumns(table)
                  .forEach(column -> constraint(rows, table, column.name().text()).end());
              table.constraints().stream()
                  .filter(Constraint.Check.class::isInstance)
                  .forEach(check -> constraint(rows, table, check.name().text()).end());
            });
    return rows.rows();
  }

  // MariaDB names such a check after its column.
  private static Stream<Column> checkedColumns(Table table) {
    return table.columns().stream().filter(column -> column.mysql().check().isPresent());
  }

  // A table without partitions has one row, without a name.
  private Rows partitions(Schema schema) {
    CatalogRows rows = new CatalogRows("information_schema.PARTITIONS");
    lasting(schema)
        .forEach(
            table -> {
              Optional<MySqlPartitioning> partitioning = table.options().mysql().partitioning();
              if (partitioning.isEmpty()) {
                table(rows, table.name()).with("partition_name", Value.NULL).end();
              } else {
                partitioning
                    .get()
                    .partitions()
                    .forEach(
                        one ->
                            table(rows, table.name())
                                .with("partition_name", one.name().text())
                                .end());
              }
            });
    return rows.rows();
  }

  private Rows views(Schema schema) {
    CatalogRows rows = new CatalogRows("information_schema.VIEWS");
    each(schema, ObjectKind.VIEW, ref -> table(rows, ref.name()).end());
    return rows.rows();
  }

  private Rows routines(Schema schema) {
    CatalogRows rows = new CatalogRows("information_schema.ROUTINES");
    each(
        schema,
        ObjectKind.ROUTINE,
        ref ->
            rows.with("routine_schema", values.database(ref.name().schema()))
                .with("routine_name", ref.name().name().text())
                .with("specific_name", ref.name().name().text())
                .with("routine_type", ref.member().text().toUpperCase(Locale.ROOT))
                .end());
    return rows.rows();
  }

  private Rows triggers(Schema schema) {
    CatalogRows rows = new CatalogRows("information_schema.TRIGGERS");
    each(
        schema,
        ObjectKind.TRIGGER,
        ref ->
            rows.with("trigger_schema", values.database(ref.name().schema()))
                .with("trigger_name", ref.name().name().text())
                .with("event_object_schema", values.database(ref.name().schema()))
                .end());
    return rows.rows();
  }

  private Rows events(Schema schema) {
    CatalogRows rows = new CatalogRows("information_schema.EVENTS");
    each(
        schema,
        ObjectKind.EVENT,
        ref ->
            rows.with("event_schema", values.database(ref.name().schema()))
                .with("event_name", ref.name().name().text())
                .end());
    return rows.rows();
  }
}
