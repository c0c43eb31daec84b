package dev.schemend.planning.postgres;

import dev.schemend.dialect.postgres.PostgresSequences;
import dev.schemend.model.SequenceOptions;
import dev.schemend.model.SequenceOptions.Reset;
import dev.schemend.type.SqlType;
import java.util.Optional;
import java.util.Set;

/** What an {@code ALTER SEQUENCE} must write to get from one set of options to another. */
final class SequenceChanges {

  private SequenceChanges() {}

  /**
   * The options that differ. One that is to be at its default again is written out, because what is
   * not written stays as it is.
   */
  static SequenceOptions written(SequenceOptions from, SequenceOptions to) {
    SequenceOptions wanted = PostgresSequences.explicit(to);
    Optional<SqlType> type = from.type().equals(to.type()) ? Optional.empty() : wanted.type();
    SequenceOptions left =
        PostgresSequences.altered(
            from,
            type.map(one -> PostgresSequences.ofType(one, SequenceOptions.DEFAULT))
                .orElse(SequenceOptions.DEFAULT));
    return new SequenceOptions(
        type,
        differing(left.start(), wanted.start()),
        differing(left.increment(), wanted.increment()),
        differing(left.minimum(), wanted.minimum()),
        differing(left.maximum(), wanted.maximum()),
        differing(left.cache(), wanted.cache()),
        wanted.cycle() && !left.cycle(),
        left.cycle() && !wanted.cycle() ? Set.of(Reset.NO_CYCLE) : Set.of());
  }

  /**
   * Whether the sequence must start anew: the server refuses bounds that its last value, which is
   * its start as long as it was never asked, lies outside of (init_params in sequence.c).
   */
  static boolean restarts(SequenceOptions from, SequenceOptions to) {
    SequenceOptions wanted = PostgresSequences.explicit(to);
    long start = PostgresSequences.explicit(from).start().orElseThrow();
    return start < wanted.minimum().orElseThrow() || start > wanted.maximum().orElseThrow();
  }

  private static Optional<Long> differing(Optional<Long> from, Optional<Long> to) {
    return from.equals(to) ? Optional.empty() : to;
  }
}
