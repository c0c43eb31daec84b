package dev.schemend.exec.introspect.postgres;

import dev.schemend.exec.error.ExecException;
import dev.schemend.exec.introspect.CatalogSession;
import dev.schemend.exec.introspect.IntrospectionError;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;

/**
 * One consistent picture of the catalogs: a read-only transaction at repeatable read (manual,
 * 13.2.2), rolled back at its end, with which the settings of the reading go too.
 */
final class CatalogSnapshot {

  private static final String TRANSACTION = "the transaction";

  private CatalogSnapshot() {}

  /** What {@code reading} makes of the catalogs of {@code connection}, which is in autocommit. */
  static <T> T of(Connection connection, Function<CatalogSession, T> reading) {
    try {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
      }
      T result;
      try {
        result = reading.apply(new CatalogSession(connection));
      } catch (ExecException failure) {
        endAfter(failure, connection);
        throw failure;
      }
      end(connection);
      return result;
    } catch (SQLException failure) {
      throw new ExecException(IntrospectionError.of(TRANSACTION, failure), failure);
    }
  }

  // The first failure is the one to tell; that the session is gone as well only adds to it.
  private static void endAfter(ExecException failure, Connection connection) {
    try {
      end(connection);
    } catch (SQLException second) {
      failure.addSuppressed(second);
    }
  }

  private static void end(Connection connection) throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
  }
}
