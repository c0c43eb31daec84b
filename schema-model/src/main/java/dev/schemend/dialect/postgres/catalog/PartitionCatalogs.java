package dev.schemend.dialect.postgres.catalog;

import dev.schemend.evaluate.CatalogRows;
import dev.schemend.evaluate.Rows;
import dev.schemend.model.Lineage;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.ObjectName;
import dev.schemend.query.Value;
import java.util.Map;
import java.util.stream.Stream;

/** The catalogs of parents and partitions (manual, 53.22 and 53.36). */
final class PartitionCatalogs {

  private PartitionCatalogs() {}

  static Lineage lineage(Table table) {
    return table.options().postgres().lineage();
  }

  static Rows inheritance(Schema schema) {
    CatalogRows rows = new CatalogRows("pg_inherits");
    schema
        .tables()
        .forEach(
            table -> {
              int place = 0;
              for (ObjectName parent : lineage(table).parents()) {
                place++;
                heir(rows, table.name(), parent, place);
              }
              lineage(table).parents().stream()
                  .findFirst()
                  .ifPresent(parent -> attached(rows, table, parent));
            });
    return rows.rows();
  }

  // Indexes of partitions are the heirs of their parents' (52.27).
  private static void attached(CatalogRows rows, Table table, ObjectName parent) {
    Stream.concat(
            table.indexes().stream()
                .map(index -> Map.entry(index.name(), index.postgres().attachedTo())),
            table.constraints().stream()
                .map(constraint -> Map.entry(constraint.name(), constraint.attachedTo())))
        .forEach(
            member ->
                member
                    .getValue()
                    .ifPresent(
                        to ->
                            heir(
                                rows,
                                table.name().sibling(member.getKey()),
                                parent.sibling(to),
                                1)));
  }

  private static void heir(CatalogRows rows, ObjectName child, ObjectName parent, int place) {
    rows.with("inhrelid", Oids.relation(child))
        .with("inhparent", Oids.relation(parent))
        .with("inhseqno", Value.of(place))
        .with("inhdetachpending", false)
        .end();
  }

  static Rows partitioned(Schema schema) {
    CatalogRows rows = new CatalogRows("pg_partitioned_table");
    schema
        .tables()
        .filter(table -> lineage(table).isPartitioned())
        .forEach(
            table ->
                rows.with("partrelid", Oids.relation(table.name()))
                    .with(
                        "partstrat",
                        switch (lineage(table).key().orElseThrow().strategy()) {
                          case RANGE -> "r";
                          case LIST -> "l";
                          case HASH -> "h";
                        })
                    .end());
    return rows.rows();
  }

  /** {@code pg_class.relpartbound}: only {@code pg_get_expr} makes something of it. */
  static Value bound(Table table) {
    return lineage(table)
        .bound()
        .<Value>map(
            bound ->
                PartitionTexts.of(bound)
                    .<Value>map(Value.Paraphrase::new)
                    .orElseGet(() -> Value.unknown("the bound of a partition")))
        .orElse(Value.NULL);
  }
}
