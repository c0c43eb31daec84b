package dev.schemend.parser.mysql;

import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.TimeoutWords;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * {@code lock_wait_timeout}, which counts for the locks of DDL (manual, 7.1.8), in whole seconds;
 * and MariaDB's {@code max_statement_time}. MySQL has no bound for DDL.
 */
public final class MySqlTimeouts implements TimeoutWords {

  private final Flavor flavor;

  /** The words of one product. */
  public MySqlTimeouts(Flavor flavor) {
    this.flavor = flavor;
  }

  @Override
  public String lock(Duration bound) {
    return bound.isZero()
        ? "SET lock_wait_timeout = DEFAULT"
        : "SET lock_wait_timeout = " + Math.max(1, bound.toSeconds());
  }

  @Override
  public Optional<String> statement(Duration bound) {
    return flavor == Flavor.MARIADB
        ? Optional.of(
            "SET max_statement_time = "
                + BigDecimal.valueOf(bound.toMillis(), 3).stripTrailingZeros().toPlainString())
        : Optional.empty();
  }
}
