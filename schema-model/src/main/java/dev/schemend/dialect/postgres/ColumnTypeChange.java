package dev.schemend.dialect.postgres;

import dev.schemend.ddl.TableAction;
import dev.schemend.dialect.Dialect;
import dev.schemend.model.Column;
import dev.schemend.model.Generation;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.CastRisk;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Optional;

/** {@code ALTER COLUMN … TYPE}: what the server casts, rebuilds and refuses. */
final class ColumnTypeChange {

  private final Dialect dialect;
  private final Scope scope;

  ColumnTypeChange(Dialect dialect, Scope scope) {
    this.dialect = dialect;
    this.scope = scope;
  }

  private Table table(ObjectName name) {
    return scope.schema().table(name).orElseThrow();
  }

  private Column column(ObjectName table, Identifier name) {
    return table(table)
        .column(name)
        .orElseThrow(() -> PostgresErrors.undefined(ObjectRef.column(table, name)));
  }

  private Schema with(ObjectName table, Column changed) {
    return scope.schema().with(table(table).changing(changed.name(), old -> changed));
  }

  /**
   * What the server looks at before it runs the first action of a statement: the sequence of an
   * identity column takes the new type at once, even where {@code DROP IDENTITY} stands beside it
   * (parse_utilcmd.c, transformAlterTableStmt).
   */
  void prepare(ObjectName tableName, TableAction.AlterColumnType change) {
    Column column = column(tableName, change.column());
    if (Canonical.isIdentity(column)) {
      Canonical.requireIdentityType(
          ObjectRef.column(tableName, column.name()),
          new Canonical(dialect, scope).type(change.type()));
    }
  }

  Schema changeType(ObjectName tableName, TableAction.AlterColumnType change, boolean only) {
    Column column = column(tableName, change.column());
    Table table = table(tableName);
    TypedTables.requireUntyped(table, "cannot alter column type of a typed table");
    Heirs.requireOwn(scope.schema(), table, column.name(), "cannot alter inherited column");
    Heirs.requireReach(
        scope.schema(),
        table,
        only,
        "type of inherited column must be changed in child tables too");
    Schema schema = changeTypeReaching(tableName, change);
    return new PartitionMembers(dialect, new Scope(schema, scope.session()))
        .madeAnew(tableName, column.name());
  }

  /** Gives a column another type whoever decides about it. */
  Schema changeTypeReaching(ObjectName tableName, TableAction.AlterColumnType change) {
    Column column = column(tableName, change.column());
    PartitionKeys.requireNotInKey(table(tableName), column.name(), "is named in the partition key");
    ObjectRef ref = ObjectRef.column(tableName, column.name());
    Canonical canonical = new Canonical(dialect, scope);
    SqlType type = canonical.type(change.type());
    // A domain is cast as what is under it (find_coercion_pathway).
    CastRisk risk =
        dialect.types().castRisk(canonical.underlying(column.type()), canonical.underlying(type));
    if (change.using().isPresent()
        && column.generation().filter(Generation.Computed.class::isInstance).isPresent()) {
      throw PostgresErrors.invalid(
          ref,
          "is a generated column: its type cannot change USING anything",
          PostgresErrors.INVALID_COLUMN_DEFINITION);
    }
    if (change.using().isEmpty() && !risk.isAssignable()) {
      throw PostgresErrors.invalid(
          ref, "cannot be cast automatically to the new type", PostgresErrors.DATATYPE_MISMATCH);
    }
    if (!ColumnDrop.computedFrom(table(tableName), column.name()).isEmpty()) {
      throw PostgresErrors.invalid(
          ref, "is used by a generated column", PostgresErrors.NOT_SUPPORTED);
    }
    requireNoReader(ref);
    Column changed =
        column
            .withType(type)
            .withCollation(canonical.collation(change.collation()))
            .withDefault(
                column
                    .defaultValue()
                    .flatMap(value -> canonical.reassigned(value, ref, column.type(), type)))
            // The storage of the new type is taken (ATExecAlterColumnType).
            .withPostgres(
                column
                    .postgres()
                    .withStorage(
                        column.type().equals(type)
                            ? column.postgres().storage()
                            : Optional.empty()));
    Schema schema = with(tableName, changed);
    // A sequence that the column owns takes the type along only when it is asked to.
    schema =
        schema.with(
            KeyNames.anew(recanonical(schema.table(tableName).orElseThrow()), column.name()));
    new ForeignKeys(dialect, new Scope(schema, scope.session())).requireComparable(tableName);
    for (Table child : Heirs.of(schema, schema.table(tableName).orElseThrow())) {
      schema =
          new ColumnTypeChange(dialect, new Scope(schema, scope.session()))
              .changeTypeReaching(child.name(), change);
    }
    return schema;
  }

  // RememberAllDependentForRebuilding: queries, policies and triggers are not written anew.
  private void requireNoReader(ObjectRef column) {
    for (ObjectRef user : Dropping.blockers(scope.schema(), List.of(column))) {
      throw PostgresErrors.invalid(column, "is used by " + user, PostgresErrors.NOT_SUPPORTED);
    }
  }

  // Casts in conditions depend on the types of the columns in them.
  private Table recanonical(Table table) {
    Canonical canonical = new Canonical(dialect, scope);
    return table
        .withConstraints(
            table.constraints().stream()
                .map(constraint -> canonical.constraint(constraint, table.columns()))
                .toList())
        .withIndexes(
            table.indexes().stream()
                .map(index -> canonical.index(index, table.columns()))
                .toList());
  }
}
