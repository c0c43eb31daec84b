package dev.schemend.exec.postgres;

import dev.schemend.exec.connect.Database;
import dev.schemend.exec.error.ServerError;
import dev.schemend.exec.preflight.QueryLimits;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** {@code statement_timeout} and {@code lock_timeout} (manual, 20.11.1). */
final class PostgresQueryLimits implements QueryLimits {

  /** query_canceled, lock_not_available. */
  private static final Set<String> TIMED_OUT = Set.of("57014", "55P03");

  @Override
  public List<String> bounding(Database database, Duration most) {
    return List.of(
        "SET statement_timeout = " + most.toMillis(),
        "SET lock_timeout = " + most.toMillis(),
        // Compiling a query that is asked once costs more than it saves.
        "SET jit = off");
  }

  @Override
  public boolean isTimeout(ServerError error) {
    return TIMED_OUT.contains(error.sqlState());
  }
}
