package dev.schemend.dialect.postgres;

import dev.schemend.apply.ColumnUses;
import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.expr.Expressions;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Generation;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/** What the server refuses in the definition of one column. */
final class ColumnRules {

  // Manual, 5.6: every table has these already.
  private static final Set<String> SYSTEM_COLUMNS =
      Set.of("tableoid", "xmin", "cmin", "xmax", "cmax", "ctid");

  private static final String TABLE_OF_ROW = "tableoid";

  /** MaxHeapAttributeNumber (manual, appendix "PostgreSQL Limits"). */
  private static final int MOST_COLUMNS = 1600;

  private ColumnRules() {}

  /** A table has as many columns as the server can hold, at the most. */
  static void requireRoom(ObjectName table, int columns) {
    if (columns > MOST_COLUMNS) {
      throw PostgresErrors.invalid(
          ObjectRef.table(table),
          "tables can have at most " + MOST_COLUMNS + " columns",
          PostgresErrors.TOO_MANY_COLUMNS);
    }
  }

  /** Refuses the name of a system column (CheckAttributeNamesTypes). */
  static void requireOrdinaryName(ObjectName table, Identifier column) {
    if (SYSTEM_COLUMNS.contains(column.key())) {
      throw PostgresErrors.duplicate(ObjectRef.column(table, column));
    }
  }

  /** Refuses attributes of one column that exclude each other (transformColumnDefinition). */
  static void requireSound(ObjectName table, ColumnDefinition written) {
    Column column = written.column();
    requireOrdinaryName(table, column.name());
    boolean identity = Canonical.isIdentity(column);
    boolean twoValues = column.generation().isPresent() && column.defaultValue().isPresent();
    boolean twoMinds = written.explicitNull() && (identity || !column.nullable());
    if (twoValues || twoMinds) {
      throw PostgresErrors.invalid(
          ObjectRef.column(table, column.name()),
          twoValues ? "two values are declared" : "conflicting NULL/NOT NULL declarations",
          PostgresErrors.SYNTAX);
    }
    column.defaultValue().ifPresent(value -> requireConstant(table, column.name(), value));
  }

  /** Refuses a default that reads a column (manual, CREATE TABLE). */
  static void requireConstant(ObjectName table, Identifier column, SqlExpr value) {
    requireNoQuery(ObjectRef.column(table, column), value);
    if (!ColumnUses.in(value).isEmpty()) {
      throw PostgresErrors.invalid(
          ObjectRef.column(table, column),
          "cannot use column reference in DEFAULT expression",
          PostgresErrors.NOT_SUPPORTED);
    }
  }

  /**
   * Refuses a check that no table, or not this one, can have, and takes from the columns that it
   * mentions the one that every table has (manual, 5.6; {@code cookConstraint}).
   */
  static void requireCheckable(
      Table table, Constraint.Check check, SortedSet<Identifier> mentioned) {
    ObjectRef ref = ObjectRef.constraint(table.name(), check.name());
    if (check.noInherit() && Heirs.lineage(table).isPartitioned()) {
      throw PostgresErrors.invalid(
          ref,
          "cannot be NO INHERIT: the table is partitioned",
          PostgresErrors.INVALID_TABLE_DEFINITION);
    }
    requireNoQuery(ref, check.expression());
    mentioned.removeIf(name -> name.key().equals(TABLE_OF_ROW) && table.column(name).isEmpty());
    for (Identifier name : mentioned) {
      if (SYSTEM_COLUMNS.contains(name.key()) && table.column(name).isEmpty()) {
        throw PostgresErrors.invalid(
            ref, "reads system column \"" + name + "\"", PostgresErrors.INVALID_COLUMN_REFERENCE);
      }
    }
  }

  /** Refuses a query inside of an expression that is kept with a table. */
  static void requireNoQuery(ObjectRef where, SqlExpr expression) {
    Expressions.visit(
        expression,
        node -> {
          if (node instanceof SqlExpr.Subquery || node instanceof SqlExpr.QuantifiedQuery) {
            throw PostgresErrors.invalid(
                where, "cannot use subquery in it", PostgresErrors.NOT_SUPPORTED);
          }
        });
  }

  /**
   * Refuses a generated column that reads what is not there or another generated column, itself
   * among them (manual, 5.4).
   *
   * @param siblings the columns of the table, {@code column} included
   */
  static void requireComputable(ObjectName table, Column column, List<Column> siblings) {
    if (!(column.generation().orElse(null) instanceof Generation.Computed computed)) {
      return;
    }
    for (Identifier read : ColumnUses.in(computed.expression())) {
      Optional<Column> sibling =
          siblings.stream().filter(one -> one.name().equals(read)).findFirst();
      if (sibling.isEmpty() && !SYSTEM_COLUMNS.contains(read.key())) {
        throw PostgresErrors.undefined(ObjectRef.column(table, read));
      }
      if (sibling.flatMap(Column::generation).orElse(null) instanceof Generation.Computed) {
        throw PostgresErrors.invalid(
            ObjectRef.column(table, read),
            "cannot use generated column in column generation expression",
            PostgresErrors.INVALID_OBJECT);
      }
    }
  }
}
