package dev.schemend.dialect.postgres.catalog;

import dev.schemend.evaluate.CatalogRows;
import dev.schemend.evaluate.Rows;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Generation;
import dev.schemend.model.ReferentialAction;
import dev.schemend.model.Routine;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.query.Value;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The information schema (manual, chapter 37), the server's own objects left out. */
final class InformationSchema {

  private static final Map<String, Function<Schema, Rows>> RELATIONS =
      Map.ofEntries(
          Map.entry("tables", InformationSchema::tables),
          Map.entry("columns", InformationSchema::columns),
          Map.entry("table_constraints", InformationSchema::constraints),
          Map.entry("key_column_usage", InformationSchema::keyColumns),
          Map.entry("constraint_column_usage", InformationSchema::constraintColumns),
          Map.entry("constraint_table_usage", InformationSchema::constraintTables),
          Map.entry("referential_constraints", InformationSchema::references),
          Map.entry("schemata", InformationSchema::schemata),
          Map.entry("sequences", InformationSchema::sequences),
          Map.entry("routines", InformationSchema::routines),
          Map.entry("triggers", InformationSchema::triggers),
          Map.entry("domains", InformationSchema::domains));

  private static final Map<String, Integer> BITS =
      Map.of("smallint", 16, "integer", 32, "bigint", 64, "real", 24, "double precision", 53);
  private static final Set<String> INTEGERS = Set.of("smallint", "integer", "bigint");

  private InformationSchema() {}

  static Rows relation(String name, Schema schema, CatalogTexts texts) {
    if (name.equals("views")) {
      return views(schema, texts);
    }
    Function<Schema, Rows> known = RELATIONS.get(name);
    return known != null
        ? known.apply(schema)
        : Rows.unknown("what information_schema." + name + " holds");
  }

  private static Rows tables(Schema schema) {
    CatalogRows rows = new CatalogRows("information_schema.tables");
    kind(rows, schema, ObjectKind.TABLE, "BASE TABLE");
    kind(rows, schema, ObjectKind.VIEW, "VIEW");
    kind(rows, schema, ObjectKind.FOREIGN_TABLE, "FOREIGN");
    return rows.rows();
  }

  private static void kind(CatalogRows rows, Schema schema, ObjectKind kind, String type) {
    SystemCatalogs.each(
        schema,
        kind,
        ref ->
            table(rows, ref.name())
                .with(
                    "table_type",
                    ref.name().schema().equals(SystemCatalogs.TEMPORARY) ? "LOCAL TEMPORARY" : type)
                .end());
  }

  private static CatalogRows table(CatalogRows rows, ObjectName name) {
    return rows.with("table_catalog", PostgresFunctions.DATABASE)
        .with("table_schema", name.schema().text())
        .with("table_name", name.name().text());
  }

  private static Rows columns(Schema schema) {
    CatalogRows rows = new CatalogRows("information_schema.columns");
    schema
        .tables()
        .forEach(
            table -> {
              int place = 0;
              for (Column column : table.columns()) {
                place++;
                column(rows, table, column, place);
              }
            });
    // What a view's columns are is not in the model; that it may have them must not be forgotten.
    Optional<ObjectRef> view =
        schema.objects().keys().filter(ref -> ref.kind() == ObjectKind.VIEW).findFirst();
    return view.isPresent() ? withViews(schema, rows) : rows.rows();
  }

  private static Rows withViews(Schema schema, CatalogRows rows) {
    CatalogRows views = new CatalogRows("information_schema.columns");
    SystemCatalogs.each(schema, ObjectKind.VIEW, ref -> table(views, ref.name()).end());
    List<dev.schemend.evaluate.Row> all = new java.util.ArrayList<>(rows.rows().rows());
    for (dev.schemend.evaluate.Row row : views.rows().rows()) {
      all.add(new dev.schemend.evaluate.Row(row.parts(), Optional.of("the columns of a view")));
    }
    return Rows.of(all);
  }

  private static void column(CatalogRows rows, Table table, Column column, int place) {
    SqlType type = column.type();
    table(rows, table.name())
        .with("column_name", column.name().text())
        .with("ordinal_position", Value.of(place))
        .with("is_nullable", column.nullable() ? "YES" : "NO")
        .with("data_type", CatalogTypes.standard(type))
        .with("udt_name", CatalogTypes.internal(type))
        .with("character_maximum_length", length(type))
        .with("is_identity", isIdentity(column) ? "YES" : "NO")
        .with("is_generated", isComputed(column) ? "ALWAYS" : "NEVER");
    if (column.defaultValue().isEmpty()) {
      rows.with("column_default", Value.NULL);
    } else {
      rows.with("column_default", Value.unknown("the server's spelling of a default"));
    }
    numeric(rows, type);
    rows.end();
  }

  // Manual, 37.17 "columns": of numbers what they hold, of times the digits of a second.
  private static void numeric(CatalogRows rows, SqlType type) {
    String name = type instanceof SqlType.Builtin builtin ? builtin.name() : "";
    List<Integer> modifiers =
        type instanceof SqlType.Builtin builtin ? builtin.modifiers() : List.of();
    boolean decimal = name.equals("numeric");
    Value precision =
        decimal && !modifiers.isEmpty()
            ? Value.of(modifiers.getFirst())
            : BITS.containsKey(name) ? Value.of(BITS.get(name)) : Value.NULL;
    Value scale =
        decimal && modifiers.size() > 1
            ? Value.of(modifiers.get(1))
            : INTEGERS.contains(name) ? Value.of(0) : Value.NULL;
    rows.with("numeric_precision", precision)
        .with("numeric_precision_radix", decimal ? Value.of(10) : radix(name))
        .with("numeric_scale", scale)
        .with("datetime_precision", fraction(name, modifiers));
  }

  private static Value radix(String name) {
    return BITS.containsKey(name) ? Value.of(2) : Value.NULL;
  }

  private static Value fraction(String name, List<Integer> modifiers) {
    boolean time = name.startsWith("time") || name.equals("interval");
    return time
        ? modifiers.isEmpty() ? Value.of(6) : Value.of(modifiers.getLast())
        : name.equals("date") ? Value.of(0) : Value.NULL;
  }

  private static Value length(SqlType type) {
    boolean characters =
        type instanceof SqlType.Builtin builtin
            && (builtin.name().startsWith("character") || builtin.name().startsWith("bit"))
            && !builtin.modifiers().isEmpty();
    return characters ? Value.of(((SqlType.Builtin) type).modifiers().getFirst()) : Value.NULL;
  }

  private static boolean isIdentity(Column column) {
    return column.generation().filter(Generation.Identity.class::isInstance).isPresent();
  }

  private static boolean isComputed(Column column) {
    return column.generation().filter(Generation.Computed.class::isInstance).isPresent();
  }

  private static Rows constraints(Schema schema) {
    CatalogRows rows = new CatalogRows("information_schema.table_constraints");
    schema
        .tables()
        .forEach(
            table -> {
              for (Constraint constraint : table.constraints()) {
                type(constraint)
                    .ifPresent(
                        type -> named(rows, table, constraint).with("constraint_type", type).end());
              }
              // Columns that may not be null count as checks here (37.52), by names that the server
              // makes of its own numbers, since 18 of table and column.
              table.columns().stream()
                  .filter(column -> !column.nullable())
                  .forEach(
                      column ->
                          table(rows, table.name())
                              .with("constraint_schema", table.name().schema().text())
                              .with("constraint_type", "CHECK")
                              .with(
                                  "constraint_name",
                                  column
                                      .postgres()
                                      .notNull()
                                      .map(one -> Value.of(one.name().text()))
                                      .orElseGet(
                                          () ->
                                              Value.endingWith(
                                                  "the name of a NOT NULL constraint",
                                                  "_not_null")))
                              .end());
            });
    return rows.rows();
  }

  private static Optional<String> type(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key -> Optional.of("PRIMARY KEY");
      case Constraint.Unique key -> Optional.of("UNIQUE");
      case Constraint.ForeignKey key -> Optional.of("FOREIGN KEY");
      case Constraint.Check check -> Optional.of("CHECK");
      case Constraint.Exclusion exclusion -> Optional.empty();
    };
  }

  private static CatalogRows named(CatalogRows rows, Table table, Constraint constraint) {
    return table(rows, table.name())
        .with("constraint_catalog", PostgresFunctions.DATABASE)
        .with("constraint_schema", table.name().schema().text())
        .with("constraint_name", constraint.name().text());
  }

  private static Rows keyColumns(Schema schema) {
    CatalogRows rows = new CatalogRows("information_schema.key_column_usage");
    schema
        .tables()
        .forEach(
            table -> {
              for (Constraint constraint : table.constraints()) {
                if (constraint instanceof Constraint.Check
                    || constraint instanceof Constraint.Exclusion) {
                  continue;
                }
                int place = 0;
                for (Identifier column : constraint.columns().toList()) {
                  place++;
                  named(rows, table, constraint)
                      .with("column_name", column.text())
                      .with("ordinal_position", Value.of(place))
                      .with("position_in_unique_constraint", target(schema, constraint, place))
                      .end();
                }
              }
            });
    return rows.rows();
  }

  /** Where the column that a foreign key's column points at stands in the key it points at. */
  private static Value target(Schema schema, Constraint constraint, int place) {
    if (!(constraint instanceof Constraint.ForeignKey key)) {
      return Value.NULL;
    }
    Identifier column = key.targetColumns().get(place - 1);
    return schema.table(key.target()).stream()
        .flatMap(target -> target.constraints().stream())
        .filter(Constraint.Indexed.class::isInstance)
        .map(target -> target.columns().toList())
        .filter(
            columns ->
                columns.size() == key.targetColumns().size()
                    && columns.containsAll(key.targetColumns()))
        .findFirst()
        .map(columns -> Value.of(columns.indexOf(column) + 1))
        .orElseGet(() -> Value.of(place));
  }

  // A foreign key uses the columns it points at, all others their own (37.8).
  private static Rows constraintColumns(Schema schema) {
    CatalogRows rows = new CatalogRows("information_schema.constraint_column_usage");
    schema
        .tables()
        .forEach(
            table -> {
              for (Constraint constraint : table.constraints()) {
                ObjectName used =
                    constraint instanceof Constraint.ForeignKey key ? key.target() : table.name();
                List<Identifier> columns =
                    constraint instanceof Constraint.ForeignKey key
                        ? key.targetColumns()
                        : constraint instanceof Constraint.Check check
                            ? List.copyOf(dev.schemend.apply.ColumnUses.in(check))
                            : constraint.columns().toList();
                for (Identifier column : columns) {
                  table(rows, used)
                      .with("column_name", column.text())
                      .with("constraint_schema", table.name().schema().text())
                      .with("constraint_name", constraint.name().text())
                      .end();
                }
              }
            });
    return rows.rows();
  }

  private static Rows constraintTables(Schema schema) {
    CatalogRows rows = new CatalogRows("information_schema.constraint_table_usage");
    schema
        .tables()
        .forEach(
            table ->
                table
                    .constraints()
                    .forEach(
                        constraint ->
                            table(
                                    rows,
                                    constraint instanceof Constraint.ForeignKey key
                                        ? key.target()
                                        : table.name())
                                .with("constraint_schema", table.name().schema().text())
                                .with("constraint_name", constraint.name().text())
                                .end()));
    return rows.rows();
  }

  private static Rows references(Schema schema) {
    CatalogRows rows = new CatalogRows("information_schema.referential_constraints");
    schema
        .tables()
        .forEach(
            table ->
                table
                    .foreignKeys()
                    .forEach(
                        key ->
                            rows.with("constraint_schema", table.name().schema().text())
                                .with("constraint_name", key.name().text())
                                .with("update_rule", rule(key.onUpdate()))
                                .with("delete_rule", rule(key.onDelete()))
                                .end()));
    return rows.rows();
  }

  private static String rule(ReferentialAction action) {
    return action.name().replace('_', ' ');
  }

  private static Rows views(Schema schema, CatalogTexts texts) {
    CatalogRows rows = new CatalogRows("information_schema.views");
    for (SchemaObject object : (Iterable<SchemaObject>) schema.objects().values()::iterator) {
      if (object.ref().kind() == ObjectKind.VIEW) {
        table(rows, object.ref().name()).with("view_definition", texts.query(object)).end();
      }
    }
    return rows.rows();
  }

  private static Rows schemata(Schema schema) {
    CatalogRows rows = new CatalogRows("information_schema.schemata");
    for (String name : List.of("pg_catalog", "information_schema")) {
      rows.with("schema_name", name).end();
    }
    SystemCatalogs.each(
        schema, ObjectKind.SCHEMA, ref -> rows.with("schema_name", ref.name().name().text()).end());
    return rows.rows();
  }

  private static Rows sequences(Schema schema) {
    CatalogRows rows = new CatalogRows("information_schema.sequences");
    SystemCatalogs.each(
        schema,
        ObjectKind.SEQUENCE,
        ref ->
            rows.with("sequence_schema", ref.name().schema().text())
                .with("sequence_name", ref.name().name().text())
                .end());
    return rows.rows();
  }

  private static Rows routines(Schema schema) {
    CatalogRows rows = new CatalogRows("information_schema.routines");
    for (SchemaObject object : (Iterable<SchemaObject>) schema.objects().values()::iterator) {
      if (object.ref().kind() == ObjectKind.ROUTINE) {
        boolean procedure =
            object instanceof Routine routine && routine.kind() == Routine.Kind.PROCEDURE;
        ObjectName name = object.ref().name();
        rows.with("routine_schema", name.schema().text())
            .with("routine_name", name.name().text())
            .with("specific_schema", name.schema().text())
            .with("routine_type", procedure ? "PROCEDURE" : "FUNCTION")
            .end();
      }
    }
    return rows.rows();
  }

  private static Rows triggers(Schema schema) {
    CatalogRows rows = new CatalogRows("information_schema.triggers");
    SystemCatalogs.each(
        schema,
        ObjectKind.TRIGGER,
        ref ->
            rows.with("trigger_schema", ref.name().schema().text())
                .with("trigger_name", ref.member().text())
                .with("event_object_schema", ref.name().schema().text())
                .with("event_object_table", ref.name().name().text())
                .end());
    return rows.rows();
  }

  private static Rows domains(Schema schema) {
    CatalogRows rows = new CatalogRows("information_schema.domains");
    SystemCatalogs.each(
        schema,
        ObjectKind.DOMAIN,
        ref ->
            rows.with("domain_schema", ref.name().schema().text())
                .with("domain_name", ref.name().name().text())
                .end());
    return rows.rows();
  }
}
