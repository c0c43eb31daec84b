package dev.schemend.dialect.postgres.catalog;

import dev.schemend.evaluate.CatalogRows;
import dev.schemend.evaluate.Rows;
import dev.schemend.model.Index;
import dev.schemend.model.Policy;
import dev.schemend.model.ReferentialAction;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.query.Value;
import java.util.List;
import java.util.Optional;

/** The views over the catalogs that people read (manual, chapter "System Views"). */
final class SystemViews {

  private SystemViews() {}

  static Rows tables(Schema schema) {
    CatalogRows rows = new CatalogRows("pg_tables");
    SystemCatalogs.each(
        schema,
        ObjectKind.TABLE,
        ref -> {
          rows.with("schemaname", ref.name().schema().text())
              .with("tablename", ref.name().name().text());
          schema
              .table(ref.name())
              .ifPresent(
                  table -> rows.with("hasindexes", !SystemCatalogs.indexNames(table).isEmpty()));
          rows.end();
        });
    return rows.rows();
  }

  /** The views that show definitions; empty for another. */
  static Optional<Rows> written(String name, Schema schema, CatalogTexts texts) {
    return switch (name) {
      case "pg_views" -> Optional.of(views(schema, ObjectKind.VIEW, "viewname", texts));
      case "pg_matviews" ->
          Optional.of(views(schema, ObjectKind.MATERIALIZED_VIEW, "matviewname", texts));
      case "pg_policies" -> Optional.of(policies(schema, texts));
      default -> Optional.empty();
    };
  }

  private static Rows views(Schema schema, ObjectKind kind, String column, CatalogTexts texts) {
    CatalogRows rows = new CatalogRows("pg_views");
    SystemCatalogs.each(
        schema,
        kind,
        ref ->
            rows.with("schemaname", ref.name().schema().text())
                .with(column, ref.name().name().text())
                .with("definition", schema.get(ref).map(texts::query).orElse(Value.NULL))
                .end());
    return rows.rows();
  }

  static Rows sequences(Schema schema) {
    return named(schema, ObjectKind.SEQUENCE, "pg_sequences", "sequencename");
  }

  private static Rows named(Schema schema, ObjectKind kind, String relation, String column) {
    CatalogRows rows = new CatalogRows(relation);
    SystemCatalogs.each(
        schema,
        kind,
        ref ->
            rows.with("schemaname", ref.name().schema().text())
                .with(column, ref.name().name().text())
                .end());
    return rows.rows();
  }

  static Rows indexes(Schema schema) {
    CatalogRows rows = new CatalogRows("pg_indexes");
    schema
        .tables()
        .forEach(
            table -> SystemCatalogs.indexNames(table).forEach(name -> index(rows, table, name)));
    return rows.rows();
  }

  private static void index(CatalogRows rows, Table table, Identifier name) {
    boolean unique = table.index(name).map(Index::unique).orElse(true);
    rows.with("schemaname", table.name().schema().text())
        .with("tablename", table.name().name().text())
        .with("indexname", name.text())
        .with(
            "indexdef",
            new Value.Unknown(
                "the server's spelling of an index", unique ? "CREATE UNIQUE INDEX " : "CREATE "))
        .end();
  }

  private static Rows policies(Schema schema, CatalogTexts texts) {
    CatalogRows rows = new CatalogRows("pg_policies");
    SystemCatalogs.each(
        schema,
        ObjectKind.POLICY,
        ref -> {
          rows.with("schemaname", ref.name().schema().text())
              .with("tablename", ref.name().name().text())
              .with("policyname", ref.member().text());
          schema
              .get(ref)
              .filter(Policy.class::isInstance)
              .map(Policy.class::cast)
              .ifPresent(policy -> describe(rows, policy, texts));
          rows.end();
        });
    return rows.rows();
  }

  private static void describe(CatalogRows rows, Policy policy, CatalogTexts texts) {
    List<Value> roles =
        policy.roles().isEmpty()
            ? List.of(Value.of("public"))
            : policy.roles().stream().map(role -> Value.of(role.text())).toList();
    rows.with("permissive", policy.permissive() ? "PERMISSIVE" : "RESTRICTIVE")
        .with("cmd", policy.command().name())
        .with("roles", new Value.Items(roles))
        .with("qual", policy.using().map(texts::expression).orElse(Value.NULL))
        .with("with_check", policy.check().map(texts::expression).orElse(Value.NULL));
  }

  /** {@code pg_constraint.confdeltype}. */
  static String letter(ReferentialAction action) {
    return switch (action) {
      case NO_ACTION -> "a";
      case RESTRICT -> "r";
      case CASCADE -> "c";
      case SET_NULL -> "n";
      case SET_DEFAULT -> "d";
    };
  }
}
