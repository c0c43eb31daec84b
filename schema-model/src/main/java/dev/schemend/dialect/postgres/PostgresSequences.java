package dev.schemend.dialect.postgres;

import dev.schemend.model.SequenceOptions;
import dev.schemend.model.SequenceOptions.Reset;
import dev.schemend.type.SqlType;
import java.util.Map;
import java.util.Optional;

/**
 * What the options of a sequence are where nothing is written, and what is left of them after an
 * {@code ALTER} (manual, CREATE SEQUENCE and ALTER SEQUENCE; {@code sequence.c}, init_params).
 */
public final class PostgresSequences {

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

  private PostgresSequences() {}

  /** {@code options} with a type: that of the column, where it is the sequence of an identity. */
  public static SequenceOptions ofType(SqlType type, SequenceOptions options) {
    return new SequenceOptions(
        Optional.of(type),
        options.start(),
        options.increment(),
        options.minimum(),
        options.maximum(),
        options.cache(),
        options.cycle(),
        options.resets());
  }

  /** {@code options} of a schema with every default written out. */
  public static SequenceOptions explicit(SequenceOptions options) {
    SqlType type = options.type().orElse(BIGINT);
    boolean ascending = options.increment().orElse(1L) > 0;
    long minimum = options.minimum().orElse(least(type, ascending));
    long maximum = options.maximum().orElse(greatest(type, ascending));
    return new SequenceOptions(
        Optional.of(type),
        Optional.of(options.start().orElse(ascending ? minimum : maximum)),
        Optional.of(options.increment().orElse(1L)),
        Optional.of(minimum),
        Optional.of(maximum),
        Optional.of(options.cache().orElse(1L)),
        options.cycle());
  }

  /**
   * {@code options} of a schema after an {@code ALTER}, with every default written out: what is not
   * written stays as it is, bounds included. Only those that are the bounds of the old type become
   * those of a new one.
   */
  public static SequenceOptions altered(SequenceOptions options, SequenceOptions written) {
    SequenceOptions old = explicit(options);
    SqlType oldType = old.type().orElse(BIGINT);
    SqlType type = written.type().orElse(oldType);
    long increment = written.increment().or(old::increment).orElse(1L);
    long oldGreatest = GREATEST.getOrDefault(oldType, Long.MAX_VALUE);
    boolean retyped = written.type().isPresent();
    boolean wasGreatest = retyped && old.maximum().filter(one -> one == oldGreatest).isPresent();
    boolean wasLeast = retyped && old.minimum().filter(one -> one == -oldGreatest - 1).isPresent();
    Optional<Long> maximum =
        wasGreatest || written.resets(Reset.NO_MAXVALUE)
            ? Optional.of(greatest(type, increment > 0 || wasGreatest))
            : old.maximum();
    Optional<Long> minimum =
        wasLeast || written.resets(Reset.NO_MINVALUE)
            ? Optional.of(least(type, increment > 0 && !wasLeast))
            : old.minimum();
    return new SequenceOptions(
        Optional.of(type),
        written.start().or(old::start),
        Optional.of(increment),
        written.minimum().or(() -> minimum),
        written.maximum().or(() -> maximum),
        written.cache().or(old::cache),
        written.cycle() || (old.cycle() && !written.resets(Reset.NO_CYCLE)));
  }

  private static long least(SqlType type, boolean ascending) {
    return ascending ? 1 : -GREATEST.getOrDefault(type, Long.MAX_VALUE) - 1;
  }

  private static long greatest(SqlType type, boolean ascending) {
    return ascending ? GREATEST.getOrDefault(type, Long.MAX_VALUE) : -1;
  }
}
