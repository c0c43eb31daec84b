package dev.schemend.dialect.postgres;

import dev.schemend.apply.ColumnUses;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.dialect.Dialect;
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

/** Constraints coming and going. */
final class Constraints {

  private final Dialect dialect;
  private final Scope scope;

  Constraints(Dialect dialect, Scope scope) {
    this.dialect = dialect;
    this.scope = scope;
  }

  /** Adds a constraint to a table of the schema, naming it where no name is written. */
  Schema add(ObjectName tableName, Constraint written) {
    Table table = scope.schema().table(tableName).orElseThrow();
    Constraint canonical = new Canonical(dialect, scope).constraint(written, table.columns());
    Canonical.requireColumns(
        tableName, table.columns(), ColumnUses.in(canonical), PostgresErrors.UNDEFINED_COLUMN);
    requireOnce(tableName, canonical);
    if (isRepetition(table, canonical)) {
      return scope.schema();
    }
    Constraint resolved =
        canonical instanceof Constraint.ForeignKey key ? target(table, key) : canonical;
    Constraint named = resolved.name().isNone() ? named(table, resolved) : free(table, resolved);
    requireOperatorClasses(table, named);
    if (named instanceof Constraint.PrimaryKey key) {
      return scope.schema().with(withPrimaryKey(table, key));
    }
    return scope.schema().with(table.plus(named));
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

  // CREATE TABLE t (a int UNIQUE, UNIQUE (a)) makes one key (transformIndexConstraints).
  private static boolean isRepetition(Table table, Constraint constraint) {
    return constraint instanceof Constraint.Unique
        && constraint.name().isNone()
        && table.indexes().isEmpty()
        && table.constraints().stream()
            .anyMatch(
                other ->
                    other instanceof Constraint.Unique
                        && other.withName(Identifier.NONE).equals(constraint));
  }

  private static void requireOperatorClasses(Table table, Constraint constraint) {
    switch (constraint) {
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

  private Table withPrimaryKey(Table table, Constraint.PrimaryKey key) {
    if (table.primaryKey().isPresent()) {
      throw PostgresErrors.invalid(
          table.ref(),
          "multiple primary keys for table are not allowed",
          PostgresErrors.INVALID_TABLE_DEFINITION);
    }
    Table changed = table;
    for (Identifier column : (Iterable<Identifier>) key.columns()::iterator) {
      changed = changed.changing(column, one -> one.withNullable(false));
    }
    return changed.plus(key);
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
                  ImplicitNames.columns(ImplicitNames.indexColumns(key.parts())),
                  "key"));
      case Constraint.Exclusion exclusion ->
          exclusion.withName(
              ImplicitNames.keyConstraint(
                  scope,
                  table.name(),
                  ImplicitNames.columns(ImplicitNames.indexColumns(exclusion.parts())),
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
    if (!isKey(target, columns)) {
      throw PostgresErrors.invalid(
          target.ref(),
          "there is no unique constraint matching the given keys",
          PostgresErrors.INVALID_FOREIGN_KEY);
    }
    return key.withTarget(target.name(), columns);
  }

  private static boolean isKey(Table target, List<Identifier> columns) {
    return target.constraints().stream()
            .anyMatch(
                constraint ->
                    (constraint instanceof Constraint.PrimaryKey
                            || constraint instanceof Constraint.Unique)
                        && Dropping.sameColumns(constraint.columns().toList(), columns))
        || target.indexes().stream()
            .anyMatch(
                index ->
                    index.unique()
                        && index.predicate().isEmpty()
                        && index.columns().count() == index.parts().size()
                        && Dropping.sameColumns(index.columns().toList(), columns));
  }

  /** Turns a unique index into the body of a constraint of the same or another name. */
  Schema addUsingIndex(ObjectName tableName, UsingIndex using) {
    Table table = scope.schema().table(tableName).orElseThrow();
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
                name, index.parts(), index.postgres().include(), using.deferrability())
            : new Constraint.Unique(
                name,
                index.parts(),
                index.postgres().include(),
                index.postgres().nullsNotDistinct(),
                using.deferrability());
    Schema without = scope.schema().with(table.withoutIndex(index.name()));
    return new Constraints(dialect, new Scope(without, scope.session())).add(tableName, constraint);
  }

  /** The operands of {@code ADD … USING INDEX}. */
  record UsingIndex(
      Identifier constraint, boolean primaryKey, Identifier index, Deferrability deferrability) {}

  Schema drop(ObjectName tableName, Identifier name, boolean ifExists, DropBehavior behavior) {
    Table table = scope.schema().table(tableName).orElseThrow();
    Optional<Constraint> found = table.constraint(name);
    if (found.isEmpty()) {
      if (ifExists) {
        return scope.schema();
      }
      throw PostgresErrors.undefined(ObjectRef.constraint(tableName, name));
    }
    Schema schema = scope.schema();
    if (found.get() instanceof Constraint.PrimaryKey || found.get() instanceof Constraint.Unique) {
      List<ObjectRef> holders = Dropping.keyHolders(schema, table, found.get().columns().toList());
      if (!holders.isEmpty() && behavior == DropBehavior.RESTRICT) {
        throw PostgresErrors.referenced(ObjectRef.constraint(tableName, name), holders);
      }
      schema = Dropping.withoutKeysOn(schema, table, found.get());
    }
    return schema.with(schema.table(tableName).orElseThrow().withoutConstraint(name));
  }

  Schema rename(ObjectName tableName, Identifier from, Identifier to) {
    Table table = scope.schema().table(tableName).orElseThrow();
    Constraint constraint =
        table
            .constraint(from)
            .orElseThrow(() -> PostgresErrors.undefined(ObjectRef.constraint(tableName, from)));
    free(table, constraint.withName(to));
    return scope
        .schema()
        .with(
            table.withConstraints(
                table.constraints().stream()
                    .map(one -> one.name().equals(from) ? one.withName(to) : one)
                    .toList()));
  }

  /** Whether a column is needed by the primary key. */
  static boolean isInPrimaryKey(Table table, Column column) {
    return table
        .primaryKey()
        .filter(key -> key.columns().anyMatch(column.name()::equals))
        .isPresent();
  }
}
