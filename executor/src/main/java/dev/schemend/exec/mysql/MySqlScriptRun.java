package dev.schemend.exec.mysql;

import com.mysql.cj.jdbc.JdbcConnection;
import dev.schemend.exec.connect.Database;
import dev.schemend.exec.error.ServerError;
import dev.schemend.exec.run.Marking;
import dev.schemend.exec.run.Results;
import dev.schemend.exec.run.RunListener;
import dev.schemend.exec.run.RunOutcome;
import dev.schemend.exec.run.ScriptProgress;
import dev.schemend.exec.run.StatementMarks;
import dev.schemend.exec.run.TransactionWords;
import dev.schemend.source.StatementText;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One run of one script on one session. */
final class MySqlScriptRun {

  /** ER_SERVER_SHUTDOWN, MariaDB's ER_CONNECTION_KILLED, ER_CLIENT_INTERACTION_TIMEOUT. */
  private static final Set<Integer> SESSION_ENDED = Set.of(1053, 1927, 4031);

  /** ER_LOCK_WAIT_TIMEOUT, ER_LOCK_DEADLOCK: what they end is a transaction rolled back. */
  private static final Set<Integer> ROLLS_BACK = Set.of(1205, 1213);

  private final Database database;
  private final Connection session;
  private final RunListener listener;
  private final ScriptProgress progress;
  private final StatementMarks marks;

  MySqlScriptRun(
      Database database,
      Connection session,
      List<StatementText> script,
      RunListener listener,
      StatementMarks marks) {
    this.marks = marks;
    this.database = database;
    this.session = session;
    this.listener = listener;
    this.progress = new ScriptProgress(script);
  }

  RunOutcome toTheEnd() {
    try (Statement statement = session.createStatement()) {
      // The driver would read {d '2024-01-01'} as its own syntax.
      statement.setEscapeProcessing(false);
      while (progress.hasNext()) {
        listener.before(progress.peek());
        boolean marked = marks.marks(progress.peek());
        // A statement that changes rows has its mark beside it, so that both are kept or neither.
        boolean shared = marked && Marking.changesRows(progress.peek().text()) && !inTransaction();
        if (marked && !shared) {
          marks.begun(statement, progress.peek());
        }
        StatementText sent = progress.send();
        try {
          if (shared) {
            statement.execute("START TRANSACTION");
          }
          Results.drain(statement, sent.text());
          if (marked) {
            marks.done(statement, sent);
          }
          if (shared) {
            statement.execute("COMMIT");
          }
        } catch (SQLException failure) {
          return ended(sent, failure);
        }
        progress.done(sent);
        listener.after(sent);
        settle(sent.text());
      }
      if (inTransaction()) {
        statement.execute("ROLLBACK");
        return new RunOutcome.LeftOpen(progress.fates());
      }
      return new RunOutcome.Completed(progress.fates());
    } catch (SQLException failure) {
      return new RunOutcome.ConnectionLost(
          progress.fates(), Optional.empty(), database.serverError(failure));
    }
  }

  private void settle(String sql) throws SQLException {
    if (TransactionWords.rollsBack(sql)) {
      progress.rolledBack();
    } else if (!inTransaction() || TransactionWords.commits(sql)) {
      progress.committed();
      listener.committed();
    }
  }

  private RunOutcome ended(StatementText sent, SQLException failure) {
    ServerError error = database.serverError(failure);
    if (isLost(error)) {
      // The statement may have committed what was before it, by itself; nobody can tell.
      progress.commitUnanswered();
      progress.unanswered(sent);
      return new RunOutcome.ConnectionLost(progress.fates(), Optional.of(sent), error);
    }
    settleFailure(error, failure);
    return new RunOutcome.Failed(progress.fates(), Optional.of(sent), error);
  }

  /** A refused statement ends the script's transaction, if one is open, in one of three ways. */
  private void settleFailure(ServerError error, SQLException failure) {
    try (Statement statement = session.createStatement()) {
      // The answer to an error does not tell whether a transaction is still open; this one does.
      statement.execute("DO 0");
      if (inTransaction()) {
        statement.execute("ROLLBACK");
        progress.rolledBack();
      } else if (ROLLS_BACK.contains(error.vendorCode())) {
        progress.rolledBack();
      } else {
        // DDL commits what is before it, and only then fails.
        progress.committed();
      }
    } catch (SQLException sessionIsGone) {
      failure.addSuppressed(sessionIsGone);
      progress.commitUnanswered();
    }
  }

  private static boolean isLost(ServerError error) {
    return error.sqlState().startsWith("08") || SESSION_ENDED.contains(error.vendorCode());
  }

  private boolean inTransaction() throws SQLException {
    return session
        .unwrap(JdbcConnection.class)
        .getSession()
        .getServerSession()
        .inTransactionOnServer();
  }
}
