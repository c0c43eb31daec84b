package dev.schemend.dialect.postgres;

import dev.schemend.apply.ErrorCode;
import dev.schemend.apply.Rejection;
import dev.schemend.ddl.TableAction.OfPostgres;
import dev.schemend.dialect.Dialect;
import dev.schemend.model.Column;
import dev.schemend.model.NotNull;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * {@code NOT NULL} coming and going as a constraint, as it is since 18 (server source tablecmds.c:
 * {@code ATExecSetNotNull}, {@code ATAddCheckNNConstraint}, {@code dropconstraint_internal}).
 */
final class NotNullActions {

  private final Dialect dialect;
  private final Scope scope;

  NotNullActions(Dialect dialect, Scope scope) {
    this.dialect = dialect;
    this.scope = scope;
  }

  private NotNullActions in(Schema schema) {
    return new NotNullActions(dialect, new Scope(schema, scope.session()));
  }

  private Table table(ObjectName name) {
    return scope.schema().table(name).orElseThrow();
  }

  private static Column column(Table table, Identifier name) {
    return table
        .column(name)
        .orElseThrow(() -> PostgresErrors.undefined(ObjectRef.column(table.name(), name)));
  }

  private Schema with(Table table, Identifier column, Optional<NotNull> constraint) {
    return scope
        .schema()
        .with(
            table.changing(
                column,
                one ->
                    constraint.isPresent() ? one.withNotNull(constraint) : one.withNullable(true)));
  }

  /** {@code SET NOT NULL}. */
  Schema set(ObjectName tableName, Identifier name, boolean only) {
    Table table = table(tableName);
    Optional<NotNull> present = column(table, name).postgres().notNull();
    if (present.isPresent()) {
      if (present.get().noInherit() && !only) {
        throw unlikeBefore(table, present.get(), PostgresErrors.NOT_SUPPORTED);
      }
      Schema schema = with(table, name, Optional.of(present.get().withLocal(true)));
      return present.get().validated() ? schema : in(schema).validate(tableName, name);
    }
    boolean alone = only && !Heirs.of(scope.schema(), table).isEmpty();
    if (alone && Heirs.lineage(table).isPartitioned()) {
      throw reachesNot(table);
    }
    return reaching(
        tableName,
        name,
        NotNulls.named(scope.schema(), tableName, name, NotNull.PLAIN.withNoInherit(alone)));
  }

  /** {@code ADD [CONSTRAINT …] NOT NULL …}. */
  Schema add(ObjectName tableName, OfPostgres.AddNotNull add, boolean only) {
    Table table = table(tableName);
    Column column = column(table, add.column());
    NotNull written = add.constraint();
    if (written.noInherit() && Heirs.lineage(table).isPartitioned()) {
      throw PostgresErrors.invalid(
          table.ref(),
          "not-null constraints on partitioned tables cannot be NO INHERIT",
          PostgresErrors.NOT_SUPPORTED);
    }
    Optional<NotNull> present = column.postgres().notNull();
    if (present.isPresent()) {
      requireAlike(table, present.get(), written);
      return with(table, add.column(), Optional.of(present.get().withLocal(true)));
    }
    if (!written.noInherit() && only && !Heirs.of(scope.schema(), table).isEmpty()) {
      throw reachesNot(table);
    }
    requireFree(table, written.name());
    return reaching(
        tableName,
        add.column(),
        NotNulls.named(scope.schema(), tableName, add.column(), written.withLocal(true)));
  }

  private static void requireFree(Table table, Identifier name) {
    if (table.constraint(name).isPresent() || table.requiredBy(name).isPresent()) {
      throw PostgresErrors.duplicate(ObjectRef.constraint(table.name(), name));
    }
  }

  // AdjustNotNullInheritance.
  private static void requireAlike(Table table, NotNull present, NotNull written) {
    if (present.noInherit() != written.noInherit()) {
      throw unlikeBefore(table, present, PostgresErrors.PREREQUISITE);
    }
    if (!present.validated() && written.validated()) {
      throw PostgresErrors.invalid(
          ObjectRef.constraint(table.name(), present.name()),
          "is NOT VALID, which is incompatible",
          PostgresErrors.PREREQUISITE);
    }
    if (!written.name().isNone() && !written.name().equals(present.name())) {
      throw PostgresErrors.invalid(
          ObjectRef.constraint(table.name(), written.name()),
          "cannot be created: the column has a not-null constraint already, \""
              + present.name()
              + "\"",
          PostgresErrors.PREREQUISITE);
    }
  }

  private static Rejection unlikeBefore(Table table, NotNull present, ErrorCode code) {
    return PostgresErrors.invalid(
        ObjectRef.constraint(table.name(), present.name()),
        "cannot change its NO INHERIT status",
        code);
  }

  private static Rejection reachesNot(Table table) {
    return PostgresErrors.invalid(
        table.ref(),
        "constraint must be added to child tables too",
        PostgresErrors.INVALID_TABLE_DEFINITION);
  }

  // Heirs get it under the same name; one that has its own keeps that.
  private Schema reaching(ObjectName tableName, Identifier column, NotNull constraint) {
    Table table = table(tableName);
    Schema schema = with(table, column, Optional.of(constraint));
    if (constraint.noInherit()) {
      return schema;
    }
    for (Table child : Heirs.of(schema, table)) {
      Optional<NotNull> present = column(child, column).postgres().notNull();
      if (present.isPresent()) {
        requireAlike(child, present.get(), constraint.withName(Identifier.NONE, true));
        continue;
      }
      requireFree(child, constraint.name());
      schema = in(schema).reaching(child.name(), column, constraint.withLocal(false));
    }
    return schema;
  }

  /** What a column of a new primary key is asked for ({@code ATPrepAddPrimaryKey}). */
  Schema forKey(ObjectName tableName, Identifier name) {
    Table table = table(tableName);
    Optional<NotNull> present = column(table, name).postgres().notNull();
    if (present.isEmpty()) {
      // Where ONLY is said, the heirs have been looked at, and merge it with their own.
      return add(tableName, new OfPostgres.AddNotNull(name, NotNull.PLAIN), false);
    }
    if (present.get().noInherit() || !present.get().validated()) {
      throw PostgresErrors.invalid(
          ObjectRef.constraint(tableName, present.get().name()),
          "is NO INHERIT or NOT VALID, which is incompatible with a primary key",
          PostgresErrors.PREREQUISITE);
    }
    return scope.schema();
  }

  /** {@code DROP NOT NULL}. */
  Schema drop(ObjectName tableName, Identifier name, boolean only) {
    Table table = table(tableName);
    Column column = column(table, name);
    if (Canonical.isIdentity(column)) {
      throw identity(table, column, PostgresErrors.SYNTAX);
    }
    return column.nullable() ? scope.schema() : dropConstraint(table, column, only);
  }

  /** {@code DROP CONSTRAINT} of the constraint of a column. */
  Schema dropConstraint(Table table, Column column, boolean only) {
    if (NotNulls.sources(dialect, scope.schema(), table, column.name()) > 0) {
      throw PostgresErrors.invalid(
          ObjectRef.column(table.name(), column.name()),
          "is marked NOT NULL in parent table",
          PostgresErrors.INVALID_TABLE_DEFINITION);
    }
    return dropReaching(table, column, only);
  }

  private Schema dropReaching(Table table, Column column, boolean only) {
    if (Constraints.isInPrimaryKey(table, column)) {
      throw PostgresErrors.invalid(
          ObjectRef.column(table.name(), column.name()),
          "is in a primary key",
          PostgresErrors.INVALID_TABLE_DEFINITION);
    }
    if (IndexMentions.identifiesBy(table, column.name())) {
      throw PostgresErrors.invalid(
          ObjectRef.column(table.name(), column.name()),
          "is in index used as replica identity",
          PostgresErrors.INVALID_TABLE_DEFINITION);
    }
    if (Canonical.isIdentity(column)) {
      throw identity(table, column, PostgresErrors.PREREQUISITE);
    }
    Schema before = scope.schema();
    Schema schema = with(table, column.name(), Optional.empty());
    if (!NotNulls.isHandedDown(dialect, column)) {
      return schema;
    }
    for (Table child : Heirs.of(before, table)) {
      Column inherited = column(child, column.name());
      Optional<NotNull> constraint = inherited.postgres().notNull();
      if (constraint.isEmpty()) {
        continue;
      }
      boolean last = NotNulls.sources(dialect, before, child, column.name()) == 1;
      if (only) {
        schema = in(schema).with(child, column.name(), constraint.map(one -> one.withLocal(true)));
      } else if (last && !constraint.get().local()) {
        schema = in(schema).dropReaching(child, inherited, false);
      }
    }
    return schema;
  }

  private static Rejection identity(Table table, Column column, ErrorCode code) {
    return PostgresErrors.invalid(
        ObjectRef.column(table.name(), column.name()), "is an identity column", code);
  }

  /** {@code RENAME CONSTRAINT} of the constraint of a column. */
  Schema rename(Table table, Column column, Identifier to, boolean only) {
    Identifier from = column.postgres().notNull().orElseThrow().name();
    if (NotNulls.isHandedDown(dialect, column)) {
      Heirs.requireReach(
          scope.schema(), table, only, "inherited constraint must be renamed in child tables too");
      if (NotNulls.sources(dialect, scope.schema(), table, column.name()) > 0) {
        throw PostgresErrors.invalid(
            ObjectRef.constraint(table.name(), from),
            "cannot rename inherited constraint",
            PostgresErrors.INVALID_TABLE_DEFINITION);
      }
    }
    return renameReaching(table, from, to);
  }

  // The heirs' are looked for by their name, and one of another name is an error.
  private Schema renameReaching(Table table, Identifier from, Identifier to) {
    Column column =
        table
            .requiredBy(from)
            .orElseThrow(() -> PostgresErrors.undefined(ObjectRef.constraint(table.name(), from)));
    requireFree(table, to);
    Schema schema =
        Comments.moved(
            with(
                table,
                column.name(),
                column.postgres().notNull().map(one -> one.withName(to, NotNulls.isImplied(to)))),
            ObjectRef.constraint(table.name(), from),
            ObjectRef.constraint(table.name(), to));
    if (NotNulls.isHandedDown(dialect, column)) {
      for (Table child : Heirs.of(schema, table)) {
        schema = in(schema).renameReaching(child, from, to);
      }
    }
    return schema;
  }

  /** {@code VALIDATE CONSTRAINT}, of a table and its heirs. */
  Schema validate(ObjectName tableName, Identifier column) {
    return changing(tableName, column, one -> one.withValidated(true));
  }

  private Schema changing(ObjectName tableName, Identifier column, UnaryOperator<NotNull> change) {
    Table table = table(tableName);
    Column old = column(table, column);
    Schema schema = with(table, column, old.postgres().notNull().map(change));
    if (NotNulls.isHandedDown(dialect, old)) {
      for (Table child : Heirs.of(schema, table)) {
        schema = in(schema).changing(child.name(), column, change);
      }
    }
    return schema;
  }

  /** {@code ALTER CONSTRAINT … [NO] INHERIT} ({@code ATExecAlterConstrInheritability}). */
  Schema inherit(ObjectName tableName, OfPostgres.SetConstraintInherit set) {
    Table table = table(tableName);
    Column column =
        table
            .requiredBy(set.constraint())
            .orElseThrow(
                () ->
                    table.constraint(set.constraint()).isPresent()
                        ? PostgresErrors.invalid(
                            ObjectRef.constraint(tableName, set.constraint()),
                            "is not a not-null constraint",
                            PostgresErrors.WRONG_OBJECT_TYPE)
                        : PostgresErrors.undefined(
                            ObjectRef.constraint(tableName, set.constraint())));
    NotNull old = column.postgres().notNull().orElseThrow();
    if (NotNulls.sources(dialect, scope.schema(), table, column.name()) > 0) {
      throw PostgresErrors.invalid(
          ObjectRef.constraint(tableName, set.constraint()),
          "cannot alter inherited constraint",
          PostgresErrors.INVALID_TABLE_DEFINITION);
    }
    if (old.noInherit() != set.inherits()) {
      return scope.schema();
    }
    Schema schema = with(table, column.name(), Optional.of(old.withNoInherit(!set.inherits())));
    for (Table child : Heirs.of(schema, table)) {
      Optional<NotNull> present = column(child, column.name()).postgres().notNull();
      if (present.isEmpty()) {
        schema =
            in(schema)
                .reaching(child.name(), column.name(), old.withNoInherit(false).withLocal(false));
      } else if (set.inherits() && present.get().noInherit()) {
        throw unlikeBefore(child, present.get(), PostgresErrors.NOT_SUPPORTED);
      } else if (!set.inherits() && NotNulls.sources(dialect, schema, child, column.name()) == 0) {
        schema = in(schema).with(child, column.name(), present.map(one -> one.withLocal(true)));
      }
    }
    return schema;
  }
}
