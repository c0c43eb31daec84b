package dev.schemend.planning;

import dev.schemend.apply.ColumnUses;
import dev.schemend.model.Column;
import dev.schemend.model.Generation;
import dev.schemend.name.Identifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** What planners ask about columns. */
public final class Columns {

  private Columns() {}

  /** The expression of a generated column. */
  public static Optional<Generation.Computed> computed(Column column) {
    return column
        .generation()
        .filter(Generation.Computed.class::isInstance)
        .map(Generation.Computed.class::cast);
  }

  /** The columns that a generated column is computed from; empty for any other. */
  public static Set<Identifier> sources(Column column) {
    return computed(column)
        .<Set<Identifier>>map(computed -> ColumnUses.in(computed.expression()))
        .orElse(Set.of());
  }

  /** Generated columns behind those they are computed from: the order in which to add. */
  public static List<Column> toAdd(Collection<Column> columns) {
    return ordered(columns, (column, other) -> sources(column).contains(other.name()));
  }

  /** Generated columns before those they are computed from: the order in which to drop. */
  public static List<Column> toDrop(Collection<Column> columns) {
    return ordered(columns, (column, other) -> sources(other).contains(column.name()));
  }

  /** The columns in their order, but each behind those that {@code after} says it comes after. */
  private static List<Column> ordered(
      Collection<Column> columns, BiPredicate<Column, Column> after) {
    List<Column> ordered = new ArrayList<>();
    Set<Column> seen = new HashSet<>();
    columns.forEach(column -> place(column, columns, after, seen, ordered));
    return List.copyOf(ordered);
  }

  private static void place(
      Column column,
      Collection<Column> columns,
      BiPredicate<Column, Column> after,
      Set<Column> seen,
      List<Column> ordered) {
    if (seen.add(column)) {
      for (Column other : columns) {
        if (after.test(column, other)) {
          place(other, columns, after, seen, ordered);
        }
      }
      ordered.add(column);
    }
  }
}
