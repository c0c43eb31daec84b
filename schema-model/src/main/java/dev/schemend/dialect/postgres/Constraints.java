package dev.schemend.dialect.postgres;

import dev.schemend.apply.ColumnUses;
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
import java.util.TreeSet;

/** New constraints, and what heirs and partitions get of them. */
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
    SortedSet<Identifier> mentioned = new TreeSet<>(ColumnUses.in(canonical));
    if (canonical instanceof Constraint.Check check) {
      ColumnRules.requireCheckable(table, check, mentioned);
    }
    Canonical.requireColumns(
        tableName, table.columns(), mentioned, PostgresErrors.UNDEFINED_COLUMN);
    requireOnce(tableName, canonical);
    new PartitionKeys(dialect, scope).requireCovered(table, canonical);
    Optional<Schema> merged = merged(table, canonical);
    if (merged.isPresent()) {
      return merged.get();
    }
    Constraint resolved =
        canonical instanceof Constraint.ForeignKey key
            ? new ForeignKeys(dialect, scope).target(table, key)
            : canonical;
    Constraint named =
        resolved.name().isNone() ? named(table, resolved) : free(scope, table, resolved);
    requireOperatorClasses(table, named);
    IndexParameters.require(
        scope.schema(),
        ObjectRef.index(tableName, named.name()),
        method(named),
        named.storage().parameters());
    Schema schema =
        named instanceof Constraint.PrimaryKey key
            ? withPrimaryKey(table, key, only)
            : scope.schema().with(table.plus(named));
    Table made = schema.table(tableName).orElseThrow();
    if (named instanceof Constraint.Indexed) {
      made = KeyNames.with(made, named.name(), KeyNames.ofNew(scope.schema(), table, named));
    }
    return spread(schema.with(made), made, named, only);
  }

  // A check that so far only the parents had becomes the table's own as well
  // (MergeWithExistingConstraint).
  private Optional<Schema> merged(Table table, Constraint written) {
    if (!(written instanceof Constraint.Check check)
        || !(table.constraint(check.name()).orElse(null) instanceof Constraint.Check present)
        || present.local()
        || present.noInherit()
        || !present.expression().equals(check.expression())) {
      return Optional.empty();
    }
    // Of a partition nothing that it inherits is its own.
    return Optional.of(
        Heirs.lineage(table).isPartition()
            ? scope.schema()
            : scope.schema().with(replacing(table, check.name(), present.withLocal(true))));
  }

  static Table replacing(Table table, Identifier name, Constraint other) {
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
      case Constraint.Exclusion exclusion ->
          partitioned && !only
              ? members.toAll(table, (one, child) -> one.key(child, exclusion))
              : schema;
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
    boolean all = NotNulls.kept(dialect);
    for (Identifier column : (Iterable<Identifier>) key.columns()::iterator) {
      if (all && only) {
        requireNotNull(Heirs.of(schema, table), column);
      }
      Scope now = new Scope(schema, scope.session());
      if (all) {
        schema = new NotNullActions(dialect, now).forKey(table.name(), column);
      } else if (table.column(column).orElseThrow().nullable()) {
        schema = new ColumnActions(dialect, now).setNullable(table.name(), column, false, only);
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

  static Constraint free(Scope scope, Table table, Constraint constraint) {
    if (constraint instanceof Constraint.Indexed) {
      scope.requireFree(table.name().sibling(constraint.name()), ObjectKind.INDEX);
    }
    if (table.constraint(constraint.name()).isPresent()
        || table.requiredBy(constraint.name()).isPresent()) {
      throw PostgresErrors.duplicate(ObjectRef.constraint(table.name(), constraint.name()));
    }
    return constraint;
  }

  /** The method of the index behind a constraint. */
  static String method(Constraint constraint) {
    return constraint instanceof Constraint.Exclusion exclusion ? exclusion.method() : Index.BTREE;
  }

  private Constraint ofKey(Table table, Constraint key) {
    return KeyNames.named(scope, table.name(), key, KeyNames.ofNew(scope.schema(), table, key));
  }

  private Constraint named(Table table, Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key -> ofKey(table, key);
      case Constraint.Unique key -> ofKey(table, key);
      case Constraint.Exclusion key -> ofKey(table, key);
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
        .add(tableName, constraint.withStorage(index.postgres().storage()), false);
  }

  /** The operands of {@code ADD … USING INDEX}. */
  record UsingIndex(
      Identifier constraint, boolean primaryKey, Identifier index, Deferrability deferrability) {}

  /** Whether a column is needed by the primary key. */
  static boolean isInPrimaryKey(Table table, Column column) {
    return table
        .primaryKey()
        .filter(key -> key.columns().anyMatch(column.name()::equals))
        .isPresent();
  }
}
