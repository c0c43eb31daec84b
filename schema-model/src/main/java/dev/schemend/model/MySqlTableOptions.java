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
 * @param partitioning {@code PARTITION BY}
 * @param versioning what MariaDB knows of its history
 */
public record MySqlTableOptions(
    Optional<String> engine,
    Optional<String> characterSet,
    Optional<String> collation,
    SortedMap<String, String> other,
    Optional<MySqlPartitioning> partitioning,
    MySqlVersioning versioning) {

  /** None of them. */
  public static final MySqlTableOptions NONE =
      new MySqlTableOptions(Optional.empty(), Optional.empty(), Optional.empty(), new TreeMap<>());

  /** Copies the options. */
  public MySqlTableOptions {
    Objects.requireNonNull(engine, "engine");
    Objects.requireNonNull(characterSet, "characterSet");
    Objects.requireNonNull(collation, "collation");
    Objects.requireNonNull(partitioning, "partitioning");
    Objects.requireNonNull(versioning, "versioning");
    other = Collections.unmodifiableSortedMap(new TreeMap<>(other));
  }

  /** Options of a table in one piece, without history. */
  public MySqlTableOptions(
      Optional<String> engine,
      Optional<String> characterSet,
      Optional<String> collation,
      SortedMap<String, String> other) {
    this(engine, characterSet, collation, other, Optional.empty(), MySqlVersioning.NONE);
  }

  /** These options with another character set and collation. */
  public MySqlTableOptions withCharacters(
      Optional<String> newCharacterSet, Optional<String> newCollation) {
    return new MySqlTableOptions(
        engine, newCharacterSet, newCollation, other, partitioning, versioning);
  }

  /** These options with other partitions. */
  public MySqlTableOptions withPartitioning(Optional<MySqlPartitioning> newPartitioning) {
    return new MySqlTableOptions(
        engine, characterSet, collation, other, newPartitioning, versioning);
  }

  /** These options with another history. */
  public MySqlTableOptions withVersioning(MySqlVersioning newVersioning) {
    return new MySqlTableOptions(
        engine, characterSet, collation, other, partitioning, newVersioning);
  }
}
