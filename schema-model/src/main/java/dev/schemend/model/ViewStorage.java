package dev.schemend.model;

import dev.schemend.name.Identifier;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the rows of a materialised view are kept (PostgreSQL).
 *
 * @param columns what is set of its columns; those with nothing special are left out
 * @param clusteredOn the index that {@code CLUSTER} goes by
 */
public record ViewStorage(
    SortedMap<Identifier, PostgresColumnOptions> columns, Optional<Identifier> clusteredOn) {

  /** Nothing special. */
  public static final ViewStorage NONE = new ViewStorage(new TreeMap<>(), Optional.empty());

  /** Copies the columns. */
  public ViewStorage {
    SortedMap<Identifier, PostgresColumnOptions> special = new TreeMap<>(columns);
    special.values().removeIf(PostgresColumnOptions.NONE::equals);
    columns = Collections.unmodifiableSortedMap(special);
    Objects.requireNonNull(clusteredOn, "clusteredOn");
  }

  /** What is set of a column. */
  public PostgresColumnOptions column(Identifier column) {
    return columns.getOrDefault(column, PostgresColumnOptions.NONE);
  }
}
