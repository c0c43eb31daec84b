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
 */
public record MySqlColumnOptions(
    Optional<String> characterSet, Optional<SqlExpr> onUpdate, boolean invisible) {

  /** None of them. */
  public static final MySqlColumnOptions NONE =
      new MySqlColumnOptions(Optional.empty(), Optional.empty(), false);

  /** Rejects null parts. */
  public MySqlColumnOptions {
    Objects.requireNonNull(characterSet, "characterSet");
    Objects.requireNonNull(onUpdate, "onUpdate");
  }
}
