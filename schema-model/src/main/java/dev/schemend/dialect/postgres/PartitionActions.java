package dev.schemend.dialect.postgres;

import dev.schemend.ddl.TableAction.OfPostgres;
import dev.schemend.dialect.Dialect;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Lineage;
import dev.schemend.model.NotNull;
import dev.schemend.model.PartitionBound;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.List;
import java.util.Optional;

/** Tables that become or cease to be partitions or heirs (manual, ALTER TABLE). */
final class PartitionActions {

  private final Dialect dialect;
  private final Scope scope;

  PartitionActions(Dialect dialect, Scope scope) {
    this.dialect = dialect;
    this.scope = scope;
  }

  Schema attach(ObjectName parentName, OfPostgres.AttachPartition attach) {
    Table parent = scope.schema().table(parentName).orElseThrow();
    PartitionBound bound = new PartitionKeys(dialect, scope).bound(parent, attach.bound());
    Table partition = scope.table(attach.partition());
    requireFree(partition);
    requireNoCircle(partition.name(), parentName);
    Persistence.requireKin(partition.name(), parent, true);
    requireNothingElse(partition, parent);
    BoundOverlaps.requireNone(scope.schema(), parent, bound);
    Table merged = withIdentities(merged(partition, parent, true), parent);
    Lineage lineage = Heirs.lineage(merged).asPartition(parentName, bound);
    Schema schema = scope.schema().with(Heirs.with(merged, lineage));
    return new PartitionMembers(dialect, new Scope(schema, scope.session()))
        .complete(parentName, partition.name());
  }

  // Since 17 partitions share the identities of their parent, and bring none of their own.
  private Table withIdentities(Table partition, Table parent) {
    if (!ColumnMerge.keepsIdentity(true, dialect.profile().version())) {
      return partition;
    }
    Table changed = partition;
    for (Column column : partition.columns()) {
      if (Canonical.isIdentity(column)) {
        throw PostgresErrors.invalid(
            partition.ref(),
            "the table being attached contains an identity column",
            PostgresErrors.NOT_SUPPORTED);
      }
      Optional<Column> parents = parent.column(column.name()).filter(Canonical::isIdentity);
      if (parents.isPresent()) {
        changed =
            changed.changing(column.name(), one -> one.withGeneration(parents.get().generation()));
      }
    }
    return changed;
  }

  private Table withoutIdentities(Table partition) {
    return ColumnMerge.keepsIdentity(true, dialect.profile().version())
        ? partition.withColumns(
            partition.columns().stream()
                .map(
                    column ->
                        Canonical.isIdentity(column)
                            ? column.withGeneration(Optional.empty())
                            : column)
                .toList())
        : partition;
  }

  private void requireFree(Table partition) {
    Lineage lineage = Heirs.lineage(partition);
    boolean inheriting = !lineage.parents().isEmpty();
    boolean inherited = !lineage.isPartitioned() && !Heirs.of(scope.schema(), partition).isEmpty();
    if (inheriting || inherited || lineage.ofType().isPresent()) {
      throw PostgresErrors.invalid(
          partition.ref(),
          "cannot be attached as partition: it is one already, inherits, is inherited or typed",
          PostgresErrors.WRONG_OBJECT_TYPE);
    }
  }

  private void requireNoCircle(ObjectName child, ObjectName parent) {
    if (Heirs.descends(scope.schema(), parent, child)) {
      throw PostgresErrors.invalid(
          ObjectRef.table(parent),
          "circular inheritance is not allowed",
          PostgresErrors.DUPLICATE_TABLE);
    }
  }

  private static void requireNothingElse(Table partition, Table parent) {
    for (Column column : partition.columns()) {
      if (parent.column(column.name()).isEmpty()) {
        throw mismatch(partition, "contains column \"" + column.name() + "\" not found in parent");
      }
    }
  }

  private static dev.schemend.apply.Rejection mismatch(Table table, String reason) {
    return PostgresErrors.invalid(table.ref(), reason, PostgresErrors.DATATYPE_MISMATCH);
  }

  // MergeAttributesIntoExisting, MergeConstraintsIntoExisting.
  private Table merged(Table child, Table parent, boolean asPartition) {
    Table merged = child;
    for (Column wanted : parent.columns()) {
      Column present =
          child
              .column(wanted.name())
              .orElseThrow(
                  () -> mismatch(child, "child table is missing column \"" + wanted.name() + "\""));
      if (!present.type().equals(wanted.type())
          || !present.collation().equals(wanted.collation())) {
        throw mismatch(
            child, "child table has a different type for column \"" + wanted.name() + "\"");
      }
      if (!ColumnMerge.isComputedAlike(present, wanted, dialect.profile().version())) {
        throw mismatch(
            child, "column \"" + wanted.name() + "\" in child table is generated otherwise");
      }
      requireInheritable(child, present, wanted);
      if (present.nullable() && handsDownNotNull(wanted)) {
        throw mismatch(
            child, "column \"" + wanted.name() + "\" in child table must be marked NOT NULL");
      }
      if (asPartition) {
        boolean shared = handsDownNotNull(wanted);
        merged =
            merged.changing(
                wanted.name(),
                column -> {
                  Column heirs = Heirs.asLocal(column, false);
                  return shared ? withLocalNotNull(heirs, false) : heirs;
                });
      }
    }
    for (Constraint wanted : parent.constraints()) {
      if (wanted instanceof Constraint.Check check && !check.noInherit()) {
        merged = mergedCheck(merged, check, asPartition);
      }
    }
    return merged;
  }

  private boolean handsDownNotNull(Column column) {
    return !column.nullable() && column.postgres().notNull().filter(NotNull::noInherit).isEmpty();
  }

  private static Column withLocalNotNull(Column column, boolean local) {
    return column.withPostgres(
        column
            .postgres()
            .withNotNull(column.postgres().notNull().map(one -> one.withLocal(local))));
  }

  // MergeConstraintsIntoExisting.
  private void requireInheritable(Table child, Column present, Column wanted) {
    Optional<NotNull> constraint = present.postgres().notNull();
    boolean fits =
        constraint
            .filter(
                one ->
                    one.noInherit()
                        || (!one.validated()
                            && wanted.postgres().notNull().filter(NotNull::validated).isPresent()))
            .isEmpty();
    if (!fits && handsDownNotNull(wanted)) {
      throw PostgresErrors.invalid(
          ObjectRef.constraint(child.name(), constraint.get().name()),
          "conflicts with what is inherited: it is NO INHERIT or NOT VALID",
          PostgresErrors.INVALID_OBJECT);
    }
  }

  private static Table mergedCheck(Table child, Constraint.Check wanted, boolean asPartition) {
    Optional<Constraint> present = child.constraint(wanted.name());
    if (!(present.orElse(null) instanceof Constraint.Check check)
        || check.noInherit()
        || !check.expression().equals(wanted.expression())) {
      throw mismatch(
          child, "child table is missing constraint \"" + wanted.name() + "\" or has another one");
    }
    return asPartition
        ? child.withConstraints(
            child.constraints().stream()
                .map(one -> one.equals(check) ? check.withLocal(false) : one)
                .toList())
        : child;
  }

  Schema detach(ObjectName parentName, OfPostgres.DetachPartition detach) {
    Table partition = scope.table(detach.partition());
    Lineage lineage = Heirs.lineage(partition);
    if (!lineage.isPartition() || !lineage.parents().contains(parentName)) {
      throw PostgresErrors.invalid(
          partition.ref(), "is not a partition of the relation", PostgresErrors.UNDEFINED_TABLE);
    }
    Schema detached =
        scope
            .schema()
            .with(withoutIdentities(PartitionMembers.released(departed(partition, parentName))));
    if (detach.mode() != OfPostgres.DetachPartition.Mode.CONCURRENTLY) {
      return detached;
    }
    requireNoRest(parentName);
    return PartitionConstraint.of(scope.schema(), partition)
        .map(condition -> checked(detached, partition, condition))
        .orElse(detached);
  }

  private void requireNoRest(ObjectName parentName) {
    Table parent = scope.schema().table(parentName).orElseThrow();
    for (Table other : Heirs.of(scope.schema(), parent)) {
      if (Heirs.lineage(other).bound().orElse(null) instanceof PartitionBound.Rest) {
        throw PostgresErrors.invalid(
            parent.ref(),
            "cannot detach partitions concurrently when a default partition exists",
            PostgresErrors.PREREQUISITE);
      }
    }
  }

  // DetachAddConstraintIfNeeded: so that it need not be looked through when it is attached again.
  private Schema checked(Schema detached, Table partition, SqlExpr condition) {
    Scope now = new Scope(detached, scope.session());
    Constraint check = new Constraint.Check(Identifier.NONE, condition, true, true, false);
    Constraint canonical = new Canonical(dialect, now).constraint(check, partition.columns());
    return canonical instanceof Constraint.Check one
            && PartitionConstraint.isSaid(partition, one.expression())
        ? detached
        : new Constraints(dialect, now).add(partition.name(), check, false);
  }

  // RemoveInheritance: what no parent has any more is the child's own.
  private Table departed(Table child, ObjectName parentName) {
    Table parent = scope.schema().table(parentName).orElseThrow();
    List<Column> columns =
        child.columns().stream()
            .map(
                column ->
                    parent.column(column.name()).isPresent()
                            && Heirs.sources(scope.schema(), child, column.name()) == 1
                        ? Heirs.asLocal(column, true)
                        : column)
            .map(
                column ->
                    parent.column(column.name()).filter(this::handsDownNotNull).isPresent()
                            && NotNulls.sources(dialect, scope.schema(), child, column.name()) == 1
                        ? withLocalNotNull(column, true)
                        : column)
            .toList();
    List<Constraint> constraints =
        child.constraints().stream()
            .map(
                one ->
                    one instanceof Constraint.Check check
                            && parent
                                .constraint(check.name())
                                .filter(Heirs::isHandedDown)
                                .isPresent()
                            && Heirs.checkSources(scope.schema(), child, check.name()) == 1
                        ? (Constraint) check.withLocal(true)
                        : one)
            .toList();
    return Heirs.with(
        child.withColumns(columns).withConstraints(constraints),
        Heirs.lineage(child).withoutParent(parentName));
  }

  Schema inherit(ObjectName childName, ObjectName writtenParent) {
    Table child = scope.schema().table(childName).orElseThrow();
    Table parent = scope.table(writtenParent);
    Lineage lineage = Heirs.lineage(child);
    if (lineage.isPartition()
        || lineage.isPartitioned()
        || lineage.ofType().isPresent()
        || Heirs.lineage(parent).isPartitioned()
        || Heirs.lineage(parent).isPartition()) {
      throw PostgresErrors.invalid(
          child.ref(),
          "cannot change inheritance of a partitioned table, a partition or a typed table",
          PostgresErrors.WRONG_OBJECT_TYPE);
    }
    if (lineage.parents().contains(parent.name())) {
      throw PostgresErrors.invalid(
          parent.ref(), "would be inherited from more than once", PostgresErrors.DUPLICATE_TABLE);
    }
    requireNoCircle(childName, parent.name());
    Table merged = merged(child, parent, false);
    return scope.schema().with(Heirs.with(merged, lineage.plusParent(parent.name())));
  }

  Schema noInherit(ObjectName childName, ObjectName writtenParent) {
    Table child = scope.schema().table(childName).orElseThrow();
    Table parent = scope.table(writtenParent);
    if (Heirs.lineage(child).isPartition()) {
      throw PostgresErrors.invalid(
          child.ref(),
          "cannot change inheritance of a partition",
          PostgresErrors.WRONG_OBJECT_TYPE);
    }
    if (!Heirs.lineage(child).parents().contains(parent.name())) {
      throw PostgresErrors.invalid(
          parent.ref(), "is not a parent of the relation", PostgresErrors.UNDEFINED_TABLE);
    }
    return scope.schema().with(departed(child, parent.name()));
  }
}
