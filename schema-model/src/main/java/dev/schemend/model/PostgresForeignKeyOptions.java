package dev.schemend.model;

import dev.schemend.name.Identifier;
import java.util.List;

/**
 * What only PostgreSQL knows of a foreign key.
 *
 * @param onDeleteColumns the columns that {@code ON DELETE SET NULL | DEFAULT (…)} sets; empty for
 *     all
 * @param enforced false for {@code NOT ENFORCED} (18)
 * @param local false where it only follows from the key of the table that this is a partition of
 * @param period whether the last columns are ranges of time, the referenced ones together covering
 *     the referencing one (18)
 */
public record PostgresForeignKeyOptions(
    List<Identifier> onDeleteColumns, boolean enforced, boolean local, boolean period) {

  /** Nothing special. */
  public static final PostgresForeignKeyOptions NONE =
      new PostgresForeignKeyOptions(List.of(), true, true, false);

  /** Copies the columns. */
  public PostgresForeignKeyOptions {
    onDeleteColumns = List.copyOf(onDeleteColumns);
  }

  /** These options of a key that the table has itself, or not. */
  public PostgresForeignKeyOptions withLocal(boolean newLocal) {
    return new PostgresForeignKeyOptions(onDeleteColumns, enforced, newLocal, period);
  }

  /** These options with other columns set on delete. */
  public PostgresForeignKeyOptions withOnDeleteColumns(List<Identifier> newColumns) {
    return new PostgresForeignKeyOptions(newColumns, enforced, local, period);
  }

  /** These options of a key that is enforced, or not. */
  public PostgresForeignKeyOptions withEnforced(boolean newEnforced) {
    return new PostgresForeignKeyOptions(onDeleteColumns, newEnforced, local, period);
  }
}
