package dev.schemend.exec.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Sends one statement and reads all that comes back. */
public final class Results {

  private Results() {}

  /**
   * Runs {@code sql} and drops its rows. All results are read, since a server may tell of an error
   * behind the first of them: a procedure on MySQL, a row that cannot be computed.
   */
  public static void drain(Statement statement, String sql) throws SQLException {
    boolean isRows = statement.execute(sql);
    while (isRows || statement.getUpdateCount() != -1) {
      if (isRows) {
        dropRows(statement);
      }
      isRows = statement.getMoreResults();
    }
  }

  private static void dropRows(Statement statement) throws SQLException {
    try (ResultSet rows = statement.getResultSet()) {
      boolean more = rows.next();
      while (more) {
        more = rows.next();
      }
    }
  }
}
