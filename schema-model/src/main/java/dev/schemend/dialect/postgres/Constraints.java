package dev.schemend.dialect.postgres;

import dev.schemend.apply.ColumnUses;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.TableAction;
import dev.schemend.dialect.Dialect;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Deferrability;
import dev.schemend.model.Index;
import dev.schemend.model.IndexPart;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

/** Constraints coming and going. */
final class Constraints {

  private final Dialect dialect;
  private final Scope scope;

  Constraints(Dialect dialect, Scope scope) {
    this.dialect = dialect;
    this.scope = scope;
  }

  /**
   * Adds a constraint to a table of the schema and those that inherit it, naming it where no name
   * is written.
   *
   * @param only whether the heirs are left out
   */
  Schema add(ObjectName tableName, Constraint written, boolean only) {
    Table table = scope.schema().table(tableName).orElseThrow();
    Constraint canonical = new Canonical(dialect, scope).constraint(written, table.columns());
    Canonical.requireColumns(
        tableName, table.columns(), ColumnUses.in(canonical), PostgresErrors.UNDEFINED_COLUMN);
    requireOnce(tableName, canonical);
    PartitionKeys.requireCovered(table, canonical);
    Optional<Schema> merged = merged(table, canonical);
    if (merged.isPresent()) {
      return merged.get();
    }
    Constraint resolved =
        canonical instanceof Constraint.ForeignKey key ? target(table, key) : canonical;
    Constraint named = resolved.name().isNone() ? named(table, resolved) : free(table, resolved);
    requireOperatorClasses(table, named);
    Schema schema =
        named instanceof Constraint.PrimaryKey key
            ? withPrimaryKey(table, key, only)
            : scope.schema().with(table.plus(named));
    return spread(schema, schema.table(tableName).orElseThrow(), named, only);
  }

  // A check that so far only the parents had becomes the table's own as well
  // (MergeWithExistingConstraint).
  private Optional<Schema> merged(Table table, Constraint written) {
    if (!(written instanceof Constraint.Check check)
        || !(table.constraint(check.name()).orElse(null) instanceof Constraint.Check present)
        || present.local()
        || Heirs.lineage(table).isPartition()
        || present.noInherit()
        || !present.expression().equals(check.expression())) {
      return Optional.empty();
    }
    return Optional.of(
        scope.schema().with(replacing(table, check.name(), present.withLocal(true))));
  }

  private static Table replacing(Table table, Identifier name, Constraint other) {
    return table.withConstraints(
        table.constraints().stream().map(one -> one.name().equals(name) ? other : one).toList());
  }

  private Schema spread(Schema schema, Table table, Constraint added, boolean only) {
    boolean partitioned = Heirs.lineage(table).isPartitioned();
    PartitionMembers members = new PartitionMembers(dialect, new Scope(schema, scope.session()));
    return switch (added) {
      case Constraint.Check check ->
          check.noInherit() ? schema : handDown(schema, table, check, only);
      case Constraint.ForeignKey key -> {
        if (partitioned && only) {
          throw PostgresErrors.invalid(
              table.ref(),
              "cannot use ONLY for foreign key on partitioned table",
              PostgresErrors.WRONG_OBJECT_TYPE);
        }
        if (partitioned && !key.validated() && !mayWait(dialect)) {
          throw PostgresErrors.invalid(
              table.ref(),
              "cannot add NOT VALID foreign key on partitioned table",
              PostgresErrors.WRONG_OBJECT_TYPE);
        }
        yield partitioned
            ? members.toAll(table, (one, child) -> one.foreignKey(child, key))
            : schema;
      }
      case Constraint.PrimaryKey key ->
          partitioned && !only ? members.toAll(table, (one, child) -> one.key(child, key)) : schema;
      case Constraint.Unique key ->
          partitioned && !only ? members.toAll(table, (one, child) -> one.key(child, key)) : schema;
      case Constraint.Exclusion exclusion -> schema;
    };
  }

  // Release notes of 18.
  private static boolean mayWait(Dialect dialect) {
    return dialect.profile().version().since(ServerVersion.of(18, 0, 0));
  }

  private Schema handDown(Schema schema, Table table, Constraint.Check check, boolean only) {
    Heirs.requireReach(schema, table, only, "constraint must be added to child tables too");
    Schema current = schema;
    for (Table child : Heirs.of(schema, table)) {
      Optional<Constraint> present = child.constraint(check.name());
      if (present.isEmpty()) {
        Table checked = child.plus(check.withLocal(false));
        current = handDown(current.with(checked), checked, check, false);
        continue;
      }
      boolean same =
          present.get() instanceof Constraint.Check own
              && !own.noInherit()
              && own.expression().equals(check.expression());
      if (!same) {
        throw PostgresErrors.duplicate(ObjectRef.constraint(child.name(), check.name()));
      }
      if (Heirs.lineage(child).isPartition()) {
        current =
            current.with(
                replacing(
                    child, check.name(), ((Constraint.Check) present.get()).withLocal(false)));
      }
    }
    return current;
  }

  // A key names each of its columns once (transformIndexConstraint).
  private static void requireOnce(ObjectName table, Constraint constraint) {
    List<Identifier> columns = constraint.columns().toList();
    boolean key =
        constraint instanceof Constraint.PrimaryKey || constraint instanceof Constraint.Unique;
    if (key && columns.stream().distinct().count() < columns.size()) {
      throw PostgresErrors.duplicate(ObjectRef.column(table, columns.getFirst()));
    }
  }

  private void requireOperatorClasses(Table table, Constraint constraint) {
    switch (constraint) {
      case Constraint.PrimaryKey key when key.withoutOverlaps() ->
          TemporalKeys.require(dialect, table, key);
      case Constraint.Unique key when key.withoutOverlaps() ->
          TemporalKeys.require(dialect, table, key);
      case Constraint.PrimaryKey key -> requireOrder(table, key.name(), key.parts());
      case Constraint.Unique key -> requireOrder(table, key.name(), key.parts());
      case Constraint.ForeignKey key -> {}
      case Constraint.Check check -> {}
      case Constraint.Exclusion exclusion -> {}
    }
  }

  private static void requireOrder(Table table, Identifier name, List<IndexPart> parts) {
    IndexMethods.requireOperatorClasses(
        ObjectRef.index(table.name(), name), Index.BTREE, parts, table.columns());
  }

  // Columns that get NOT NULL get it in the heirs, too (server source: index_check_primary_key();
  // since 18 transformIndexConstraint() asks for it in all of them).
  private Schema withPrimaryKey(Table table, Constraint.PrimaryKey key, boolean only) {
    if (table.primaryKey().isPresent()) {
      throw PostgresErrors.invalid(
          table.ref(),
          "multiple primary keys for table are not allowed",
          PostgresErrors.INVALID_TABLE_DEFINITION);
    }
    Schema schema = scope.schema();
    boolean all = ColumnActions.handsDownNotNull(dialect);
    for (Identifier column : (Iterable<Identifier>) key.columns()::iterator) {
      if (all && only) {
        requireNotNull(Heirs.of(schema, table), column);
      }
      if ((all && !only) || table.column(column).orElseThrow().nullable()) {
        schema =
            new ColumnActions(dialect, new Scope(schema, scope.session()))
                .setNullable(table.name(), column, false, only);
      }
    }
    return schema.with(schema.table(table.name()).orElseThrow().plus(key));
  }

  private static void requireNotNull(List<Table> heirs, Identifier column) {
    for (Table heir : heirs) {
      if (heir.column(column).orElseThrow().nullable()) {
        throw PostgresErrors.invalid(
            ObjectRef.column(heir.name(), column),
            "is not marked NOT NULL",
            PostgresErrors.INTERNAL);
      }
    }
  }

  private Constraint free(Table table, Constraint constraint) {
    if (hasIndex(constraint)) {
      scope.requireFree(table.name().sibling(constraint.name()), ObjectKind.INDEX);
    }
    if (table.constraint(constraint.name()).isPresent()) {
      throw PostgresErrors.duplicate(ObjectRef.constraint(table.name(), constraint.name()));
    }
    return constraint;
  }

  static boolean hasIndex(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key -> true;
      case Constraint.Unique key -> true;
      case Constraint.Exclusion exclusion -> true;
      case Constraint.ForeignKey key -> false;
      case Constraint.Check check -> false;
    };
  }

  private Constraint named(Table table, Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key ->
          key.withName(ImplicitNames.keyConstraint(scope, table.name(), "", "pkey"));
      case Constraint.Unique key ->
          key.withName(
              ImplicitNames.keyConstraint(
                  scope,
                  table.name(),
                  ImplicitNames.columns(ImplicitNames.indexColumns(key.parts(), key.include())),
                  "key"));
      case Constraint.Exclusion exclusion ->
          exclusion.withName(
              ImplicitNames.keyConstraint(
                  scope,
                  table.name(),
                  ImplicitNames.columns(ImplicitNames.indexColumns(exclusion.parts(), List.of())),
                  "excl"));
      case Constraint.ForeignKey key ->
          key.withName(
              ImplicitNames.constraint(
                  scope.schema(),
                  table.name(),
                  ImplicitNames.columns(
                      key.sourceColumns().stream().map(Identifier::text).toList()),
                  "fkey"));
      case Constraint.Check check -> {
        SortedSet<Identifier> columns = ColumnUses.in(check);
        yield check.withName(
            ImplicitNames.constraint(
                scope.schema(),
                table.name(),
                columns.size() == 1 ? columns.first().text() : "",
                "check"));
      }
    };
  }

  private Constraint.ForeignKey target(Table table, Constraint.ForeignKey key) {
    Table target = scope.table(key.target());
    if (!target.name().equals(table.name())) {
      Persistence.requireLasting(table, key, target);
    }
    List<Identifier> columns =
        key.targetColumns().isEmpty()
            ? target
                .primaryKey()
                .map(primary -> primary.columns().toList())
                .orElseThrow(
                    () ->
                        PostgresErrors.invalid(
                            target.ref(),
                            "there is no primary key for the referenced table",
                            PostgresErrors.UNDEFINED_OBJECT))
            : key.targetColumns();
    Canonical.requireColumns(
        target.name(), target.columns(), columns, PostgresErrors.UNDEFINED_COLUMN);
    if (columns.size() != key.sourceColumns().size()) {
      throw PostgresErrors.invalid(
          table.ref(),
          "number of referencing and referenced columns for foreign key disagree",
          PostgresErrors.INVALID_FOREIGN_KEY);
    }
    TemporalKeys.require(dialect, table, key);
    if (!isKey(target, columns, key.postgres().period())) {
      throw PostgresErrors.invalid(
          target.ref(),
          "there is no unique constraint matching the given keys",
          PostgresErrors.INVALID_FOREIGN_KEY);
    }
    requireComparable(table, key, target, columns);
    return key.withTarget(target.name(), columns);
  }

  /** Refuses a table some foreign key from or to which compares what cannot be compared. */
  void requireComparable(ObjectName name) {
    Schema schema = scope.schema();
    Table changed = schema.table(name).orElseThrow();
    Stream<Table> holders =
        schema.dependants(changed.ref()).flatMap(ref -> schema.table(ref.name()).stream());
    Stream.concat(Stream.of(changed), holders)
        .distinct()
        .forEach(
            table ->
                table
                    .foreignKeys()
                    .filter(key -> table.name().equals(name) || key.target().equals(name))
                    .forEach(
                        key ->
                            schema
                                .table(key.target())
                                .ifPresent(
                                    target ->
                                        requireComparable(
                                            table, key, target, key.targetColumns()))));
  }

  private void requireComparable(
      Table table, Constraint.ForeignKey key, Table target, List<Identifier> columns) {
    for (int i = 0; i < columns.size(); i++) {
      Identifier source = key.sourceColumns().get(i);
      Optional<Column> from = table.column(source);
      Optional<Column> to =
          (target.name().equals(table.name()) ? table : target).column(columns.get(i));
      if (from.isPresent()
          && to.isPresent()
          && KeyTypes.cannotMeet(
              scope.schema(), scope.base(from.get().type()), scope.base(to.get().type()))) {
        throw PostgresErrors.invalid(
            ObjectRef.column(table.name(), source),
            "cannot be compared with column \"" + columns.get(i) + "\" of " + target.name(),
            PostgresErrors.DATATYPE_MISMATCH);
      }
    }
  }

  private static boolean isKey(Table target, List<Identifier> columns, boolean period) {
    return target.constraints().stream()
            .anyMatch(constraint -> TemporalKeys.isKey(constraint, columns, period))
        || (!period
            && target.indexes().stream()
                .anyMatch(
                    index ->
                        index.unique()
                            && index.predicate().isEmpty()
                            && index.columns().count() == index.parts().size()
                            && Dropping.sameColumns(index.columns().toList(), columns)));
  }

  /** Turns a unique index into the body of a constraint of the same or another name. */
  Schema addUsingIndex(ObjectName tableName, UsingIndex using) {
    Table table = scope.schema().table(tableName).orElseThrow();
    if (Heirs.lineage(table).isPartitioned()) {
      throw PostgresErrors.invalid(
          table.ref(),
          "ADD CONSTRAINT USING INDEX is not supported on partitioned tables",
          PostgresErrors.NOT_SUPPORTED);
    }
    Index index =
        table
            .index(using.index())
            .orElseThrow(
                () ->
                    PostgresErrors.undefined(
                        ObjectRef.to(ObjectKind.INDEX, tableName.sibling(using.index()))));
    if (!index.unique() || index.predicate().isPresent()) {
      throw PostgresErrors.invalid(
          ObjectRef.index(tableName, index.name()),
          "is not a plain unique index",
          PostgresErrors.WRONG_OBJECT_TYPE);
    }
    Identifier name = using.constraint().or(index.name());
    Constraint constraint =
        using.primaryKey()
            ? new Constraint.PrimaryKey(
                name,
                index.parts(),
                index.postgres().include(),
                using.deferrability(),
                index.postgres().attachedTo())
            : new Constraint.Unique(
                name,
                index.parts(),
                index.postgres().include(),
                index.postgres().nullsNotDistinct(),
                using.deferrability(),
                index.postgres().attachedTo());
    Schema without =
        scope
            .schema()
            .with(IndexMentions.renamed(table.withoutIndex(index.name()), index.name(), name));
    return new Constraints(dialect, new Scope(without, scope.session()))
        .add(tableName, constraint, false);
  }

  /** The operands of {@code ADD … USING INDEX}. */
  record UsingIndex(
      Identifier constraint, boolean primaryKey, Identifier index, Deferrability deferrability) {}

  Schema drop(ObjectName tableName, TableAction.DropConstraint drop, boolean only) {
    Identifier name = drop.constraint();
    Table table = scope.schema().table(tableName).orElseThrow();
    Optional<Constraint> found = table.constraint(name);
    if (found.isEmpty()) {
      if (drop.ifExists()) {
        return scope.schema();
      }
      throw PostgresErrors.undefined(ObjectRef.constraint(tableName, name));
    }
    if (Heirs.isInherited(scope.schema(), table, found.get())) {
      throw PostgresErrors.invalid(
          ObjectRef.constraint(tableName, name),
          "cannot drop inherited constraint",
          PostgresErrors.INVALID_TABLE_DEFINITION);
    }
    if (Heirs.lineage(table).isPartitioned() && Heirs.isHandedDown(found.get())) {
      Heirs.requireReach(
          scope.schema(),
          table,
          only,
          "cannot remove constraint from only the partitioned table when partitions exist");
    }
    Schema schema = dropHandedDown(scope.schema(), table, found.get(), only);
    if (found.get() instanceof Constraint.ForeignKey key) {
      schema = PartitionMembers.dropped(schema, table, key);
    } else if (hasIndex(found.get())) {
      schema = PartitionMembers.dropped(schema, table, name);
    }
    return dropOwn(schema, table, found.get(), drop.behavior());
  }

  private static Schema dropHandedDown(
      Schema schema, Table table, Constraint constraint, boolean only) {
    if (!Heirs.isHandedDown(constraint)) {
      return schema;
    }
    Schema current = schema;
    for (Table child : Heirs.of(schema, table)) {
      if (!(child.constraint(constraint.name()).orElse(null) instanceof Constraint.Check inherited)
          || Heirs.checkSources(schema, child, constraint.name()) > 1) {
        continue;
      }
      if (inherited.local() || only) {
        current = current.with(replacing(child, inherited.name(), inherited.withLocal(true)));
      } else {
        current = dropHandedDown(current, child, inherited, false);
        current =
            current.with(
                current.table(child.name()).orElseThrow().withoutConstraint(inherited.name()));
      }
    }
    return current;
  }

  private static Schema dropOwn(
      Schema from, Table table, Constraint constraint, DropBehavior behavior) {
    Schema schema = from;
    Optional<Constraint> found = Optional.of(constraint);
    Identifier name = constraint.name();
    ObjectName tableName = table.name();
    if (found.get() instanceof Constraint.PrimaryKey || found.get() instanceof Constraint.Unique) {
      List<ObjectRef> holders = Dropping.keyHolders(schema, table, found.get().columns().toList());
      if (!holders.isEmpty() && behavior == DropBehavior.RESTRICT) {
        throw PostgresErrors.referenced(ObjectRef.constraint(tableName, name), holders);
      }
      schema = Dropping.withoutKeysOn(schema, table, found.get());
    }
    Table without = schema.table(tableName).orElseThrow().withoutConstraint(name);
    return schema.with(hasIndex(constraint) ? IndexMentions.without(without, name) : without);
  }

  Schema rename(ObjectName tableName, Identifier from, Identifier to, boolean only) {
    Table table = scope.schema().table(tableName).orElseThrow();
    Optional<Constraint> handedDown = table.constraint(from).filter(Heirs::isHandedDown);
    if (handedDown.isPresent()) {
      Heirs.requireReach(
          scope.schema(), table, only, "inherited constraint must be renamed in child tables too");
      if (Heirs.checkSources(scope.schema(), table, from) > 0) {
        throw PostgresErrors.invalid(
            ObjectRef.constraint(tableName, from),
            "cannot rename inherited constraint",
            PostgresErrors.INVALID_TABLE_DEFINITION);
      }
    }
    return renameReaching(tableName, from, to);
  }

  private Schema renameReaching(ObjectName tableName, Identifier from, Identifier to) {
    Table table = scope.schema().table(tableName).orElseThrow();
    Constraint constraint =
        table
            .constraint(from)
            .orElseThrow(() -> PostgresErrors.undefined(ObjectRef.constraint(tableName, from)));
    free(table, constraint.withName(to));
    Table renamed = replacing(table, from, constraint.withName(to));
    Schema told =
        Comments.moved(
            scope.schema(),
            ObjectRef.constraint(tableName, from),
            ObjectRef.constraint(tableName, to));
    if (hasIndex(constraint)) {
      told = Comments.moved(told, ObjectRef.index(tableName, from), ObjectRef.index(tableName, to));
      return PartitionMembers.renamed(
          told.with(IndexMentions.renamed(renamed, from, to)), table, from, to);
    }
    Schema schema = told.with(renamed);
    if (Heirs.isHandedDown(constraint)) {
      for (Table child : Heirs.of(schema, table)) {
        if (child.constraint(from).isPresent()) {
          schema =
              new Constraints(dialect, new Scope(schema, scope.session()))
                  .renameReaching(child.name(), from, to);
        }
      }
    }
    return schema;
  }

  /** Whether a column is needed by the primary key. */
  static boolean isInPrimaryKey(Table table, Column column) {
    return table
        .primaryKey()
        .filter(key -> key.columns().anyMatch(column.name()::equals))
        .isPresent();
  }
}
