package dev.schemend.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What only PostgreSQL knows of a table.
 *
 * @param unlogged {@code UNLOGGED}
 * @param storageParameters {@code WITH (…)}
 */
public record PostgresTableOptions(boolean unlogged, SortedMap<String, String> storageParameters) {

  /** None of them. */
  public static final PostgresTableOptions NONE = new PostgresTableOptions(false, new TreeMap<>());

  /** Copies the parameters. */
  public PostgresTableOptions {
    storageParameters = Collections.unmodifiableSortedMap(new TreeMap<>(storageParameters));
  }
}
