package dev.schemend.dialect.postgres;

import dev.schemend.ddl.TableAction;
import dev.schemend.dialect.Dialect;
import dev.schemend.model.Column;
import dev.schemend.model.Generation;
import dev.schemend.model.Lineage;
import dev.schemend.model.Schema;
import dev.schemend.model.SequenceOptions;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.Optional;

/**
 * Identities that come, change and go. Since 17 partitions share those of their parent, and none of
 * them is changed by itself (server source: ATExecAddIdentity() and its siblings).
 */
final class IdentityActions {

  private final Dialect dialect;
  private final Scope scope;

  IdentityActions(Dialect dialect, Scope scope) {
    this.dialect = dialect;
    this.scope = scope;
  }

  /** Refuses a new column that is an identity where heirs would not share it. */
  static void requireNoHeirs(Dialect dialect, Schema schema, Table table, Column column) {
    boolean shared =
        Heirs.lineage(table).isPartitioned()
            && ColumnMerge.keepsIdentity(true, dialect.profile().version());
    if (Canonical.isIdentity(column) && !shared && !Heirs.of(schema, table).isEmpty()) {
      throw PostgresErrors.invalid(
          table.ref(),
          "cannot recursively add identity column to table that has child tables",
          PostgresErrors.INVALID_TABLE_DEFINITION);
    }
  }

  Schema add(ObjectName tableName, TableAction.AddIdentity add, boolean only) {
    requireShared(tableName, only);
    Column column = column(tableName, add.column());
    if (column.nullable()) {
      throw PostgresErrors.invalid(
          ObjectRef.column(tableName, column.name()),
          "must be declared NOT NULL before identity can be added",
          PostgresErrors.PREREQUISITE);
    }
    if (column.generation().isPresent() || column.defaultValue().isPresent()) {
      throw PostgresErrors.invalid(
          ObjectRef.column(tableName, column.name()),
          "already has a default value or is an identity column",
          PostgresErrors.PREREQUISITE);
    }
    Generation.Identity identity = canonical(tableName, column, add.identity());
    return with(tableName, column.name(), Optional.of(identity));
  }

  Schema set(ObjectName tableName, TableAction.SetIdentity set, boolean only) {
    requireShared(tableName, only);
    Column column = column(tableName, set.column());
    if (column.generation().orElse(null) instanceof Generation.Identity identity) {
      SequenceOptions merged =
          PostgresSequences.altered(
              PostgresSequences.ofType(column.type(), identity.options()), set.options());
      Generation.Identity changed =
          canonical(
              tableName,
              column,
              new Generation.Identity(set.always().orElse(identity.always()), merged));
      return with(tableName, column.name(), Optional.of(changed));
    }
    throw notIdentity(tableName, column);
  }

  Schema drop(ObjectName tableName, TableAction.DropIdentity drop, boolean only) {
    requireShared(tableName, only);
    Column column = column(tableName, drop.column());
    if (Canonical.isIdentity(column)) {
      return with(tableName, column.name(), Optional.empty());
    }
    if (drop.ifExists()) {
      return scope.schema();
    }
    throw notIdentity(tableName, column);
  }

  private void requireShared(ObjectName tableName, boolean only) {
    Lineage lineage = Heirs.lineage(table(tableName));
    boolean part = lineage.isPartition() || (lineage.isPartitioned() && only);
    if (part && ColumnMerge.keepsIdentity(true, dialect.profile().version())) {
      throw PostgresErrors.invalid(
          ObjectRef.table(tableName),
          "cannot change the identity of a partition's column, nor that of its parent alone",
          PostgresErrors.INVALID_TABLE_DEFINITION);
    }
  }

  private static dev.schemend.apply.Rejection notIdentity(ObjectName table, Column column) {
    return PostgresErrors.invalid(
        ObjectRef.column(table, column.name()),
        "is not an identity column",
        PostgresErrors.PREREQUISITE);
  }

  private Table table(ObjectName name) {
    return scope.schema().table(name).orElseThrow();
  }

  private Column column(ObjectName table, Identifier name) {
    return table(table)
        .column(name)
        .orElseThrow(() -> PostgresErrors.undefined(ObjectRef.column(table, name)));
  }

  private Generation.Identity canonical(
      ObjectName table, Column column, Generation.Identity written) {
    return new Canonical(dialect, scope)
        .identity(written, ObjectRef.column(table, column.name()), column.type());
  }

  private Schema with(ObjectName tableName, Identifier column, Optional<Generation> generation) {
    Schema schema = scope.schema();
    Table changed = table(tableName).changing(column, one -> one.withGeneration(generation));
    schema = schema.with(changed);
    boolean reaches =
        Heirs.lineage(changed).isPartitioned()
            && ColumnMerge.keepsIdentity(true, dialect.profile().version());
    if (reaches) {
      for (Table child : Heirs.of(schema, changed)) {
        schema =
            new IdentityActions(dialect, new Scope(schema, scope.session()))
                .with(child.name(), column, generation);
      }
    }
    return schema;
  }
}
