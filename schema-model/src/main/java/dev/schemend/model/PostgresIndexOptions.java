package dev.schemend.model;

import dev.schemend.name.Identifier;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What only PostgreSQL knows of an index.
 *
 * @param include columns of {@code INCLUDE}
 * @param nullsNotDistinct {@code NULLS NOT DISTINCT}
 * @param storageParameters {@code WITH (…)}
 */
public record PostgresIndexOptions(
    List<Identifier> include,
    boolean nullsNotDistinct,
    SortedMap<String, String> storageParameters) {

  /** None of them. */
  public static final PostgresIndexOptions NONE =
      new PostgresIndexOptions(List.of(), false, new TreeMap<>());

  /** Copies the collections. */
  public PostgresIndexOptions {
    include = List.copyOf(include);
    storageParameters = Collections.unmodifiableSortedMap(new TreeMap<>(storageParameters));
  }
}
