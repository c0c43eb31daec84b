package dev.schemend.ddl;

import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Objects;

/**
 * A column as {@code CREATE TABLE} and {@code ADD COLUMN} write it.
 *
 * <p>{@code PRIMARY KEY}, {@code UNIQUE}, {@code CHECK} and {@code REFERENCES} behind the column
 * are in {@code constraints} (on MySQL a {@code UNIQUE} is in {@code indexes}), in the form of
 * table constraints over that one column.
 *
 * @param column what the column is; its type may be an alias or a pseudo type such as {@code
 *     serial}
 * @param explicitNull whether {@code NULL} is written out, which decides for old {@code TIMESTAMP}
 *     columns of MySQL and clashes with {@code PRIMARY KEY} on PostgreSQL
 * @param constraints the constraints behind it, in order
 * @param indexes the indexes behind it, in order
 */
public record ColumnDefinition(
    Column column, boolean explicitNull, List<Constraint> constraints, List<Index> indexes) {

  /**
   * The type of a column that states none, because a parent or a composite type does ({@code
   * PARTITION OF}, {@code OF}).
   */
  public static final SqlType NO_TYPE = SqlType.builtin("");

  /** Copies the lists. */
  public ColumnDefinition {
    Objects.requireNonNull(column, "column");
    constraints = List.copyOf(constraints);
    indexes = List.copyOf(indexes);
  }

  /** A column with nothing behind it. */
  public static ColumnDefinition of(Column column) {
    return new ColumnDefinition(column, false, List.of(), List.of());
  }
}
