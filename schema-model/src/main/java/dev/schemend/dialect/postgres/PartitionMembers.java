package dev.schemend.dialect.postgres;

import dev.schemend.apply.ColumnUses;
import dev.schemend.dialect.Dialect;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.IndexPart;
import dev.schemend.model.IndexStorage;
import dev.schemend.model.PostgresIndexOptions;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The indexes, keys and foreign keys that a partition has because its parent has them (server
 * sources {@code DefineIndex}, {@code AttachPartitionEnsureIndexes}, {@code
 * CloneForeignKeyConstraints}).
 */
final class PartitionMembers {

  private final Dialect dialect;
  private final Scope scope;

  PartitionMembers(Dialect dialect, Scope scope) {
    this.dialect = dialect;
    this.scope = scope;
  }

  private Scope in(Schema schema) {
    return new Scope(schema, scope.session());
  }

  /** Gives a partition all that its parent has, taking over what it has already. */
  Schema complete(ObjectName parentName, ObjectName partitionName) {
    Schema schema = scope.schema();
    Table parent = schema.table(parentName).orElseThrow();
    for (Constraint constraint : parent.constraints()) {
      if (constraint instanceof Constraint.Indexed) {
        schema = new PartitionMembers(dialect, in(schema)).key(partitionName, constraint);
      }
    }
    for (Index index : parent.indexes()) {
      schema = new PartitionMembers(dialect, in(schema)).index(partitionName, index);
    }
    for (Constraint constraint : parent.constraints()) {
      if (constraint instanceof Constraint.ForeignKey key) {
        schema = new PartitionMembers(dialect, in(schema)).foreignKey(partitionName, key);
      }
    }
    return schema;
  }

  /** Gives every partition of a table what its parent got. */
  Schema toAll(Table parent, Spread spread) {
    Schema schema = scope.schema();
    for (Table child : Heirs.of(schema, parent)) {
      schema = spread.to(new PartitionMembers(dialect, in(schema)), child.name());
    }
    return schema;
  }

  /** Something that a partition gets from its parent. */
  interface Spread {
    Schema to(PartitionMembers members, ObjectName partition);
  }

  Schema index(ObjectName partitionName, Index parentIndex) {
    Table partition = scope.schema().table(partitionName).orElseThrow();
    Optional<Index> fitting =
        partition.indexes().stream()
            .filter(own -> own.postgres().attachedTo().isEmpty() && sameShape(own, parentIndex))
            .findFirst();
    Optional<Constraint> key =
        partition.constraints().stream()
            .filter(own -> own.attachedTo().isEmpty())
            .filter(own -> indexOf(own).filter(one -> sameShape(one, parentIndex)).isPresent())
            .findFirst();
    Schema schema;
    if (fitting.isPresent()) {
      schema = attachIndex(partition, fitting.get().name(), parentIndex.name());
    } else if (key.isPresent()) {
      schema = scope.schema().with(attachKey(partition, key.get().name(), parentIndex.name()));
    } else {
      Index copy =
          parentIndex.withPostgres(
              parentIndex
                  .postgres()
                  .withAttachedTo(Optional.of(parentIndex.name()))
                  .withStatistics(new TreeMap<>()));
      List<String> names = KeyNames.ofNew(scope.schema(), partition, copy);
      Index own = KeyNames.named(scope, partitionName, copy, names);
      schema = scope.schema().with(KeyNames.with(partition.plus(own), own.name(), names));
      Table changed = schema.table(partitionName).orElseThrow();
      return new PartitionMembers(dialect, in(schema))
          .toAll(changed, (members, child) -> members.index(child, own));
    }
    return schema;
  }

  private Schema attachIndex(Table partition, Identifier own, Identifier parent) {
    return scope
        .schema()
        .with(
            partition.withIndexes(
                partition.indexes().stream()
                    .map(
                        index ->
                            index.name().equals(own)
                                ? index.withPostgres(
                                    index.postgres().withAttachedTo(Optional.of(parent)))
                                : index)
                    .toList()));
  }

  /** The index behind a key. */
  static Optional<Index> indexOf(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key when !key.withoutOverlaps() ->
          Optional.of(indexOf(key.name(), key.parts(), key.include(), false));
      case Constraint.Unique key when !key.withoutOverlaps() ->
          Optional.of(indexOf(key.name(), key.parts(), key.include(), key.nullsNotDistinct()));
      case Constraint.PrimaryKey key -> Optional.empty();
      case Constraint.Unique key -> Optional.empty();
      case Constraint.ForeignKey key -> Optional.empty();
      case Constraint.Check check -> Optional.empty();
      case Constraint.Exclusion exclusion -> Optional.empty();
    };
  }

  private static Index indexOf(
      Identifier name, List<IndexPart> parts, List<Identifier> include, boolean nullsNotDistinct) {
    return Index.of(name, Index.Kind.UNIQUE, parts)
        .withPostgres(new PostgresIndexOptions(include, nullsNotDistinct, new TreeMap<>()));
  }

  // CompareIndexInfo: neither order nor storage count.
  static boolean sameShape(Index one, Index other) {
    return one.kind() == other.kind()
        && one.method().equals(other.method())
        && one.predicate().equals(other.predicate())
        && one.postgres().include().equals(other.postgres().include())
        && one.postgres().nullsNotDistinct() == other.postgres().nullsNotDistinct()
        && plain(one.parts()).equals(plain(other.parts()));
  }

  private static List<IndexPart> plain(List<IndexPart> parts) {
    return parts.stream()
        .map(
            part ->
                new IndexPart(
                    part.key(),
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    part.operatorClass(),
                    part.collation()))
        .toList();
  }

  Schema key(ObjectName partitionName, Constraint parentKey) {
    Table partition = scope.schema().table(partitionName).orElseThrow();
    Optional<Constraint> fitting =
        partition.constraints().stream()
            .filter(own -> own.attachedTo().isEmpty() && sameKey(own, parentKey))
            .findFirst();
    if (fitting.isPresent()) {
      return scope.schema().with(attachKey(partition, fitting.get().name(), parentKey.name()));
    }
    Constraint cloned = attached(parentKey.withName(Identifier.NONE), parentKey.name());
    return new Constraints(dialect, scope).add(partitionName, cloned, false);
  }

  // CompareIndexInfo, again.
  private static Constraint shape(Constraint key) {
    return alone(key.withName(Identifier.NONE)).withStorage(IndexStorage.NONE);
  }

  private static boolean sameKey(Constraint own, Constraint parent) {
    return shape(own).equals(shape(parent));
  }

  static Table attachKey(Table partition, Identifier own, Identifier parent) {
    Table attached =
        partition.withConstraints(
            partition.constraints().stream()
                .map(one -> one.name().equals(own) ? attached(one, parent) : one)
                .toList());
    return attached;
  }

  static Constraint attached(Constraint constraint, Identifier parent) {
    return withAttachedTo(constraint, Optional.of(parent));
  }

  /** The constraint as one that follows from no other table's. */
  static Constraint alone(Constraint constraint) {
    return withAttachedTo(constraint, Optional.empty());
  }

  private static Constraint withAttachedTo(Constraint constraint, Optional<Identifier> parent) {
    return switch (constraint) {
      case Constraint.PrimaryKey key -> key.withAttachedTo(parent);
      case Constraint.Unique key -> key.withAttachedTo(parent);
      case Constraint.ForeignKey key -> key;
      case Constraint.Check check -> check;
      case Constraint.Exclusion exclusion -> exclusion.withAttachedTo(parent);
    };
  }

  Schema foreignKey(ObjectName partitionName, Constraint.ForeignKey parentKey) {
    Table partition = scope.schema().table(partitionName).orElseThrow();
    Constraint.ForeignKey clone = parentKey.withPostgres(parentKey.postgres().withLocal(false));
    Optional<Constraint.ForeignKey> fitting =
        partition
            .foreignKeys()
            .filter(own -> own.postgres().local())
            .filter(
                own ->
                    own.withPostgres(own.postgres().withLocal(false))
                        .withName(clone.name())
                        .equals(clone))
            .findFirst();
    if (fitting.isPresent()) {
      return scope
          .schema()
          .with(
              partition.withConstraints(
                  partition.constraints().stream()
                      .map(
                          one ->
                              one.equals(fitting.get())
                                  ? clone.withName(fitting.get().name())
                                  : one)
                      .toList()));
    }
    Constraint.ForeignKey named =
        partition.constraint(clone.name()).isPresent()
            ? clone.withName(
                ImplicitNames.constraint(
                    scope.schema(),
                    partitionName,
                    ImplicitNames.columns(
                        clone.sourceColumns().stream().map(Identifier::text).toList()),
                    "fkey"))
            : clone;
    Schema schema = scope.schema().with(partition.plus(named));
    Table changed = schema.table(partitionName).orElseThrow();
    return new PartitionMembers(dialect, in(schema))
        .toAll(changed, (members, child) -> members.foreignKey(child, named));
  }

  /** A table as it is when it is a partition no more: all that it has is its own. */
  static Table released(Table partition) {
    return partition
        .withIndexes(
            partition.indexes().stream()
                .map(index -> index.withPostgres(index.postgres().withAttachedTo(Optional.empty())))
                .toList())
        .withConstraints(
            partition.constraints().stream()
                .map(one -> withAttachedTo(one, Optional.empty()))
                .map(
                    one ->
                        one instanceof Constraint.ForeignKey key
                            ? key.withPostgres(key.postgres().withLocal(true))
                            : one)
                .toList());
  }

  /** The names of attached indexes and keys follow when their parent's is renamed. */
  static Schema renamed(Schema schema, Table parent, Identifier from, Identifier to) {
    Schema current = schema;
    for (Table child : Heirs.of(schema, parent)) {
      current =
          current.with(
              child
                  .withIndexes(
                      child.indexes().stream()
                          .map(
                              index ->
                                  index.postgres().attachedTo().filter(from::equals).isPresent()
                                      ? index.withPostgres(
                                          index.postgres().withAttachedTo(Optional.of(to)))
                                      : index)
                          .toList())
                  .withConstraints(
                      child.constraints().stream()
                          .map(
                              one ->
                                  one.attachedTo().filter(from::equals).isPresent()
                                      ? attached(one, to)
                                      : one)
                          .toList()));
    }
    return current;
  }

  /**
   * Makes anew, under fresh names, what partitions have because of the indexes and keys of a table
   * that mention a column: its type was changed ({@code ATPostAlterTypeCleanup}).
   */
  Schema madeAnew(ObjectName tableName, Identifier column) {
    Table table = scope.schema().table(tableName).orElseThrow();
    Schema schema = scope.schema();
    if (!Heirs.lineage(table).isPartitioned()) {
      return schema;
    }
    for (Constraint constraint : table.constraints()) {
      if (constraint instanceof Constraint.Indexed && ColumnUses.in(constraint).contains(column)) {
        schema =
            new PartitionMembers(dialect, in(released(schema, table, constraint.name())))
                .toAll(table, (members, child) -> members.key(child, constraint));
      }
    }
    for (Index index : table.indexes()) {
      if (ColumnUses.in(index).contains(column)) {
        schema =
            new PartitionMembers(dialect, in(released(schema, table, index.name())))
                .toAll(table, (members, child) -> members.index(child, index));
      }
    }
    return schema;
  }

  // Without a thought of foreign keys, which rest on what comes back at once.
  private static Schema released(Schema schema, Table parent, Identifier member) {
    Schema current = schema;
    for (Table child : Heirs.of(schema, parent)) {
      for (Index index : child.indexes()) {
        if (index.postgres().attachedTo().filter(member::equals).isPresent()) {
          current = released(current, child, index.name());
          current = current.with(table(current, child).withoutIndex(index.name()));
        }
      }
      for (Constraint constraint : child.constraints()) {
        if (constraint.attachedTo().filter(member::equals).isPresent()) {
          current = released(current, child, constraint.name());
          current = current.with(table(current, child).withoutConstraint(constraint.name()));
        }
      }
    }
    return current;
  }

  /** The keys of partitions that are attached to an index, which only CASCADE takes along. */
  static List<ObjectRef> keysUnder(Schema schema, Table parent, Identifier index) {
    List<ObjectRef> found = new ArrayList<>();
    for (Table child : Heirs.of(schema, parent)) {
      child.constraints().stream()
          .filter(key -> key.attachedTo().filter(index::equals).isPresent())
          .forEach(key -> found.add(ObjectRef.constraint(child.name(), key.name())));
      child.indexes().stream()
          .filter(own -> own.postgres().attachedTo().filter(index::equals).isPresent())
          .forEach(own -> found.addAll(keysUnder(schema, child, own.name())));
    }
    return found;
  }

  /** Drops what partitions have because of an index or key that goes from their parent. */
  static Schema dropped(Schema schema, Table parent, Identifier member) {
    Schema current = schema;
    for (Table child : Heirs.of(schema, parent)) {
      for (Index index : child.indexes()) {
        if (index.postgres().attachedTo().filter(member::equals).isPresent()) {
          current = dropped(current, child, index.name());
          current = current.with(IndexMentions.without(table(current, child), index.name()));
        }
      }
      for (Constraint constraint : child.constraints()) {
        if (constraint.attachedTo().filter(member::equals).isPresent()) {
          current = dropped(current, child, constraint.name());
          current = Dropping.withoutKeysOn(current, table(current, child), constraint);
          current =
              current.with(
                  IndexMentions.without(
                      table(current, child).withoutConstraint(constraint.name()),
                      constraint.name()));
        }
      }
    }
    return current;
  }

  private static Table table(Schema schema, Table table) {
    return schema.table(table.name()).orElseThrow();
  }

  /** Drops what partitions have because of a foreign key that goes from their parent. */
  static Schema dropped(Schema schema, Table parent, Constraint.ForeignKey key) {
    Schema current = schema;
    for (Table child : Heirs.of(schema, parent)) {
      for (Constraint.ForeignKey clone : child.foreignKeys().toList()) {
        if (!clone.postgres().local()
            && clone.target().equals(key.target())
            && clone.sourceColumns().equals(key.sourceColumns())
            && clone.targetColumns().equals(key.targetColumns())) {
          current = dropped(current, child, clone);
          current = current.with(table(current, child).withoutConstraint(clone.name()));
          break;
        }
      }
    }
    return current;
  }
}
