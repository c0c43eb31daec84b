package dev.schemend.dialect.postgres;

import dev.schemend.apply.ColumnRename;
import dev.schemend.ddl.TableAction;
import dev.schemend.model.Constraint;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Sequence;
import dev.schemend.model.Table;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;

/** {@code RENAME COLUMN}, of a table and of those that inherit from it. */
final class ColumnNames {

  private final Scope scope;

  ColumnNames(Scope scope) {
    this.scope = scope;
  }

  Schema rename(ObjectName tableName, TableAction.RenameColumn rename, boolean only) {
    Table table = scope.schema().table(tableName).orElseThrow();
    if (table.column(rename.from()).isEmpty()) {
      throw PostgresErrors.undefined(ObjectRef.column(tableName, rename.from()));
    }
    TypedTables.requireUntyped(table, "cannot rename column of a typed table");
    Heirs.requireOwn(scope.schema(), table, rename.from(), "cannot rename inherited column");
    Heirs.requireReach(
        scope.schema(), table, only, "inherited column must be renamed in child tables too");
    return renameReaching(tableName, rename);
  }

  /** Renames a column whoever decides what the columns are called. */
  Schema renameReaching(ObjectName tableName, TableAction.RenameColumn rename) {
    Table table = scope.schema().table(tableName).orElseThrow();
    ColumnRules.requireOrdinaryName(tableName, rename.to());
    if (table.column(rename.to()).isPresent()) {
      throw PostgresErrors.duplicate(ObjectRef.column(tableName, rename.to()));
    }
    Schema schema = scope.schema();
    for (ObjectRef user : schema.dependants(table.ref()).toList()) {
      SchemaObject object = schema.get(user).orElseThrow();
      if (object instanceof Table other) {
        schema =
            schema.with(
                other.withConstraints(
                    other.constraints().stream()
                        .map(constraint -> retarget(constraint, tableName, rename))
                        .toList()));
      } else if (object instanceof Sequence sequence) {
        schema = schema.with(ownedByRenamed(sequence, tableName, rename));
      }
    }
    Table now = schema.table(tableName).orElseThrow();
    schema = schema.with(KeyNames.kept(now, ColumnRename.in(now, rename.from(), rename.to())));
    schema = ColumnRenamer.follow(schema, tableName, rename.from(), rename.to());
    for (Table child : Heirs.of(schema, table)) {
      if (child.column(rename.from()).isPresent()) {
        schema =
            new ColumnNames(new Scope(schema, scope.session()))
                .renameReaching(child.name(), rename);
      }
    }
    return schema;
  }

  private static Sequence ownedByRenamed(
      Sequence sequence, ObjectName table, TableAction.RenameColumn rename) {
    ObjectRef from = ObjectRef.column(table, rename.from());
    return new Sequence(
        sequence.name(),
        sequence.options(),
        sequence
            .ownedBy()
            .map(owner -> owner.equals(from) ? ObjectRef.column(table, rename.to()) : owner));
  }

  private static Constraint retarget(
      Constraint constraint, ObjectName target, TableAction.RenameColumn rename) {
    return constraint instanceof Constraint.ForeignKey key && key.target().equals(target)
        ? key.withTarget(
            target,
            key.targetColumns().stream()
                .map(column -> column.equals(rename.from()) ? rename.to() : column)
                .toList())
        : constraint;
  }
}
