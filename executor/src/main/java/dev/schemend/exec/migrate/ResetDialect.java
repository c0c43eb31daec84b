package dev.schemend.exec.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** PORT: how a database is made empty again. One adapter per dialect. */
@FunctionalInterface
public interface ResetDialect {

  /**
   * Drops all that the session's database holds.
   *
   * @param schemas PostgreSQL: the schemas that are dropped and made anew; nothing outside of them
   *     is touched
   */
  void reset(Connection session, List<String> schemas) throws SQLException;
}
