package dev.schemend.model;

import dev.schemend.name.Identifier;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What only PostgreSQL knows of an index.
 *
 * @param include columns of {@code INCLUDE}
 * @param nullsNotDistinct {@code NULLS NOT DISTINCT}
 * @param storageParameters {@code WITH (…)}
 * @param tablespace {@code TABLESPACE}; empty for the database's own
 * @param attachedTo the index or key of the partitioned table that this one is the partition of
 * @param statistics {@code ALTER INDEX … ALTER COLUMN … SET STATISTICS}, by the number of the part
 */
public record PostgresIndexOptions(
    List<Identifier> include,
    boolean nullsNotDistinct,
    SortedMap<String, String> storageParameters,
    Optional<Identifier> tablespace,
    Optional<Identifier> attachedTo,
    SortedMap<Integer, Integer> statistics) {

  /** None of them. */
  public static final PostgresIndexOptions NONE =
      new PostgresIndexOptions(List.of(), false, new TreeMap<>());

  /** Copies the collections. */
  public PostgresIndexOptions {
    Objects.requireNonNull(tablespace, "tablespace");
    Objects.requireNonNull(attachedTo, "attachedTo");
    include = List.copyOf(include);
    storageParameters = Collections.unmodifiableSortedMap(new TreeMap<>(storageParameters));
    statistics = Collections.unmodifiableSortedMap(new TreeMap<>(statistics));
  }

  /** An index by itself, with these three and nothing else. */
  public PostgresIndexOptions(
      List<Identifier> include,
      boolean nullsNotDistinct,
      SortedMap<String, String> storageParameters) {
    this(
        include,
        nullsNotDistinct,
        storageParameters,
        Optional.empty(),
        Optional.empty(),
        new TreeMap<>());
  }

  /** These options with other included columns. */
  public PostgresIndexOptions withInclude(List<Identifier> newInclude) {
    return new PostgresIndexOptions(
        newInclude, nullsNotDistinct, storageParameters, tablespace, attachedTo, statistics);
  }

  /** How the index is stored. */
  public IndexStorage storage() {
    return new IndexStorage(storageParameters, tablespace);
  }

  /** These options with the index stored in another way. */
  public PostgresIndexOptions withStorage(IndexStorage storage) {
    return new PostgresIndexOptions(
        include,
        nullsNotDistinct,
        storage.parameters(),
        storage.tablespace(),
        attachedTo,
        statistics);
  }

  /** These options in another tablespace. */
  public PostgresIndexOptions withTablespace(Optional<Identifier> newTablespace) {
    return new PostgresIndexOptions(
        include, nullsNotDistinct, storageParameters, newTablespace, attachedTo, statistics);
  }

  /** These options of an index that is the partition of another one. */
  public PostgresIndexOptions withAttachedTo(Optional<Identifier> newParent) {
    return new PostgresIndexOptions(
        include, nullsNotDistinct, storageParameters, tablespace, newParent, statistics);
  }

  /** These options with other statistics targets. */
  public PostgresIndexOptions withStatistics(SortedMap<Integer, Integer> newStatistics) {
    return new PostgresIndexOptions(
        include, nullsNotDistinct, storageParameters, tablespace, attachedTo, newStatistics);
  }
}
