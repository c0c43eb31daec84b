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
 * @param check the {@code CHECK} behind it (MariaDB): an attribute without a name of its own, which
 *     no statement drops and which goes when the column is defined anew. MySQL makes a constraint
 *     of the table of it.
 * @param spatialReference {@code SRID} (MySQL), or {@code REF_SYSTEM_ID} (MariaDB)
 */
public record MySqlColumnOptions(
    Optional<String> characterSet,
    Optional<SqlExpr> onUpdate,
    boolean invisible,
    MySqlVersioning.Role role,
    Optional<SqlExpr> check,
    Optional<Long> spatialReference) {

  /** None of them. */
  public static final MySqlColumnOptions NONE =
      new MySqlColumnOptions(Optional.empty(), Optional.empty(), false);

  /** Rejects null parts. */
  public MySqlColumnOptions {
    Objects.requireNonNull(characterSet, "characterSet");
    Objects.requireNonNull(onUpdate, "onUpdate");
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(check, "check");
    Objects.requireNonNull(spatialReference, "spatialReference");
  }

  /** Options of a column that has no part in a history. */
  public MySqlColumnOptions(
      Optional<String> characterSet, Optional<SqlExpr> onUpdate, boolean invisible) {
    this(
        characterSet,
        onUpdate,
        invisible,
        MySqlVersioning.Role.PLAIN,
        Optional.empty(),
        Optional.empty());
  }

  /** These options with another character set. */
  public MySqlColumnOptions withCharacterSet(Optional<String> newCharacterSet) {
    return new MySqlColumnOptions(
        newCharacterSet, onUpdate, invisible, role, check, spatialReference);
  }

  /** These options with another {@code ON UPDATE}. */
  public MySqlColumnOptions withOnUpdate(Optional<SqlExpr> newOnUpdate) {
    return new MySqlColumnOptions(
        characterSet, newOnUpdate, invisible, role, check, spatialReference);
  }

  /** These options with another visibility. */
  public MySqlColumnOptions withInvisible(boolean newInvisible) {
    return new MySqlColumnOptions(
        characterSet, onUpdate, newInvisible, role, check, spatialReference);
  }

  /** These options with another part in the table's history. */
  public MySqlColumnOptions withRole(MySqlVersioning.Role newRole) {
    return new MySqlColumnOptions(
        characterSet, onUpdate, invisible, newRole, check, spatialReference);
  }

  /** These options with another check behind the column. */
  public MySqlColumnOptions withCheck(Optional<SqlExpr> newCheck) {
    return new MySqlColumnOptions(
        characterSet, onUpdate, invisible, role, newCheck, spatialReference);
  }

  /** These options with another spatial reference system. */
  public MySqlColumnOptions withSpatialReference(Optional<Long> newReference) {
    return new MySqlColumnOptions(characterSet, onUpdate, invisible, role, check, newReference);
  }
}
