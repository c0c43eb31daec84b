package dev.schemend.dialect.postgres.catalog;

import dev.schemend.evaluate.CatalogRows;
import dev.schemend.evaluate.Rows;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.EnumType;
import dev.schemend.model.Generation;
import dev.schemend.model.Lineage;
import dev.schemend.model.Routine;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.query.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The relations of {@code pg_catalog} (manual, chapter "System Catalogs"), without the server's own
 * objects: what a migration asks for by name is a user's. A relation that is not in the table holds
 * what no schema has.
 */
final class SystemCatalogs {

  private static final Map<ObjectKind, String> RELATION_KINDS =
      Map.of(
          ObjectKind.TABLE, "r",
          ObjectKind.VIEW, "v",
          ObjectKind.MATERIALIZED_VIEW, "m",
          ObjectKind.SEQUENCE, "S",
          ObjectKind.FOREIGN_TABLE, "f",
          ObjectKind.COMPOSITE_TYPE, "c");

  private static final Map<ObjectKind, String> TYPE_KINDS =
      Map.of(
          ObjectKind.ENUM_TYPE, "e",
          ObjectKind.DOMAIN, "d",
          ObjectKind.COMPOSITE_TYPE, "c",
          ObjectKind.RANGE_TYPE, "r",
          ObjectKind.TABLE, "c",
          ObjectKind.VIEW, "c",
          ObjectKind.MATERIALIZED_VIEW, "c",
          ObjectKind.FOREIGN_TABLE, "c");

  private static final List<String> SERVER_SCHEMAS =
      List.of("pg_catalog", "information_schema", "pg_toast");

  private static final Map<String, Function<Schema, Rows>> RELATIONS =
      Map.ofEntries(
          Map.entry("pg_namespace", SystemCatalogs::namespaces),
          Map.entry("pg_class", SystemCatalogs::classes),
          Map.entry("pg_attribute", SystemCatalogs::attributes),
          Map.entry("pg_attrdef", SystemCatalogs::defaults),
          Map.entry("pg_constraint", KeyCatalogs::constraints),
          Map.entry("pg_index", KeyCatalogs::indexes),
          Map.entry("pg_type", SystemCatalogs::types),
          Map.entry("pg_enum", SystemCatalogs::labels),
          Map.entry("pg_proc", SystemCatalogs::routines),
          Map.entry("pg_trigger", SystemCatalogs::triggers),
          Map.entry("pg_policy", SystemCatalogs::policies),
          Map.entry("pg_extension", SystemCatalogs::extensions),
          Map.entry("pg_publication", SystemCatalogs::publications),
          Map.entry("pg_event_trigger", SystemCatalogs::eventTriggers),
          Map.entry("pg_inherits", PartitionCatalogs::inheritance),
          Map.entry("pg_partitioned_table", PartitionCatalogs::partitioned),
          Map.entry("pg_tables", SystemViews::tables),
          Map.entry("pg_indexes", SystemViews::indexes),
          Map.entry("pg_sequences", SystemViews::sequences));

  /** Where the model keeps temporary tables. */
  static final Identifier TEMPORARY = Identifier.of("pg_temp");

  private SystemCatalogs() {}

  /** The relation of that name; unknown rows for one that the server has and the model has not. */
  static Optional<Rows> relation(String name, Schema schema, CatalogTexts texts) {
    Optional<Rows> written = SystemViews.written(name, schema, texts);
    if (written.isPresent()) {
      return written;
    }
    Function<Schema, Rows> known = RELATIONS.get(name);
    if (known != null) {
      return Optional.of(known.apply(schema));
    }
    return name.startsWith("pg_")
        ? Optional.of(Rows.unknown("what " + name + " holds"))
        : Optional.empty();
  }

  private static Rows namespaces(Schema schema) {
    CatalogRows rows = new CatalogRows("pg_namespace");
    for (String name : SERVER_SCHEMAS) {
      rows.with("oid", Oids.namespace(Identifier.of(name))).with("nspname", name).end();
    }
    each(
        schema,
        ObjectKind.SCHEMA,
        ref ->
            rows.with("oid", Oids.namespace(ref.name().name()))
                .with("nspname", ref.name().name().text())
                .end());
    return rows.rows();
  }

  /** Does something with each object of one kind. */
  static void each(Schema schema, ObjectKind kind, java.util.function.Consumer<ObjectRef> action) {
    schema.objects().keys().filter(ref -> ref.kind() == kind).forEach(action);
  }

  private static Rows classes(Schema schema) {
    CatalogRows rows = new CatalogRows("pg_class");
    for (ObjectKind kind : ObjectKind.values()) {
      String letter = RELATION_KINDS.get(kind);
      if (letter != null) {
        each(schema, kind, ref -> relation(rows, schema, ref, letter));
      }
    }
    schema
        .tables()
        .forEach(
            table -> {
              Lineage lineage = PartitionCatalogs.lineage(table);
              for (Identifier name : indexNames(table)) {
                named(rows, table.name().sibling(name), lineage.isPartitioned() ? "I" : "i")
                    .with("relispartition", lineage.isPartition())
                    .end();
              }
            });
    return rows.rows();
  }

  private static void relation(CatalogRows rows, Schema schema, ObjectRef ref, String letter) {
    Optional<Table> table = schema.table(ref.name());
    boolean partitioned =
        table.map(PartitionCatalogs::lineage).filter(Lineage::isPartitioned).isPresent();
    named(rows, ref.name(), partitioned ? "p" : letter)
        .with(
            "relispartition",
            table.map(PartitionCatalogs::lineage).filter(Lineage::isPartition).isPresent())
        .with("relpartbound", table.map(PartitionCatalogs::bound).orElse(Value.NULL))
        .with(
            "relpersistence",
            ref.name().schema().equals(TEMPORARY)
                ? "t"
                : table.filter(one -> one.options().postgres().unlogged()).isPresent() ? "u" : "p")
        .end();
  }

  private static CatalogRows named(CatalogRows rows, ObjectName name, String kind) {
    return rows.with("oid", Oids.relation(name))
        .with("relname", name.name().text())
        .with("relnamespace", Oids.namespace(name.schema()))
        .with("relkind", kind);
  }

  /** The names of a table's indexes, those of constraints too. */
  static List<Identifier> indexNames(Table table) {
    List<Identifier> names = new java.util.ArrayList<>();
    table.indexes().forEach(index -> names.add(index.name()));
    table.constraints().stream()
        .filter(Constraint.Indexed.class::isInstance)
        .forEach(constraint -> names.add(constraint.name()));
    return names;
  }

  private static Rows attributes(Schema schema) {
    CatalogRows rows = new CatalogRows("pg_attribute");
    schema
        .tables()
        .forEach(
            table -> {
              int place = 0;
              for (Column column : table.columns()) {
                place++;
                rows.with("attrelid", Oids.relation(table.name()))
                    .with("attname", column.name().text())
                    .with("attnum", Value.of(place))
                    .with("atttypid", CatalogTypes.oid(column.type()))
                    .with("attlen", CatalogTypes.length(column.type()))
                    .with("atttypmod", CatalogTypes.modifier(column.type()))
                    .with("attnotnull", !column.nullable())
                    .with("atthasdef", column.defaultValue().isPresent() || isComputed(column))
                    .with("attisdropped", false)
                    .with("attidentity", identity(column))
                    .with("attgenerated", isComputed(column) ? "s" : "")
                    .end();
              }
            });
    return rows.rows();
  }

  private static boolean isComputed(Column column) {
    return column.generation().filter(Generation.Computed.class::isInstance).isPresent();
  }

  private static String identity(Column column) {
    return column.generation().isPresent()
            && column.generation().get() instanceof Generation.Identity identity
        ? identity.always() ? "a" : "d"
        : "";
  }

  private static Rows defaults(Schema schema) {
    CatalogRows rows = new CatalogRows("pg_attrdef");
    schema
        .tables()
        .forEach(
            table -> {
              int place = 0;
              for (Column column : table.columns()) {
                place++;
                if (column.defaultValue().isPresent() || isComputed(column)) {
                  rows.with("adrelid", Oids.relation(table.name()))
                      .with("adnum", Value.of(place))
                      .end();
                }
              }
            });
    return rows.rows();
  }

  private static Rows types(Schema schema) {
    CatalogRows rows = new CatalogRows("pg_type");
    for (ObjectKind kind : ObjectKind.values()) {
      String letter = TYPE_KINDS.get(kind);
      if (letter != null) {
        each(
            schema,
            kind,
            ref ->
                rows.with("oid", Oids.type(ref.name()))
                    .with("typname", ref.name().name().text())
                    .with("typnamespace", Oids.namespace(ref.name().schema()))
                    .with("typtype", letter)
                    .with("typrelid", letter.equals("c") ? Oids.relation(ref.name()) : Value.of(0))
                    .end());
      }
    }
    for (String name : BuiltinTypes.NAMES) {
      rows.with("oid", new Value.Reference(Oids.TYPE, CatalogTypes.canonical(name)))
          .with("typname", name)
          .with("typnamespace", Oids.namespace(Identifier.of("pg_catalog")))
          .with("typtype", "b")
          .end();
    }
    return rows.rows();
  }

  private static Rows labels(Schema schema) {
    CatalogRows rows = new CatalogRows("pg_enum");
    schema
        .objects()
        .values()
        .filter(EnumType.class::isInstance)
        .map(EnumType.class::cast)
        .forEach(
            type -> {
              int place = 0;
              for (String label : type.labels()) {
                place++;
                rows.with("enumtypid", Oids.type(type.name()))
                    .with("enumlabel", label)
                    .with("enumsortorder", Value.of(place))
                    .end();
              }
            });
    return rows.rows();
  }

  private static Rows routines(Schema schema) {
    CatalogRows rows = new CatalogRows("pg_proc");
    for (SchemaObject object : (Iterable<SchemaObject>) schema.objects().values()::iterator) {
      ObjectRef ref = object.ref();
      if (ref.kind() == ObjectKind.AGGREGATE || ref.kind() == ObjectKind.ROUTINE) {
        rows.with("oid", Oids.routine(ref))
            .with("proname", ref.name().name().text())
            .with("pronamespace", Oids.namespace(ref.name().schema()));
        if (object instanceof Routine routine) {
          boolean procedure = routine.kind() == Routine.Kind.PROCEDURE;
          rows.with("prokind", procedure ? "p" : "f")
              .with("pronargs", Value.of(routine.inputs().count()))
              .with("prosrc", Value.of(routine.source()))
              .with("proretset", routine.result().filter(Routine.Result::setOf).isPresent())
              .with(
                  "prorettype",
                  routine
                      .result()
                      .map(result -> CatalogTypes.oid(result.type()))
                      .orElseGet(() -> new Value.Reference(Oids.TYPE, "void")));
        } else {
          rows.with("prokind", ref.kind() == ObjectKind.AGGREGATE ? "a" : "f");
        }
        rows.end();
      }
    }
    return rows.rows();
  }

  private static Rows triggers(Schema schema) {
    CatalogRows rows = new CatalogRows("pg_trigger");
    each(
        schema,
        ObjectKind.TRIGGER,
        ref ->
            rows.with("oid", new Value.Reference("pg_trigger", ref.toString()))
                .with("tgname", ref.member().text())
                .with("tgrelid", Oids.relation(ref.name()))
                .with("tgisinternal", false)
                .end());
    return rows.rows();
  }

  private static Rows policies(Schema schema) {
    CatalogRows rows = new CatalogRows("pg_policy");
    each(
        schema,
        ObjectKind.POLICY,
        ref ->
            rows.with("oid", new Value.Reference("pg_policy", ref.toString()))
                .with("polname", ref.member().text())
                .with("polrelid", Oids.relation(ref.name()))
                .end());
    return rows.rows();
  }

  private static Rows extensions(Schema schema) {
    CatalogRows rows = named(schema, ObjectKind.EXTENSION, "pg_extension", "extname");
    rows.with("extname", "plpgsql")
        .with("extnamespace", Oids.namespace(Identifier.of("pg_catalog")))
        .end();
    return rows.rows();
  }

  private static Rows publications(Schema schema) {
    return named(schema, ObjectKind.PUBLICATION, "pg_publication", "pubname").rows();
  }

  private static Rows eventTriggers(Schema schema) {
    return named(schema, ObjectKind.EVENT_TRIGGER, "pg_event_trigger", "evtname").rows();
  }

  private static CatalogRows named(Schema schema, ObjectKind kind, String relation, String column) {
    CatalogRows rows = new CatalogRows(relation);
    each(schema, kind, ref -> rows.with(column, ref.name().name().text()).end());
    return rows;
  }
}
