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
 */
public record PostgresForeignKeyOptions(
    List<Identifier> onDeleteColumns, boolean enforced, boolean local) {

  /** Nothing special. */
  public static final PostgresForeignKeyOptions NONE =
      new PostgresForeignKeyOptions(List.of(), true, true);

  /** Copies the columns. */
  public PostgresForeignKeyOptions {
    onDeleteColumns = List.copyOf(onDeleteColumns);
  }

  /** These options of a key that the table has itself, or not. */
  public PostgresForeignKeyOptions withLocal(boolean newLocal) {
    return new PostgresForeignKeyOptions(onDeleteColumns, enforced, newLocal);
  }

  /** These options with other columns set on delete. */
  public PostgresForeignKeyOptions withOnDeleteColumns(List<Identifier> newColumns) {
    return new PostgresForeignKeyOptions(newColumns, enforced, local);
  }

  /** These options of a key that is enforced, or not. */
  public PostgresForeignKeyOptions withEnforced(boolean newEnforced) {
    return new PostgresForeignKeyOptions(onDeleteColumns, newEnforced, local);
  }
}
