package dev.schemend.model;

import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What only PostgreSQL knows of a column (catalog {@code pg_attribute}).
 *
 * @param local whether the table defines the column itself, not only its parents ({@code
 *     attislocal}); a partition defines none
 * @param storage {@code STORAGE}; in a {@code Schema} only where it is not the type's own
 * @param compression {@code COMPRESSION}; empty for the server's default
 * @param statistics {@code SET STATISTICS}; empty for the server's default
 * @param parameters {@code SET (n_distinct = …)}
 * @param notNull what stands behind {@code NOT NULL}; in a {@code Schema} of 18 and later present
 *     where the column is not nullable, and empty before
 */
public record PostgresColumnOptions(
    boolean local,
    Optional<Storage> storage,
    Optional<String> compression,
    Optional<Integer> statistics,
    SortedMap<String, String> parameters,
    Optional<NotNull> notNull) {

  /** How a value that may be long is kept (manual, 66.2). */
  public enum Storage {
    PLAIN,
    EXTERNAL,
    EXTENDED,
    MAIN
  }

  /** A column of the table itself with nothing special. */
  public static final PostgresColumnOptions NONE =
      new PostgresColumnOptions(
          true,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          new TreeMap<>(),
          Optional.empty());

  /** Copies the parameters. */
  public PostgresColumnOptions {
    Objects.requireNonNull(storage, "storage");
    Objects.requireNonNull(compression, "compression");
    Objects.requireNonNull(statistics, "statistics");
    Objects.requireNonNull(notNull, "notNull");
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
  }

  /** These options of a column that the table defines, or not. */
  public PostgresColumnOptions withLocal(boolean newLocal) {
    return new PostgresColumnOptions(
        newLocal, storage, compression, statistics, parameters, notNull);
  }

  /** These options with another storage. */
  public PostgresColumnOptions withStorage(Optional<Storage> newStorage) {
    return new PostgresColumnOptions(
        local, newStorage, compression, statistics, parameters, notNull);
  }

  /** These options with another compression. */
  public PostgresColumnOptions withCompression(Optional<String> newCompression) {
    return new PostgresColumnOptions(
        local, storage, newCompression, statistics, parameters, notNull);
  }

  /** These options with another statistics target. */
  public PostgresColumnOptions withStatistics(Optional<Integer> newStatistics) {
    return new PostgresColumnOptions(
        local, storage, compression, newStatistics, parameters, notNull);
  }

  /** These options with other parameters. */
  public PostgresColumnOptions withParameters(SortedMap<String, String> newParameters) {
    return new PostgresColumnOptions(
        local, storage, compression, statistics, newParameters, notNull);
  }

  /** These options with another constraint behind {@code NOT NULL}. */
  public PostgresColumnOptions withNotNull(Optional<NotNull> newNotNull) {
    return new PostgresColumnOptions(
        local, storage, compression, statistics, parameters, newNotNull);
  }
}
