package dev.schemend.exec.run;

import java.time.Duration;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * How long to pause before a statement is tried again: twice as long each time, less a part that is
 * drawn, so that two who lost to each other do not meet again.
 *
 * @param first the longest first pause
 * @param most the longest pause of all
 * @param random draws the part
 */
public record Backoff(Duration first, Duration most, RandomGenerator random) {

  /** From half a second to half a minute. */
  public static final Backoff USUAL =
      new Backoff(
          Duration.ofMillis(500), Duration.ofSeconds(30), RandomGenerator.of("L64X128MixRandom"));

  private static final int DOUBLINGS = 20;

  /** Rejects null parts. */
  public Backoff {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(most, "most");
    Objects.requireNonNull(random, "random");
  }

  /**
   * The pause before a try, between half of its longest and all of it.
   *
   * @param retry which retry it is, from 1
   */
  public Duration pause(int retry) {
    long longest = Math.min(most.toMillis(), first.toMillis() << Math.min(retry - 1, DOUBLINGS));
    return Duration.ofMillis(longest / 2 + random.nextLong(longest / 2 + 1));
  }
}
