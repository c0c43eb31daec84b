package dev.schemend.dialect.postgres.catalog;

import dev.schemend.evaluate.Rows;
import dev.schemend.model.Index;
import dev.schemend.model.ReferentialAction;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.query.Value;

/** The views over the catalogs that people read (manual, chapter "System Views"). */
final class SystemViews {

  private SystemViews() {}

  static Rows tables(Schema schema) {
    RowBuilder rows = new RowBuilder("pg_tables");
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

  static Rows views(Schema schema) {
    return named(schema, ObjectKind.VIEW, "pg_views", "viewname");
  }

  static Rows materializedViews(Schema schema) {
    return named(schema, ObjectKind.MATERIALIZED_VIEW, "pg_matviews", "matviewname");
  }

  static Rows sequences(Schema schema) {
    return named(schema, ObjectKind.SEQUENCE, "pg_sequences", "sequencename");
  }

  private static Rows named(Schema schema, ObjectKind kind, String relation, String column) {
    RowBuilder rows = new RowBuilder(relation);
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
    RowBuilder rows = new RowBuilder("pg_indexes");
    schema
        .tables()
        .forEach(
            table -> SystemCatalogs.indexNames(table).forEach(name -> index(rows, table, name)));
    return rows.rows();
  }

  private static void index(RowBuilder rows, Table table, Identifier name) {
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

  static Rows policies(Schema schema) {
    RowBuilder rows = new RowBuilder("pg_policies");
    SystemCatalogs.each(
        schema,
        ObjectKind.POLICY,
        ref ->
            rows.with("schemaname", ref.name().schema().text())
                .with("tablename", ref.name().name().text())
                .with("policyname", ref.member().text())
                .end());
    return rows.rows();
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
