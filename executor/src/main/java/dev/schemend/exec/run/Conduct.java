package dev.schemend.exec.run;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How a run behaves towards others who use the database.
 *
 * @param lockTimeout how long a statement may wait for a lock; empty leaves the server's setting
 * @param statementTimeout how long a statement may run; empty leaves the server's setting
 * @param lockRetries how often a statement, or its transaction, is tried again that lost a lock
 * @param backoff how long to pause before
 * @param stop whether somebody wants it to stop
 * @param watched whether statements that take long are looked at from a second session
 * @param observer is told of all runs, before their own listener
 */
public record Conduct(
    Optional<Duration> lockTimeout,
    Optional<Duration> statementTimeout,
    int lockRetries,
    Backoff backoff,
    StopSign stop,
    boolean watched,
    RunListener observer) {

  /** As a plain client: no bounds, no second try, nobody looks on. */
  public static final Conduct PLAIN =
      new Conduct(
          Optional.empty(),
          Optional.empty(),
          0,
          Backoff.USUAL,
          StopSign.NEVER,
          false,
          RunListener.NONE);

  /** Rejects null parts and negative counts. */
  public Conduct {
    Objects.requireNonNull(lockTimeout, "lockTimeout");
    Objects.requireNonNull(statementTimeout, "statementTimeout");
    Objects.requireNonNull(backoff, "backoff");
    Objects.requireNonNull(stop, "stop");
    Objects.requireNonNull(observer, "observer");
    if (lockRetries < 0) {
      throw new IllegalArgumentException("cannot try again " + lockRetries + " times");
    }
  }
}
