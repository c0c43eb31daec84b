package dev.schemend.exec.ledger;

import dev.schemend.exec.connect.Database;
import dev.schemend.exec.error.ExecException;
import java.sql.Connection;
import java.sql.SQLException;

/** Work on a history table. */
@FunctionalInterface
interface SessionWork {

  void on(Connection session) throws SQLException;

  /** All of it in one transaction (MySQL commits its CREATE TABLE by itself). */
  static void inTransaction(Database database, String table, String doing, SessionWork work) {
    try (Connection session = database.session()) {
      session.setAutoCommit(false);
      try {
        work.on(session);
        session.commit();
      } catch (SQLException | RuntimeException | Error failure) {
        rollBack(session, failure);
        throw failure;
      }
    } catch (SQLException failure) {
      throw new ExecException(
          new LedgerError.TableFailed(doing, table, database.serverError(failure)), failure);
    }
  }

  private static void rollBack(Connection session, Throwable failure) {
    try {
      session.rollback();
    } catch (SQLException sessionIsGone) {
      failure.addSuppressed(sessionIsGone);
    }
  }
}
