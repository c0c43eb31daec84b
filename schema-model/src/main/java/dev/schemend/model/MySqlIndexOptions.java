package dev.schemend.model;

import java.util.Objects;
import java.util.Optional;

/**
 * What only MySQL and MariaDB know of an index.
 *
 * @param invisible {@code INVISIBLE} (MariaDB: {@code IGNORED})
 * @param comment its comment
 * @param parser {@code WITH PARSER} of a full-text index
 * @param generated whether InnoDB made it for a foreign key and will drop it once another index
 *     serves (manual, 15.1.20.5). No catalog tells, so it never takes part in a comparison.
 */
public record MySqlIndexOptions(
    boolean invisible, Optional<String> comment, Optional<String> parser, boolean generated) {

  /** None of them. */
  public static final MySqlIndexOptions NONE =
      new MySqlIndexOptions(false, Optional.empty(), Optional.empty(), false);

  /** Rejects null parts. */
  public MySqlIndexOptions {
    Objects.requireNonNull(comment, "comment");
    Objects.requireNonNull(parser, "parser");
  }

  /** These options with another {@code generated}. */
  public MySqlIndexOptions withGenerated(boolean newGenerated) {
    return new MySqlIndexOptions(invisible, comment, parser, newGenerated);
  }
}
