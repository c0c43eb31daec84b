package dev.schemend.dialect.postgres;

import dev.schemend.apply.ColumnUses;
import dev.schemend.apply.Rejection;
import dev.schemend.apply.Renamer;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.IndexAction;
import dev.schemend.dialect.Dialect;
import dev.schemend.model.Comment;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.IndexStorage;
import dev.schemend.model.MaterializedView;
import dev.schemend.model.PostgresIndexOptions;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** {@code CREATE}, {@code ALTER} and {@code DROP INDEX}. */
final class IndexStatements {

  private final Dialect dialect;
  private final Scope scope;

  IndexStatements(Dialect dialect, Scope scope) {
    this.dialect = dialect;
    this.scope = scope;
  }

  Schema create(DdlStatement.CreateIndex create) {
    Optional<ObjectRef> view = scope.find(create.table(), VIEWS);
    if (view.isPresent()) {
      return onView(view.get().name(), inner -> inner.create(create));
    }
    if (scope.relation(create.table()).filter(scope::isCarriedTable).isPresent()) {
      return scope.schema();
    }
    Table table = scope.table(create.table());
    Identifier name = create.index().name();
    if (!name.isNone() && scope.isTaken(table.name().sibling(name))) {
      if (create.ifNotExists()) {
        return scope.schema();
      }
      throw PostgresErrors.duplicate(ObjectRef.to(ObjectKind.INDEX, table.name().sibling(name)));
    }
    Index index = new Canonical(dialect, scope).index(create.index(), table.columns());
    Canonical.requireColumns(
        table.name(), table.columns(), ColumnUses.in(index), PostgresErrors.UNDEFINED_COLUMN);
    IndexMethods.require(scope.schema(), table.name(), index, table.columns());
    IndexParameters.require(
        scope.schema(),
        ObjectRef.index(table.name(), name),
        index.method(),
        index.postgres().storageParameters());
    PartitionKeys.requireCovered(table, index);
    boolean partitioned = Heirs.lineage(table).isPartitioned();
    if (partitioned && create.concurrently()) {
      throw PostgresErrors.invalid(
          table.ref(),
          "cannot create index on partitioned table concurrently",
          PostgresErrors.NOT_SUPPORTED);
    }
    // The name is made before the expressions are analyzed (transformIndexStmt): of what is
    // written.
    Index named = name.isNone() ? index.withName(named(table, create.index()).name()) : index;
    Schema schema = scope.schema().with(table.plus(named));
    return partitioned && !create.only()
        ? new PartitionMembers(dialect, new Scope(schema, scope.session()))
            .toAll(
                schema.table(table.name()).orElseThrow(),
                (members, child) -> members.index(child, named))
        : schema;
  }

  private static final List<ObjectKind> VIEWS = List.of(ObjectKind.MATERIALIZED_VIEW);

  /** Runs a statement on the indexes of a materialised view as if it were the table it stores. */
  private Schema onView(ObjectName name, Function<IndexStatements, Schema> statement) {
    Optional<MaterializedView> found = scope.schema().materializedView(name);
    if (found.isEmpty()) {
      return scope.schema();
    }
    MaterializedView view = found.get();
    Schema stored =
        scope
            .schema()
            .without(view.ref())
            .with(ViewColumns.table((PostgresExpressions) dialect.expressions(), scope, view));
    Schema after =
        statement.apply(new IndexStatements(dialect, new Scope(stored, scope.session())));
    return scope.schema().with(ViewColumns.back(view, after.table(name).orElseThrow()));
  }

  private boolean isOfView(Optional<ObjectRef> index) {
    return index.filter(ref -> scope.schema().materializedView(ref.name()).isPresent()).isPresent();
  }

  private Index named(Table table, Index index) {
    return KeyNames.named(scope, table.name(), index, KeyNames.ofNew(scope.schema(), table, index));
  }

  Schema drop(DdlStatement.DropIndexes drop) {
    Schema schema = scope.schema();
    for (ObjectName written : drop.names()) {
      Scope now = new Scope(schema, scope.session());
      Optional<ObjectRef> found = find(now, written);
      if (found.isEmpty()) {
        if (drop.ifExists() && now.relation(written).isEmpty()) {
          continue;
        }
        throw missing(
            now, written, PostgresErrors.undefined(ObjectRef.to(ObjectKind.INDEX, written)));
      }
      schema =
          new IndexStatements(dialect, now)
              .drop(found.get(), drop.behavior())
              .without(Comment.refOn(found.get()));
    }
    return schema;
  }

  private Schema drop(ObjectRef ref, DropBehavior behavior) {
    if (isOfView(Optional.of(ref))) {
      return onView(ref.name(), inner -> inner.drop(ref, behavior));
    }
    return drop(scope, ref, behavior);
  }

  private static Schema drop(Scope now, ObjectRef ref, DropBehavior behavior) {
    Table table = now.schema().table(ref.name()).orElseThrow();
    Optional<Index> index = table.index(ref.member());
    if (index.isEmpty()) {
      throw PostgresErrors.referenced(
          ref, List.of(ObjectRef.constraint(table.name(), ref.member())));
    }
    if (index.get().postgres().attachedTo().isPresent()) {
      Table parent = Heirs.parents(now.schema(), table).findFirst().orElseThrow();
      throw PostgresErrors.referenced(
          ref,
          List.of(
              ObjectRef.index(parent.name(), index.get().postgres().attachedTo().orElseThrow())));
    }
    List<ObjectRef> keys = PartitionMembers.keysUnder(now.schema(), table, ref.member());
    if (behavior == DropBehavior.RESTRICT && !keys.isEmpty()) {
      throw PostgresErrors.referenced(ref, keys);
    }
    Schema schema = PartitionMembers.dropped(now.schema(), table, ref.member());
    if (isKey(index.get())) {
      List<ObjectRef> holders = Dropping.keyHolders(schema, table, index.get().columns().toList());
      boolean restsOnThis = !holders.isEmpty() && !hasOtherKey(table, index.get());
      if (restsOnThis && behavior == DropBehavior.RESTRICT) {
        throw PostgresErrors.referenced(ref, holders);
      }
      if (restsOnThis) {
        for (ObjectRef holder : holders) {
          Table other = schema.table(holder.name()).orElseThrow();
          schema = schema.with(other.withoutConstraint(holder.member()));
        }
      }
    }
    return schema.with(
        IndexMentions.without(schema.table(table.name()).orElseThrow(), ref.member()));
  }

  // A foreign key rests on whole unique indexes only (transformFkeyCheckAttrs).
  private static boolean isKey(Index index) {
    return index.unique() && index.predicate().isEmpty();
  }

  private static boolean hasOtherKey(Table table, Index index) {
    List<Identifier> columns = index.columns().toList();
    return table.constraints().stream()
            .filter(Constraint.Indexed.class::isInstance)
            .anyMatch(key -> Dropping.sameColumns(key.columns().toList(), columns))
        || table.indexes().stream()
            .anyMatch(
                other ->
                    isKey(other)
                        && !other.name().equals(index.name())
                        && Dropping.sameColumns(other.columns().toList(), columns));
  }

  Schema rename(DdlStatement.RenameIndex rename) {
    Optional<ObjectRef> found = find(scope, rename.from());
    if (found.isEmpty()) {
      if (rename.ifExists() && scope.relation(rename.from()).isEmpty()) {
        return scope.schema();
      }
      // ALTER looks for a relation, and renames a table as well; DROP looks for an index.
      Optional<Table> table = scope.findTable(rename.from());
      if (table.isPresent()) {
        ObjectName name = table.get().name();
        scope.requireFree(name.sibling(rename.to()), ObjectKind.TABLE);
        return Renamer.follow(scope.schema(), table.get().ref(), name.sibling(rename.to()));
      }
      throw missing(scope, rename.from(), PostgresErrors.undefined(ObjectRef.table(rename.from())));
    }
    ObjectRef ref = found.get();
    if (isOfView(found)) {
      return Comments.moved(
          onView(ref.name(), inner -> inner.rename(rename)),
          ref,
          ObjectRef.index(ref.name(), rename.to()));
    }
    scope.requireFree(ref.name().sibling(rename.to()), ObjectKind.INDEX);
    Table table = scope.schema().table(ref.name()).orElseThrow();
    // Renaming the index of a constraint renames the constraint (RenameRelationInternal).
    Table renamed =
        table
            .withIndexes(
                table.indexes().stream()
                    .map(
                        index ->
                            index.name().equals(ref.member()) ? index.withName(rename.to()) : index)
                    .toList())
            .withConstraints(
                table.constraints().stream()
                    .map(
                        constraint ->
                            constraint.name().equals(ref.member())
                                    && constraint instanceof Constraint.Indexed
                                ? constraint.withName(rename.to())
                                : constraint)
                    .toList());
    Schema told = Comments.moved(scope.schema(), ref, ObjectRef.index(ref.name(), rename.to()));
    return PartitionMembers.renamed(
        told.with(IndexMentions.renamed(renamed, ref.member(), rename.to())),
        table,
        ref.member(),
        rename.to());
  }

  Schema alter(DdlStatement.AlterIndex alter) {
    Optional<ObjectRef> found = find(scope, alter.name());
    if (found.isEmpty()) {
      if (alter.ifExists() && scope.relation(alter.name()).isEmpty()) {
        return scope.schema();
      }
      throw missing(scope, alter.name(), PostgresErrors.undefined(ObjectRef.table(alter.name())));
    }
    if (isOfView(found)) {
      return onView(found.get().name(), inner -> inner.alter(alter));
    }
    Table table = scope.schema().table(found.get().name()).orElseThrow();
    Identifier name = found.get().member();
    return switch (alter.action()) {
      case IndexAction.AttachPartition attach -> attach(table, name, attach.index());
      case IndexAction.SetParameters set -> {
        IndexParameters.require(
            scope.schema(), found.get(), method(alterable(table, name), name), set.parameters());
        yield stored(table, name, storage -> storage.setting(set.parameters()));
      }
      case IndexAction.ResetParameters reset ->
          stored(alterable(table, name), name, storage -> storage.resetting(reset.parameters()));
      case IndexAction.ChangeColumnParameters change ->
          throw PostgresErrors.invalid(
              ObjectRef.index(table.name(), name),
              "is an index: ALTER COLUMN … SET cannot be performed on it",
              PostgresErrors.WRONG_OBJECT_TYPE);
      case IndexAction.SetTablespace set ->
          stored(table, name, storage -> storage.withTablespace(set.tablespace()));
      case IndexAction.SetStatistics set ->
          changed(
              table,
              name,
              options -> {
                var targets = new TreeMap<>(options.statistics());
                set.target()
                    .filter(target -> target >= 0)
                    .ifPresentOrElse(
                        target -> targets.put(set.column(), target),
                        () -> targets.remove(set.column()));
                return options.withStatistics(targets);
              });
    };
  }

  private static String method(Table table, Identifier index) {
    return table
        .index(index)
        .map(Index::method)
        .or(() -> table.constraint(index).map(Constraints::method))
        .orElse(Index.BTREE);
  }

  // Of what is partitioned no parameters are changed (ATExecSetRelOptions).
  private static Table alterable(Table table, Identifier index) {
    if (Heirs.lineage(table).isPartitioned()) {
      throw PostgresErrors.invalid(
          ObjectRef.index(table.name(), index),
          "is a partitioned index: its storage parameters cannot be changed",
          PostgresErrors.WRONG_OBJECT_TYPE);
    }
    return table;
  }

  private Schema stored(Table table, Identifier name, UnaryOperator<IndexStorage> change) {
    Schema schema =
        changed(table, name, options -> options.withStorage(change.apply(options.storage())));
    Table changed = schema.table(table.name()).orElseThrow();
    return schema.with(
        changed.withConstraints(
            changed.constraints().stream()
                .map(
                    one ->
                        one.name().equals(name)
                            ? one.withStorage(change.apply(one.storage()))
                            : one)
                .toList()));
  }

  // Statistics of what the index of a constraint computes are in no model.
  private Schema changed(Table table, Identifier name, UnaryOperator<PostgresIndexOptions> change) {
    return scope
        .schema()
        .with(
            table.withIndexes(
                table.indexes().stream()
                    .map(
                        index ->
                            index.name().equals(name)
                                ? index.withPostgres(change.apply(index.postgres()))
                                : index)
                    .toList()));
  }

  private Schema attach(Table parent, Identifier name, ObjectName written) {
    ObjectRef child =
        find(scope, written)
            .orElseThrow(
                () -> missing(scope, written, PostgresErrors.undefined(ObjectRef.table(written))));
    Table partition = scope.schema().table(child.name()).orElseThrow();
    if (!Heirs.lineage(partition).parents().contains(parent.name())) {
      throw PostgresErrors.invalid(
          child, "is not an index on any partition of the table", PostgresErrors.PREREQUISITE);
    }
    Optional<Index> parentIndex = parent.index(name);
    if (parentIndex.isPresent()) {
      Optional<Constraint> key = partition.constraint(child.member());
      Optional<Index> own =
          partition.index(child.member()).or(() -> key.flatMap(PartitionMembers::indexOf));
      boolean fits =
          own.filter(one -> PartitionMembers.sameShape(one, parentIndex.get())).isPresent();
      if (!fits) {
        throw PostgresErrors.invalid(
            child, "the index definitions do not match", PostgresErrors.INVALID_OBJECT);
      }
      if (key.isPresent()) {
        return scope.schema().with(PartitionMembers.attachKey(partition, child.member(), name));
      }
      return scope
          .schema()
          .with(
              partition.withIndexes(
                  partition.indexes().stream()
                      .map(
                          one ->
                              one.name().equals(child.member())
                                  ? one.withPostgres(
                                      one.postgres().withAttachedTo(Optional.of(name)))
                                  : one)
                      .toList()));
    }
    if (partition.constraint(child.member()).isEmpty()) {
      throw PostgresErrors.invalid(
          child,
          "the index belongs to a constraint in the parent and to none here",
          PostgresErrors.INVALID_OBJECT);
    }
    return scope.schema().with(PartitionMembers.attachKey(partition, child.member(), name));
  }

  private static Optional<ObjectRef> find(Scope scope, ObjectName written) {
    return scope
        .resolve(written, name -> scope.schema().index(name).isPresent())
        .flatMap(name -> scope.schema().index(name));
  }

  private static Rejection missing(Scope scope, ObjectName written, Rejection nothing) {
    return scope
        .relation(written)
        .map(
            other ->
                PostgresErrors.invalid(other, "is not an index", PostgresErrors.WRONG_OBJECT_TYPE))
        .orElse(nothing);
  }
}
