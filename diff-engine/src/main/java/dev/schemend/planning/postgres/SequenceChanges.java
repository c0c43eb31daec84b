package dev.schemend.planning.postgres;

import dev.schemend.model.SequenceOptions;
import dev.schemend.type.SqlType;
import java.util.Map;
import java.util.Optional;

/** What an {@code ALTER SEQUENCE} must write to get from one set of options to another. */
final class SequenceChanges {

  private static final SqlType BIGINT = SqlType.builtin("bigint");

  /** The greatest values of the types a sequence can have (manual, CREATE SEQUENCE). */
  private static final Map<SqlType, Long> GREATEST =
      Map.of(
          SqlType.builtin("smallint"),
          (long) Short.MAX_VALUE,
          SqlType.builtin("integer"),
          (long) Integer.MAX_VALUE,
          BIGINT,
          Long.MAX_VALUE);

  private SequenceChanges() {}

  /**
   * The options that differ. One that is to be at its default again is written out, because what is
   * not written stays as it is.
   */
  static SequenceOptions written(SequenceOptions from, SequenceOptions to) {
    SqlType type = to.type().orElse(BIGINT);
    boolean ascending = to.increment().orElse(1L) > 0;
    long greatest = GREATEST.getOrDefault(type, Long.MAX_VALUE);
    long minimum = to.minimum().orElse(ascending ? 1L : -greatest - 1);
    long maximum = to.maximum().orElse(ascending ? greatest : -1L);
    return new SequenceOptions(
        differing(from.type(), to.type(), BIGINT),
        differing(from.start(), to.start(), ascending ? minimum : maximum),
        differing(from.increment(), to.increment(), 1L),
        differing(from.minimum(), to.minimum(), minimum),
        differing(from.maximum(), to.maximum(), maximum),
        differing(from.cache(), to.cache(), 1L),
        to.cycle() && !from.cycle());
  }

  private static <T> Optional<T> differing(Optional<T> from, Optional<T> to, T standard) {
    return from.equals(to) ? Optional.empty() : Optional.of(to.orElse(standard));
  }
}
