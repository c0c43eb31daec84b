package dev.schemend.dialect.postgres;

import dev.schemend.apply.ErrorCode;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Deferrability;
import dev.schemend.model.Index;
import dev.schemend.model.PostgresTableOptions;
import dev.schemend.model.ReplicaIdentity;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

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
            .withClusteredOn(options.clusteredOn().filter(one -> !one.equals(index)))
            .withKeyNames(named(options, one -> one.equals(index) ? Identifier.NONE : one)));
  }

  // No name takes an index out.
  private static SortedMap<Identifier, List<String>> named(
      PostgresTableOptions options, UnaryOperator<Identifier> name) {
    SortedMap<Identifier, List<String>> names = new TreeMap<>();
    options.keyNames().forEach((index, own) -> names.put(name.apply(index), own));
    names.remove(Identifier.NONE);
    return names;
  }

  /** The table whose options follow the new name of an index. */
  static Table renamed(Table table, Identifier from, Identifier to) {
    PostgresTableOptions options = table.options().postgres();
    ReplicaIdentity identity =
        options.replicaIdentity().equals(new ReplicaIdentity.ByIndex(from))
            ? new ReplicaIdentity.ByIndex(to)
            : options.replicaIdentity();
    Optional<Identifier> clustered = options.clusteredOn().map(one -> one.equals(from) ? to : one);
    return with(
        table,
        options
            .withReplicaIdentity(identity)
            .withClusteredOn(clustered)
            .withKeyNames(named(options, one -> one.equals(from) ? to : one)));
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
            .withClusteredOn(options.clusteredOn().filter(one -> has(table, one)))
            .withKeyNames(named(options, one -> has(table, one) ? one : Identifier.NONE)));
  }

  /** Whether the table's rows are told apart, in replication, by a column. */
  static boolean identifiesBy(Table table, Identifier column) {
    return table.options().postgres().replicaIdentity() instanceof ReplicaIdentity.ByIndex by
        && (table
                .index(by.index())
                .filter(one -> one.columns().anyMatch(column::equals))
                .isPresent()
            || table
                .constraint(by.index())
                .filter(one -> one.columns().anyMatch(column::equals))
                .isPresent());
  }

  /** Refuses an index that cannot tell rows apart (server source: ATExecReplicaIdentity()). */
  static void requireIdentifying(Table table, Identifier name) {
    ObjectRef ref = ObjectRef.to(ObjectKind.INDEX, table.name().sibling(name));
    Optional<Index> index = table.index(name);
    Optional<Constraint> key = table.constraint(name);
    boolean unique = index.map(Index::unique).orElse(key.filter(IndexMentions::isKey).isPresent());
    require(unique, ref, "is not unique", PostgresErrors.WRONG_OBJECT_TYPE);
    require(
        key.filter(one -> isDeferrable(one)).isEmpty(),
        ref,
        "is not immediate",
        PostgresErrors.NOT_SUPPORTED);
    require(
        index.flatMap(one -> one.predicate()).isEmpty(),
        ref,
        "is partial",
        PostgresErrors.NOT_SUPPORTED);
    require(
        index.stream()
            .flatMap(one -> one.parts().stream())
            .allMatch(part -> part.columnName().isPresent()),
        ref,
        "is over an expression",
        PostgresErrors.NOT_SUPPORTED);
    Stream<Identifier> columns =
        Stream.concat(
            index.stream().flatMap(Index::columns), key.stream().flatMap(Constraint::columns));
    require(
        columns.flatMap(one -> table.column(one).stream()).noneMatch(Column::nullable),
        ref,
        "has a column that can be NULL",
        PostgresErrors.WRONG_OBJECT_TYPE);
  }

  private static boolean isKey(Constraint constraint) {
    return constraint instanceof Constraint.PrimaryKey || constraint instanceof Constraint.Unique;
  }

  private static boolean isDeferrable(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key -> key.deferrability() != Deferrability.NOT_DEFERRABLE;
      case Constraint.Unique key -> key.deferrability() != Deferrability.NOT_DEFERRABLE;
      case Constraint.ForeignKey key -> false;
      case Constraint.Check check -> false;
      case Constraint.Exclusion exclusion -> false;
    };
  }

  private static void require(boolean holds, ObjectRef index, String reason, ErrorCode code) {
    if (!holds) {
      throw PostgresErrors.invalid(index, reason + ", and cannot be the replica identity", code);
    }
  }

  static boolean has(Table table, Identifier index) {
    return table.index(index).isPresent()
        || table.constraint(index).filter(Constraint.Indexed.class::isInstance).isPresent();
  }
}
