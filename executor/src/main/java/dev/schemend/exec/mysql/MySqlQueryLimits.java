package dev.schemend.exec.mysql;

import dev.schemend.dialect.Flavor;
import dev.schemend.exec.connect.Database;
import dev.schemend.exec.error.ServerError;
import dev.schemend.exec.preflight.QueryLimits;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** MySQL's {@code max_execution_time}, in milliseconds; MariaDB's, in seconds. */
final class MySqlQueryLimits implements QueryLimits {

  /** ER_QUERY_TIMEOUT, MariaDB's ER_STATEMENT_TIMEOUT, ER_LOCK_WAIT_TIMEOUT. */
  private static final Set<Integer> TIMED_OUT = Set.of(3024, 1969, 1205);

  @Override
  public List<String> bounding(Database database, Duration most) {
    String limit =
        database.identity().flavor() == Flavor.MARIADB
            ? "max_statement_time = " + most.toMillis() / 1000.0
            : "max_execution_time = " + most.toMillis();
    return List.of(
        "SET SESSION " + limit, "SET SESSION lock_wait_timeout = " + Math.max(1, most.toSeconds()));
  }

  @Override
  public boolean isTimeout(ServerError error) {
    return TIMED_OUT.contains(error.vendorCode());
  }
}
