package dev.schemend.dialect.postgres.catalog;

import dev.schemend.evaluate.CatalogRows;
import dev.schemend.evaluate.Rows;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.IndexPart;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.query.Value;
import java.util.List;

/** The catalogs of constraints and indexes (manual, 53.13 and 53.26). */
final class KeyCatalogs {

  private KeyCatalogs() {}

  static Rows constraints(Schema schema) {
    CatalogRows rows = new CatalogRows("pg_constraint");
    schema
        .tables()
        .forEach(
            table -> {
              table.constraints().forEach(one -> constraint(rows, schema, table, one));
              table.columns().forEach(column -> notNull(rows, table, column));
            });
    return rows.rows();
  }

  // Since 18.
  private static void notNull(CatalogRows rows, Table table, Column column) {
    column
        .postgres()
        .notNull()
        .ifPresent(
            constraint ->
                rows.with("oid", Oids.constraint(table.name(), constraint.name()))
                    .with("conname", constraint.name().text())
                    .with("connamespace", Oids.namespace(table.name().schema()))
                    .with("conrelid", Oids.relation(table.name()))
                    .with("conkey", places(table, List.of(column.name())))
                    .with("contype", "n")
                    .with("convalidated", constraint.validated())
                    .end());
  }

  private static void constraint(
      CatalogRows rows, Schema schema, Table table, Constraint constraint) {
    rows.with("oid", Oids.constraint(table.name(), constraint.name()))
        .with("conname", constraint.name().text())
        .with("connamespace", Oids.namespace(table.name().schema()))
        .with("conrelid", Oids.relation(table.name()))
        .with("conkey", places(table, constraint.columns().toList()));
    switch (constraint) {
      case Constraint.PrimaryKey key -> rows.with("contype", "p").with("convalidated", true);
      case Constraint.Unique key -> rows.with("contype", "u").with("convalidated", true);
      case Constraint.Exclusion one -> rows.with("contype", "x").with("convalidated", true);
      case Constraint.Check check ->
          rows.with("contype", "c").with("convalidated", check.validated());
      case Constraint.ForeignKey key ->
          rows.with("contype", "f")
              .with("convalidated", key.validated())
              .with("confrelid", Oids.relation(key.target()))
              .with(
                  "confkey",
                  schema
                      .table(key.target())
                      .map(target -> places(target, key.targetColumns()))
                      .orElse(Value.NULL))
              .with("confdeltype", SystemViews.letter(key.onDelete()))
              .with("confupdtype", SystemViews.letter(key.onUpdate()));
    }
    if (constraint instanceof Constraint.Indexed) {
      rows.with("conindid", Oids.relation(table.name().sibling(constraint.name())));
    }
    rows.end();
  }

  private static Value places(Table table, List<Identifier> columns) {
    List<Identifier> names = table.columns().stream().map(Column::name).toList();
    return new Value.Items(
        columns.stream().map(column -> Value.of(names.indexOf(column) + 1)).toList());
  }

  static Rows indexes(Schema schema) {
    CatalogRows rows = new CatalogRows("pg_index");
    schema
        .tables()
        .forEach(
            table -> {
              for (Index index : table.indexes()) {
                index(rows, table, index.name(), index.unique(), false, index.parts());
              }
              for (Constraint constraint : table.constraints()) {
                if (constraint instanceof Constraint.Indexed) {
                  boolean primary = constraint instanceof Constraint.PrimaryKey;
                  boolean unique = !(constraint instanceof Constraint.Exclusion);
                  index(rows, table, constraint.name(), unique, primary, parts(constraint));
                }
              }
            });
    return rows.rows();
  }

  private static List<IndexPart> parts(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key -> key.parts();
      case Constraint.Unique key -> key.parts();
      case Constraint.Exclusion exclusion -> exclusion.parts();
      case Constraint.ForeignKey key -> List.of();
      case Constraint.Check check -> List.of();
    };
  }

  private static void index(
      CatalogRows rows,
      Table table,
      Identifier name,
      boolean unique,
      boolean primary,
      List<IndexPart> parts) {
    List<Identifier> names = table.columns().stream().map(Column::name).toList();
    // An expression has the number 0.
    List<Value> keys =
        parts.stream()
            .map(part -> Value.of(part.columnName().map(names::indexOf).orElse(-1) + 1))
            .toList();
    rows.with("indexrelid", Oids.relation(table.name().sibling(name)))
        .with("indrelid", Oids.relation(table.name()))
        .with("indisunique", unique)
        .with("indisprimary", primary)
        .with("indisvalid", true)
        .with("indisready", true)
        .with("indislive", true)
        .with("indnkeyatts", Value.of(parts.size()))
        .with("indkey", new Value.Items(keys, 0))
        .end();
  }
}
