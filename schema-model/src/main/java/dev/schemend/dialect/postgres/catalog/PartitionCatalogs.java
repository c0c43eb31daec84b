package dev.schemend.dialect.postgres.catalog;

import dev.schemend.evaluate.Rows;
import dev.schemend.model.Lineage;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.ObjectName;
import dev.schemend.query.Value;

/** The catalogs of parents and partitions (manual, 53.22 and 53.36). */
final class PartitionCatalogs {

  private PartitionCatalogs() {}

  static Lineage lineage(Table table) {
    return table.options().postgres().lineage();
  }

  static Rows inheritance(Schema schema) {
    RowBuilder rows = new RowBuilder("pg_inherits");
    schema
        .tables()
        .forEach(
            table -> {
              int place = 0;
              for (ObjectName parent : lineage(table).parents()) {
                place++;
                rows.with("inhrelid", Oids.relation(table.name()))
                    .with("inhparent", Oids.relation(parent))
                    .with("inhseqno", Value.of(place))
                    .with("inhdetachpending", false)
                    .end();
              }
            });
    return rows.rows();
  }

  static Rows partitioned(Schema schema) {
    RowBuilder rows = new RowBuilder("pg_partitioned_table");
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
