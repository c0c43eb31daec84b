package dev.schemend.exec.mysql;

import com.mysql.cj.jdbc.JdbcConnection;
import dev.schemend.exec.connect.Database;
import dev.schemend.exec.error.ServerError;
import dev.schemend.exec.run.Courtesy;
import dev.schemend.exec.run.LeadingWords;
import dev.schemend.exec.run.Marking;
import dev.schemend.exec.run.Results;
import dev.schemend.exec.run.RunListener;
import dev.schemend.exec.run.RunOutcome;
import dev.schemend.exec.run.ScriptProgress;
import dev.schemend.exec.run.StatementMarks;
import dev.schemend.exec.run.TransactionWords;
import dev.schemend.source.StatementText;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One run of one script on one session. */
final class MySqlScriptRun {

  /** ER_SERVER_SHUTDOWN, MariaDB's ER_CONNECTION_KILLED, ER_CLIENT_INTERACTION_TIMEOUT. */
  private static final Set<Integer> SESSION_ENDED = Set.of(1053, 1927, 4031);

  /** ER_LOCK_WAIT_TIMEOUT, ER_LOCK_DEADLOCK: a transaction that they end is rolled back. */
  private static final Set<Integer> LOST_LOCK = Set.of(1205, 1213);

  /** ER_QUERY_INTERRUPTED. */
  static final Set<String> CANCELLED = Set.of("1317");

  /** ER_WARNING_NOT_COMPLETE_ROLLBACK: a table without transactions keeps its rows. */
  private static final int INCOMPLETE_ROLLBACK = 1196;

  private final Database database;
  private final Connection session;
  private final RunListener listener;
  private final ScriptProgress progress;
  private final StatementMarks marks;
  private final Courtesy courtesy;

  MySqlScriptRun(
      Database database,
      Connection session,
      List<StatementText> script,
      RunListener listener,
      StatementMarks marks,
      Courtesy courtesy) {
    this.marks = marks;
    this.courtesy = courtesy;
    this.database = database;
    this.session = session;
    this.listener = listener;
    this.progress = new ScriptProgress(script);
  }

  RunOutcome toTheEnd() {
    try (Statement statement = session.createStatement()) {
      // The driver would read {d '2024-01-01'} as its own syntax.
      statement.setEscapeProcessing(false);
      courtesy.begin(statement);
      while (progress.hasNext()) {
        if (courtesy.isStopped()) {
          return stopped(statement);
        }
        Optional<RunOutcome> end = next(statement);
        if (end.isPresent()) {
          return end.get();
        }
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

  private Optional<RunOutcome> next(Statement statement) throws SQLException {
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
      courtesy.watched(sent, () -> Results.drain(statement, sent.text()));
      if (marked) {
        marks.done(statement, sent);
      }
      if (shared) {
        statement.execute("COMMIT");
      }
    } catch (SQLException failure) {
      return triesAgain(sent, failure) ? Optional.empty() : Optional.of(ended(sent, failure));
    }
    progress.done(sent);
    listener.after(sent);
    settle(sent.text());
    return Optional.empty();
  }

  /** Between two statements; what waits for a commit does not get one. */
  private RunOutcome stopped(Statement statement) throws SQLException {
    if (inTransaction()) {
      statement.execute("ROLLBACK");
    }
    return new RunOutcome.Stopped(progress.fates(), Optional.empty());
  }

  /** Undoes the transaction of a statement that lost a lock, where all of it can be sent again. */
  private boolean triesAgain(StatementText lost, SQLException failure) throws SQLException {
    ServerError error = database.serverError(failure);
    if (!LOST_LOCK.contains(error.vendorCode())) {
      return false;
    }
    if (ImplicitCommit.comesBefore(lost.text())) {
      progress.committed();
    }
    List<StatementText> again = progress.again(lost);
    if (!Repeatable.is(again) || !courtesy.mayTryAgain(again) || !isUndone()) {
      return false;
    }
    courtesy.pause(again, error);
    progress.rewind();
    return true;
  }

  /** Rolls back, whether or not the server has done so, and looks whether all of it is undone. */
  private boolean isUndone() throws SQLException {
    try (Statement statement = session.createStatement()) {
      statement.execute("ROLLBACK");
      boolean undone = true;
      try (ResultSet warning = statement.executeQuery("SHOW WARNINGS")) {
        while (warning.next()) {
          undone &= warning.getInt(2) != INCOMPLETE_ROLLBACK;
        }
      }
      return undone;
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
    settleFailure(sent, error, failure);
    if (courtesy.isCancelled(error)) {
      return new RunOutcome.Stopped(progress.fates(), Optional.of(sent));
    }
    return new RunOutcome.Failed(progress.fates(), Optional.of(sent), error);
  }

  /** A refused statement ends the script's transaction, if one is open, in one of three ways. */
  private void settleFailure(StatementText sent, ServerError error, SQLException failure) {
    try (Statement statement = session.createStatement()) {
      // The answer to an error does not tell whether a transaction is still open; this one does.
      statement.execute("DO 0");
      if (ImplicitCommit.comesBefore(sent.text())) {
        progress.committed();
      }
      if (inTransaction()) {
        statement.execute("ROLLBACK");
        progress.rolledBack();
      } else if (LOST_LOCK.contains(error.vendorCode())) {
        progress.rolledBack();
      } else {
        // What is not known to do so has committed what is before it, and only then failed.
        progress.committed();
      }
      if (marks.marks(sent) && !LeadingWords.of(sent.text(), 1).contains("CALL")) {
        marks.refused(statement, sent);
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
