package dev.schemend.dialect.postgres;

import dev.schemend.dialect.Dialect;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.Optional;

/** {@code RENAME CONSTRAINT}, of a table and of those that inherit it. */
final class ConstraintNames {

  private final Dialect dialect;
  private final Scope scope;

  ConstraintNames(Dialect dialect, Scope scope) {
    this.dialect = dialect;
    this.scope = scope;
  }

  Schema rename(ObjectName tableName, Identifier from, Identifier to, boolean only) {
    Table table = scope.schema().table(tableName).orElseThrow();
    // As if it were a column (rename_constraint_internal calls renameatt_check).
    TypedTables.requireUntyped(table, "cannot rename column of a typed table");
    Optional<Column> required = table.requiredBy(from);
    if (required.isPresent()) {
      return new NotNullActions(dialect, scope).rename(table, required.get(), to, only);
    }
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
    Constraints.free(scope, table, constraint.withName(to));
    Table renamed = Constraints.replacing(table, from, constraint.withName(to));
    Schema told =
        Comments.moved(
            scope.schema(),
            ObjectRef.constraint(tableName, from),
            ObjectRef.constraint(tableName, to));
    if (constraint instanceof Constraint.Indexed) {
      told = Comments.moved(told, ObjectRef.index(tableName, from), ObjectRef.index(tableName, to));
      return PartitionMembers.renamed(
          told.with(IndexMentions.renamed(renamed, from, to)), table, from, to);
    }
    Schema schema = told.with(renamed);
    if (Heirs.isHandedDown(constraint)) {
      for (Table child : Heirs.of(schema, table)) {
        if (child.constraint(from).isPresent()) {
          schema =
              new ConstraintNames(dialect, new Scope(schema, scope.session()))
                  .renameReaching(child.name(), from, to);
        }
      }
    }
    return schema;
  }
}
