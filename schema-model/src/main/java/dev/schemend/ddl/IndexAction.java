package dev.schemend.ddl;

import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What {@code ALTER INDEX} of PostgreSQL does besides giving another name. */
public sealed interface IndexAction {

  /** {@code ATTACH PARTITION …}. */
  record AttachPartition(ObjectName index) implements IndexAction {}

  /** {@code SET (…)}. */
  record SetParameters(SortedMap<String, String> parameters) implements IndexAction {
    /** Copies the parameters. */
    public SetParameters {
      parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }
  }

  /** {@code RESET (…)}. */
  record ResetParameters(Set<String> parameters) implements IndexAction {
    /** Copies the names. */
    public ResetParameters {
      parameters = Collections.unmodifiableSortedSet(new TreeSet<>(parameters));
    }
  }

  /** {@code SET TABLESPACE …}; empty for the database's own. */
  record SetTablespace(Optional<Identifier> tablespace) implements IndexAction {}

  /** {@code ALTER COLUMN number SET STATISTICS …}; empty for the default. */
  record SetStatistics(int column, Optional<Integer> target) implements IndexAction {}

  /**
   * {@code ALTER COLUMN name {SET | RESET} (…)}, which the server reads and refuses for every
   * index.
   *
   * @param parameters those that it names
   */
  record ChangeColumnParameters(
      Identifier column, boolean sets, SortedMap<String, String> parameters)
      implements IndexAction {
    /** Copies the parameters. */
    public ChangeColumnParameters {
      parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }
  }
}
