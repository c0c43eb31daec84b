package dev.schemend.dialect.postgres;

import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.TableAction;
import dev.schemend.dialect.Dialect;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.List;
import java.util.Optional;

/** {@code DROP CONSTRAINT}: what holds the constraint, and what heirs keep of it. */
final class ConstraintDrop {

  // Release notes of 18: partitions keep a constraint that ONLY their table lets go of.
  private static final ServerVersion PARTITIONS_KEEP = ServerVersion.of(18, 0, 0);

  private final Dialect dialect;
  private final Scope scope;

  ConstraintDrop(Dialect dialect, Scope scope) {
    this.dialect = dialect;
    this.scope = scope;
  }

  Schema drop(ObjectName tableName, TableAction.DropConstraint drop, boolean only) {
    Identifier name = drop.constraint();
    Table table = scope.schema().table(tableName).orElseThrow();
    Optional<Constraint> found = table.constraint(name);
    Optional<Column> required = table.requiredBy(name);
    if (required.isPresent()) {
      return new NotNullActions(dialect, scope).dropConstraint(table, required.get(), only);
    }
    if (found.isEmpty()) {
      if (drop.ifExists()) {
        return scope.schema();
      }
      throw PostgresErrors.undefined(ObjectRef.constraint(tableName, name));
    }
    Optional<Identifier> above = found.get().attachedTo();
    Optional<Table> parent = above.flatMap(one -> Heirs.parents(scope.schema(), table).findFirst());
    if (parent.flatMap(one -> one.index(above.orElseThrow())).isPresent()) {
      throw PostgresErrors.referenced(
          ObjectRef.constraint(tableName, name),
          List.of(ObjectRef.index(parent.orElseThrow().name(), above.orElseThrow())));
    }
    if (Heirs.isInherited(scope.schema(), table, found.get())) {
      throw PostgresErrors.invalid(
          ObjectRef.constraint(tableName, name),
          "cannot drop inherited constraint",
          PostgresErrors.INVALID_TABLE_DEFINITION);
    }
    if (!dialect.profile().version().since(PARTITIONS_KEEP)
        && Heirs.lineage(table).isPartitioned()
        && Heirs.isHandedDown(found.get())) {
      Heirs.requireReach(
          scope.schema(),
          table,
          only,
          "cannot remove constraint from only the partitioned table when partitions exist");
    }
    Schema schema = dropHandedDown(scope.schema(), table, found.get(), only);
    if (found.get() instanceof Constraint.ForeignKey key) {
      schema = PartitionMembers.dropped(schema, table, key);
    } else if (found.get() instanceof Constraint.Indexed) {
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
        current =
            current.with(Constraints.replacing(child, inherited.name(), inherited.withLocal(true)));
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
    Identifier name = constraint.name();
    ObjectName tableName = table.name();
    if (constraint instanceof Constraint.PrimaryKey || constraint instanceof Constraint.Unique) {
      List<ObjectRef> holders = Dropping.keyHolders(schema, table, constraint.columns().toList());
      if (!holders.isEmpty() && behavior == DropBehavior.RESTRICT) {
        throw PostgresErrors.referenced(ObjectRef.constraint(tableName, name), holders);
      }
      schema = Dropping.withoutKeysOn(schema, table, constraint);
    }
    Table without = schema.table(tableName).orElseThrow().withoutConstraint(name);
    return schema.with(
        constraint instanceof Constraint.Indexed ? IndexMentions.without(without, name) : without);
  }
}
