package dev.schemend.model;

import dev.schemend.expr.SqlExpr;
import java.util.Objects;
import java.util.Optional;

/**
 * What only MySQL and MariaDB know of a column.
 *
 * @param characterSet {@code CHARACTER SET}; in a {@code Schema} present for character types only
 * @param onUpdate {@code ON UPDATE CURRENT_TIMESTAMP}
 * @param invisible {@code INVISIBLE}: left out of {@code SELECT *}
 * @param role what it has to do with the table's history (MariaDB)
 */
public record MySqlColumnOptions(
    Optional<String> characterSet,
    Optional<SqlExpr> onUpdate,
    boolean invisible,
    MySqlVersioning.Role role) {

  /** None of them. */
  public static final MySqlColumnOptions NONE =
      new MySqlColumnOptions(Optional.empty(), Optional.empty(), false);

  /** Rejects null parts. */
  public MySqlColumnOptions {
    Objects.requireNonNull(characterSet, "characterSet");
    Objects.requireNonNull(onUpdate, "onUpdate");
    Objects.requireNonNull(role, "role");
  }

  /** Options of a column that has no part in a history. */
  public MySqlColumnOptions(
      Optional<String> characterSet, Optional<SqlExpr> onUpdate, boolean invisible) {
    this(characterSet, onUpdate, invisible, MySqlVersioning.Role.PLAIN);
  }

  /** These options with another character set. */
  public MySqlColumnOptions withCharacterSet(Optional<String> newCharacterSet) {
    return new MySqlColumnOptions(newCharacterSet, onUpdate, invisible, role);
  }

  /** These options with another {@code ON UPDATE}. */
  public MySqlColumnOptions withOnUpdate(Optional<SqlExpr> newOnUpdate) {
    return new MySqlColumnOptions(characterSet, newOnUpdate, invisible, role);
  }

  /** These options with another visibility. */
  public MySqlColumnOptions withInvisible(boolean newInvisible) {
    return new MySqlColumnOptions(characterSet, onUpdate, newInvisible, role);
  }

  /** These options with another part in the table's history. */
  public MySqlColumnOptions withRole(MySqlVersioning.Role newRole) {
    return new MySqlColumnOptions(characterSet, onUpdate, invisible, newRole);
  }
}
