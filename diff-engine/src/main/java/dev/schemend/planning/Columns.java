package dev.schemend.planning;

import dev.schemend.apply.ColumnUses;
import dev.schemend.model.Column;
import dev.schemend.model.Generation;
import dev.schemend.name.Identifier;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What planners ask about columns. */
public final class Columns {

  private static final Comparator<Column> COMPUTED_LAST =
      Comparator.comparing(column -> computed(column).isPresent());

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
    return columns.stream().sorted(COMPUTED_LAST).toList();
  }

  /** Generated columns before those they are computed from: the order in which to drop. */
  public static List<Column> toDrop(Collection<Column> columns) {
    return columns.stream().sorted(COMPUTED_LAST.reversed()).toList();
  }

  /** Whether a row that is there gets a value when the column is added. */
  public static boolean fillsItself(Column column) {
    return column.nullable()
        || column.defaultValue().isPresent()
        || column.generation().isPresent();
  }
}
