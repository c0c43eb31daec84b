package dev.schemend.model;

import dev.schemend.type.SqlType;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The options of {@code CREATE SEQUENCE} and of identity columns. Empty means the server's default;
 * in a {@code Schema} a value equal to the default is empty too.
 *
 * @param type {@code AS smallint | integer}; empty for {@code bigint}
 * @param start {@code START WITH}
 * @param increment {@code INCREMENT BY}
 * @param minimum {@code MINVALUE}
 * @param maximum {@code MAXVALUE}
 * @param cache {@code CACHE}
 * @param cycle {@code CYCLE}
 * @param resets what an {@code ALTER} sets back to its default; empty in a {@code Schema}
 */
public record SequenceOptions(
    Optional<SqlType> type,
    Optional<Long> start,
    Optional<Long> increment,
    Optional<Long> minimum,
    Optional<Long> maximum,
    Optional<Long> cache,
    boolean cycle,
    Set<Reset> resets) {

  /** An option that can be set back by name: what is not written stays as it is. */
  public enum Reset {
    /** {@code NO MINVALUE}. */
    NO_MINVALUE,
    /** {@code NO MAXVALUE}. */
    NO_MAXVALUE,
    /** {@code NO CYCLE}. */
    NO_CYCLE;

    /** As it is written. */
    public String sql() {
      return name().replace('_', ' ');
    }
  }

  /** Every option at its default. */
  public static final SequenceOptions DEFAULT =
      new SequenceOptions(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false);

  /** Options that set nothing back. */
  public SequenceOptions(
      Optional<SqlType> type,
      Optional<Long> start,
      Optional<Long> increment,
      Optional<Long> minimum,
      Optional<Long> maximum,
      Optional<Long> cache,
      boolean cycle) {
    this(type, start, increment, minimum, maximum, cache, cycle, Set.of());
  }

  /** Rejects null parts. */
  public SequenceOptions {
    resets = Collections.unmodifiableSet(new TreeSet<>(resets));
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(start, "start");
    Objects.requireNonNull(increment, "increment");
    Objects.requireNonNull(minimum, "minimum");
    Objects.requireNonNull(maximum, "maximum");
    Objects.requireNonNull(cache, "cache");
  }

  /** These options with some set back. */
  public SequenceOptions withResets(Set<Reset> newResets) {
    return new SequenceOptions(type, start, increment, minimum, maximum, cache, cycle, newResets);
  }

  /** Whether an option is to be at its default again. */
  public boolean resets(Reset reset) {
    return resets.contains(reset);
  }
}
