package dev.schemend.model;

import dev.schemend.name.Identifier;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How PostgreSQL stores an index, be it one of its own or that of a key or an exclusion constraint.
 *
 * @param parameters {@code WITH (…)}, as {@code pg_class.reloptions} has them
 * @param tablespace {@code [USING INDEX] TABLESPACE}; empty for the database's own
 */
public record IndexStorage(SortedMap<String, String> parameters, Optional<Identifier> tablespace) {

  /** As the server stores an index that says nothing of it. */
  public static final IndexStorage NONE = new IndexStorage(new TreeMap<>(), Optional.empty());

  /** Copies the parameters. */
  public IndexStorage {
    Objects.requireNonNull(tablespace, "tablespace");
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
  }

  /** This storage with these parameters set. */
  public IndexStorage setting(SortedMap<String, String> changed) {
    SortedMap<String, String> merged = new TreeMap<>(parameters);
    merged.putAll(changed);
    return new IndexStorage(merged, tablespace);
  }

  /** This storage with the usual values of these parameters. */
  public IndexStorage resetting(Set<String> names) {
    SortedMap<String, String> kept = new TreeMap<>(parameters);
    kept.keySet().removeAll(names);
    return new IndexStorage(kept, tablespace);
  }

  /** This storage in another tablespace. */
  public IndexStorage withTablespace(Optional<Identifier> newTablespace) {
    return new IndexStorage(parameters, newTablespace);
  }
}
