package dev.schemend.exec.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** PORT: whether a database without a history table may become one with a history. */
@FunctionalInterface
public interface EmptinessCheck {

  /**
   * The ordinary tables where the session creates its own, without the history table and without
   * those that belong to an extension; by name.
   */
  List<String> tables(Connection session) throws SQLException;
}
