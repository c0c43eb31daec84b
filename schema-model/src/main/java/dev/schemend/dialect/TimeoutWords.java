package dev.schemend.dialect;

import java.time.Duration;
import java.util.Optional;

/** PORT: how a session is told how long it may wait and work. */
public interface TimeoutWords {

  /**
   * The statement by which the session gives up waiting for a lock, without a terminator.
   *
   * @param bound {@link Duration#ZERO} for none
   */
  String lock(Duration bound);

  /**
   * The statement by which the server ends statements that take longer, without a terminator; empty
   * where it has no such thing for DDL.
   *
   * @param bound {@link Duration#ZERO} for none
   */
  Optional<String> statement(Duration bound);
}
