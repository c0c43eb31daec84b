package dev.schemend.parser.postgres;

import dev.schemend.dialect.TimeoutWords;
import java.time.Duration;
import java.util.Optional;

/** {@code lock_timeout} and {@code statement_timeout} (manual, 19.11.1). */
public final class PostgresTimeouts implements TimeoutWords {

  @Override
  public String lock(Duration bound) {
    return set("lock_timeout", bound);
  }

  @Override
  public Optional<String> statement(Duration bound) {
    return Optional.of(set("statement_timeout", bound));
  }

  private static String set(String variable, Duration bound) {
    return "SET " + variable + " = '" + bound.toMillis() + "ms'";
  }
}
