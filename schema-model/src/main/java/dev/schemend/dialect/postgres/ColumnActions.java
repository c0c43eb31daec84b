package dev.schemend.dialect.postgres;

import dev.schemend.ddl.TableAction;
import dev.schemend.dialect.Dialect;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Generation;
import dev.schemend.model.NotNull;
import dev.schemend.model.Schema;
import dev.schemend.model.Sequence;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** New columns, and what {@code ALTER TABLE … ALTER COLUMN} says of their values. */
final class ColumnActions {

  private final Dialect dialect;

  private final Scope scope;

  ColumnActions(Dialect dialect, Scope scope) {
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

  Schema add(ObjectName tableName, TableAction.AddColumn add, boolean only) {
    requireMayGrow(table(tableName));
    return addReaching(tableName, add, only);
  }

  /** Adds a column whoever decides which columns the table has. */
  Schema addReaching(ObjectName tableName, TableAction.AddColumn add, boolean only) {
    Table table = table(tableName);
    Column written = add.definition().column();
    if (table.column(written.name()).isPresent()) {
      if (add.ifNotExists()) {
        return scope.schema();
      }
      throw PostgresErrors.duplicate(ObjectRef.column(tableName, written.name()));
    }
    ColumnRules.requireRoom(tableName, table.columns().size() + 1);
    ColumnRules.requireSound(tableName, add.definition());
    Heirs.requireReach(scope.schema(), table, only, "column must be added to child tables too");
    IdentityActions.requireNoHeirs(dialect, scope.schema(), table, written);
    Serial.Expanded expanded = Serial.expand(scope, tableName, written);
    Schema schema = scope.schema();
    if (expanded.sequence().isPresent()) {
      schema = schema.with(expanded.sequence().get());
    }
    Column column =
        new Canonical(dialect, new Scope(schema, scope.session()))
            .column(tableName, expanded.column(), table.columns());
    List<Column> columns = new ArrayList<>(table.columns());
    columns.add(column);
    ColumnRules.requireComputable(tableName, column, columns);
    // What stands behind NOT NULL comes after the column, and goes to the heirs by itself.
    boolean required = NotNulls.kept(dialect) && !column.nullable();
    Column bare =
        required
            ? column.withNullable(true)
            : column.withPostgres(column.postgres().withNotNull(Optional.empty()));
    columns.set(columns.size() - 1, bare);
    schema = schema.with(table.withColumns(columns));
    if (expanded.sequence().isPresent()) {
      Sequence sequence = expanded.sequence().get();
      schema =
          schema.with(
              new Sequence(
                  sequence.name(),
                  sequence.options(),
                  Optional.of(ObjectRef.column(tableName, column.name()))));
    }
    schema =
        ColumnMerge.spread(
            schema, schema.table(tableName).orElseThrow(), bare, dialect.profile().version());
    if (required) {
      schema =
          new NotNullActions(dialect, new Scope(schema, scope.session()))
              .add(
                  tableName,
                  new TableAction.OfPostgres.AddNotNull(
                      column.name(), column.postgres().notNull().orElse(NotNull.PLAIN)),
                  only);
    }
    for (Constraint constraint : inOrder(add.definition().constraints())) {
      schema =
          new Constraints(dialect, new Scope(schema, scope.session()))
              .add(tableName, constraint, only);
    }
    return schema;
  }

  // Keys come after what is no key, and one that repeats another comes not at all.
  static List<Constraint> inOrder(List<Constraint> written) {
    return Stream.concat(
            written.stream().filter(one -> !(one instanceof Constraint.Indexed)),
            TableCreation.withoutRepetitions(
                written.stream().filter(Constraint.Indexed.class::isInstance).toList())
                .stream())
        .toList();
  }

  // Its parent or its type decides which columns it has.
  private static void requireMayGrow(Table table) {
    if (Heirs.lineage(table).isPartition() || Heirs.lineage(table).ofType().isPresent()) {
      throw PostgresErrors.invalid(
          table.ref(),
          "cannot add column to a partition or a typed table",
          PostgresErrors.WRONG_OBJECT_TYPE);
    }
  }

  /** Runs an action on a table and, unless {@code only}, on all that inherit from it. */
  private Schema reaching(ObjectName tableName, boolean only, Reach reach) {
    Schema schema = reach.on(this, tableName);
    if (only) {
      return schema;
    }
    for (Table child : Heirs.of(schema, schema.table(tableName).orElseThrow())) {
      schema =
          new ColumnActions(dialect, new Scope(schema, scope.session()))
              .reaching(child.name(), false, reach);
    }
    return schema;
  }

  private interface Reach {
    Schema on(ColumnActions actions, ObjectName table);
  }

  Schema setDefault(ObjectName tableName, TableAction.SetDefault set, boolean only) {
    return reaching(tableName, only, (actions, table) -> actions.setDefault(table, set));
  }

  private Schema setDefault(ObjectName tableName, TableAction.SetDefault set) {
    Column column = column(tableName, set.column());
    if (column.generation().isPresent()) {
      throw PostgresErrors.invalid(
          ObjectRef.column(tableName, column.name()),
          "is an identity or a generated column",
          PostgresErrors.SYNTAX);
    }
    ColumnRules.requireConstant(tableName, column.name(), set.value());
    Column changed =
        column.withDefault(
            new Canonical(dialect, scope)
                .defaultValue(
                    set.value(), ObjectRef.column(tableName, column.name()), column.type()));
    return with(tableName, changed);
  }

  Schema dropDefault(ObjectName tableName, TableAction.DropDefault drop, boolean only) {
    return reaching(tableName, only, (actions, table) -> actions.dropDefault(table, drop));
  }

  private Schema dropDefault(ObjectName tableName, TableAction.DropDefault drop) {
    Column column = column(tableName, drop.column());
    if (column.generation().isPresent()) {
      throw PostgresErrors.invalid(
          ObjectRef.column(tableName, column.name()),
          "is an identity or a generated column",
          PostgresErrors.SYNTAX);
    }
    return with(tableName, column.withDefault(Optional.empty()));
  }

  /** {@code SET NOT NULL} and {@code DROP NOT NULL}. */
  Schema setNullable(ObjectName tableName, Identifier name, boolean nullable, boolean only) {
    if (NotNulls.kept(dialect)) {
      NotNullActions constraints = new NotNullActions(dialect, scope);
      return nullable
          ? constraints.drop(tableName, name, only)
          : constraints.set(tableName, name, only);
    }
    Table table = table(tableName);
    Column column = column(tableName, name);
    // Partitions that forbid NULL already need not be reached (ATPrepSetNotNull).
    boolean reached =
        !nullable
            && Heirs.of(scope.schema(), table).stream()
                .flatMap(child -> child.column(name).stream())
                .noneMatch(Column::nullable);
    if (Heirs.lineage(table).isPartitioned() && !reached) {
      Heirs.requireReach(
          scope.schema(),
          table,
          only,
          "constraint must be added to or removed from child tables too");
    }
    boolean held =
        nullable
            && !column.nullable()
            && Heirs.lineage(table).isPartition()
            && Heirs.parents(scope.schema(), table)
                .flatMap(parent -> parent.column(name).stream())
                .anyMatch(above -> !above.nullable());
    if (held) {
      throw PostgresErrors.invalid(
          ObjectRef.column(tableName, name),
          "is marked NOT NULL in parent table",
          PostgresErrors.INVALID_TABLE_DEFINITION);
    }
    return reaching(tableName, only, (actions, one) -> actions.setNullable(one, name, nullable));
  }

  private Schema setNullable(ObjectName tableName, Identifier name, boolean nullable) {
    Column column = column(tableName, name);
    if (nullable && Constraints.isInPrimaryKey(table(tableName), column)) {
      throw PostgresErrors.invalid(
          ObjectRef.column(tableName, name),
          "is in a primary key",
          PostgresErrors.INVALID_TABLE_DEFINITION);
    }
    if (nullable && IndexMentions.identifiesBy(table(tableName), name)) {
      throw PostgresErrors.invalid(
          ObjectRef.column(tableName, name),
          "is in index used as replica identity",
          PostgresErrors.INVALID_TABLE_DEFINITION);
    }
    if (nullable && Canonical.isIdentity(column)) {
      throw PostgresErrors.invalid(
          ObjectRef.column(tableName, name), "is an identity column", PostgresErrors.SYNTAX);
    }
    return with(tableName, column.withNullable(nullable));
  }

  Schema dropExpression(ObjectName tableName, TableAction.DropExpression drop, boolean only) {
    Table table = table(tableName);
    Heirs.requireReach(
        scope.schema(), table, only, "DROP EXPRESSION must be applied to child tables too");
    Heirs.requireOwn(
        scope.schema(), table, drop.column(), "cannot drop generation expression from it");
    return reaching(tableName, only, (actions, one) -> actions.dropExpression(one, drop));
  }

  private Schema dropExpression(ObjectName tableName, TableAction.DropExpression drop) {
    Column column = column(tableName, drop.column());
    if (column.generation().orElse(null) instanceof Generation.Computed) {
      return with(tableName, column.withGeneration(Optional.empty()));
    }
    if (drop.ifExists()) {
      return scope.schema();
    }
    throw PostgresErrors.invalid(
        ObjectRef.column(tableName, column.name()),
        "is not a stored generated column",
        PostgresErrors.PREREQUISITE);
  }
}
