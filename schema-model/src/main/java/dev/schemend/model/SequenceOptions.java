package dev.schemend.model;

import dev.schemend.type.SqlType;
import java.util.Objects;
import java.util.Optional;

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
 */
public record SequenceOptions(
    Optional<SqlType> type,
    Optional<Long> start,
    Optional<Long> increment,
    Optional<Long> minimum,
    Optional<Long> maximum,
    Optional<Long> cache,
    boolean cycle) {

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

  /** Rejects null parts. */
  public SequenceOptions {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(start, "start");
    Objects.requireNonNull(increment, "increment");
    Objects.requireNonNull(minimum, "minimum");
    Objects.requireNonNull(maximum, "maximum");
    Objects.requireNonNull(cache, "cache");
  }
}
