package dev.schemend.model;

import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What only MySQL and MariaDB know of a table. In a {@code Schema} engine, character set and
 * collation are always present: the server resolves them when the table is made.
 *
 * @param engine storage engine, in the server's spelling
 * @param characterSet default character set, lower case
 * @param collation default collation, lower case
 * @param other further options by upper-case name ({@code ROW_FORMAT}); never {@code
 *     AUTO_INCREMENT}, which is data
 */
public record MySqlTableOptions(
    Optional<String> engine,
    Optional<String> characterSet,
    Optional<String> collation,
    SortedMap<String, String> other) {

  /** None of them. */
  public static final MySqlTableOptions NONE =
      new MySqlTableOptions(Optional.empty(), Optional.empty(), Optional.empty(), new TreeMap<>());

  /** Copies the options. */
  public MySqlTableOptions {
    Objects.requireNonNull(engine, "engine");
    Objects.requireNonNull(characterSet, "characterSet");
    Objects.requireNonNull(collation, "collation");
    other = Collections.unmodifiableSortedMap(new TreeMap<>(other));
  }
}
