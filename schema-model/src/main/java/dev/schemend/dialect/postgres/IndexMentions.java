package dev.schemend.dialect.postgres;

import dev.schemend.model.PostgresTableOptions;
import dev.schemend.model.ReplicaIdentity;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import java.util.Optional;

/** The places where a table's options name one of its indexes. */
final class IndexMentions {

  private IndexMentions() {}

  /** The table without the index, and without what its options say of it. */
  static Table without(Table table, Identifier index) {
    PostgresTableOptions options = table.options().postgres();
    ReplicaIdentity identity =
        options.replicaIdentity().equals(new ReplicaIdentity.ByIndex(index))
            ? new ReplicaIdentity.Nothing()
            : options.replicaIdentity();
    return with(
        table.withoutIndex(index),
        options
            .withReplicaIdentity(identity)
            .withClusteredOn(options.clusteredOn().filter(one -> !one.equals(index))));
  }

  /** The table whose options follow the new name of an index. */
  static Table renamed(Table table, Identifier from, Identifier to) {
    PostgresTableOptions options = table.options().postgres();
    ReplicaIdentity identity =
        options.replicaIdentity().equals(new ReplicaIdentity.ByIndex(from))
            ? new ReplicaIdentity.ByIndex(to)
            : options.replicaIdentity();
    Optional<Identifier> clustered = options.clusteredOn().map(one -> one.equals(from) ? to : one);
    return with(table, options.withReplicaIdentity(identity).withClusteredOn(clustered));
  }

  private static Table with(Table table, PostgresTableOptions options) {
    return options.equals(table.options().postgres())
        ? table
        : table.withOptions(table.options().withPostgres(options));
  }

  /** The table without mentions of indexes that it does not have any more. */
  static Table onlyExisting(Table table) {
    PostgresTableOptions options = table.options().postgres();
    boolean lost =
        options.replicaIdentity() instanceof ReplicaIdentity.ByIndex by && !has(table, by.index());
    return with(
        table,
        options
            .withReplicaIdentity(lost ? new ReplicaIdentity.Nothing() : options.replicaIdentity())
            .withClusteredOn(options.clusteredOn().filter(one -> has(table, one))));
  }

  static boolean has(Table table, Identifier index) {
    return table.index(index).isPresent()
        || table.constraint(index).filter(Constraints::hasIndex).isPresent();
  }
}
