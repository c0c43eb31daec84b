package dev.schemend.exec.postgres;

import dev.schemend.dialect.ServerVersion;
import dev.schemend.exec.connect.Database;
import dev.schemend.exec.error.ServerError;
import dev.schemend.exec.run.Courtesy;
import dev.schemend.exec.run.Grouping;
import dev.schemend.exec.run.Marking;
import dev.schemend.exec.run.Results;
import dev.schemend.exec.run.RunListener;
import dev.schemend.exec.run.RunOutcome;
import dev.schemend.exec.run.ScriptProgress;
import dev.schemend.exec.run.StatementMarks;
import dev.schemend.exec.run.TransactionWords;
import dev.schemend.plan.TransactionMode;
import dev.schemend.source.StatementText;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postgresql.PGConnection;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** One run of one script on one session. */
final class PostgresScriptRun {

  /** SQLSTATEs by which the server ends the session itself. */
  private static final Set<String> SESSION_ENDED = Set.of("57P01", "57P02", "57P03", "57P05");

  /** query_canceled. */
  static final Set<String> CANCELLED = Set.of("57014");

  /** lock_not_available, deadlock_detected. */
  private static final Set<String> LOST_LOCK = Set.of("55P03", "40P01");

  private final Database database;
  private final Connection session;
  private final RunListener listener;
  private final ScriptProgress progress;
  private final ServerVersion version;
  private final boolean alone;
  private final StatementMarks marks;
  private final Courtesy courtesy;
  private final UncommittedLabels labels = new UncommittedLabels();
  private boolean ownTransaction;
  private boolean chained;
  private boolean sharedWithMark;

  PostgresScriptRun(
      Database database,
      Connection session,
      List<StatementText> script,
      Grouping grouping,
      RunListener listener,
      StatementMarks marks,
      Courtesy courtesy) {
    this.marks = marks;
    this.courtesy = courtesy;
    this.database = database;
    this.session = session;
    this.listener = listener;
    this.progress = new ScriptProgress(script);
    this.version = database.identity().version();
    this.alone = grouping == Grouping.STATEMENT || script.size() == 1;
  }

  RunOutcome toTheEnd() {
    try (Statement statement = session.createStatement()) {
      // The driver would read {d '2024-01-01'} in a string constant's place as its own syntax.
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
      return finish(statement);
    } catch (SQLException failure) {
      return ended(Optional.empty(), failure, false);
    }
  }

  private Optional<RunOutcome> next(Statement statement) throws SQLException {
    String sql = progress.peek().text();
    if (!ownTransaction) {
      Optional<RunOutcome> end = border(statement, sql);
      if (end.isPresent()) {
        return end;
      }
    }
    boolean inTransaction = state() == TransactionState.OPEN;
    boolean marked = marks.marks(progress.peek());
    listener.before(progress.peek());
    if (marked && !inTransaction) {
      marks.begun(statement, progress.peek());
    }
    StatementText sent = progress.send();
    try {
      courtesy.watched(sent, () -> send(statement, sent));
      if (marked) {
        marks.done(statement, sent);
      }
    } catch (SQLException failure) {
      return triesAgain(statement, sent, failure, inTransaction)
          ? Optional.empty()
          : Optional.of(ended(Optional.of(sent), failure, inTransaction));
    }
    progress.done(sent);
    labels.saw(sql);
    listener.after(sent);
    settle(sql);
    if (sharedWithMark) {
      sharedWithMark = false;
      return commit(statement);
    }
    return Optional.empty();
  }

  /** Between two statements; what waits for a commit does not get one. */
  private RunOutcome stopped(Statement statement) throws SQLException {
    if (state() != TransactionState.IDLE) {
      statement.execute("ROLLBACK");
    }
    return new RunOutcome.Stopped(progress.fates(), Optional.empty());
  }

  /** Undoes the transaction of a statement that lost a lock, where all of it can be sent again. */
  private boolean triesAgain(
      Statement statement, StatementText lost, SQLException failure, boolean inTransaction)
      throws SQLException {
    ServerError error = database.serverError(failure);
    List<StatementText> again = progress.again(lost);
    boolean possible =
        LOST_LOCK.contains(error.sqlState())
            && !chained
            && Repeatable.is(again, inTransaction, version);
    if (!possible || !courtesy.mayTryAgain(again)) {
      return false;
    }
    // Before the pause: nobody is to wait for its locks meanwhile.
    if (state() != TransactionState.IDLE) {
      statement.execute("ROLLBACK");
    }
    courtesy.pause(again, error);
    ownTransaction = false;
    sharedWithMark = false;
    progress.rewind();
    labels.ended();
    return true;
  }

  /** The driver sends rows by another way than statements, and refuses COPY in theirs. */
  private void send(Statement statement, StatementText sent) throws SQLException {
    if (sent.rows().isEmpty()) {
      Results.drain(statement, sent.text());
      return;
    }
    try {
      session
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(sent.text(), new StringReader(sent.rows().get()));
    } catch (IOException impossible) {
      throw new UncheckedIOException("rows are read from memory", impossible);
    }
  }

  /** Ends and begins the transactions that the script does not write. */
  private Optional<RunOutcome> border(Statement statement, String sql) throws SQLException {
    boolean forbidden = TransactionRules.mode(sql, version) == TransactionMode.FORBIDDEN;
    boolean open = state() == TransactionState.OPEN;
    if (forbidden && open) {
      return commit(statement);
    }
    if (open && labels.mayBeUsedBy(sql)) {
      Optional<RunOutcome> end = commit(statement);
      if (end.isPresent()) {
        return end;
      }
    }
    // A statement that changes rows has its mark beside it, so that both are kept or neither.
    boolean marked = alone && marks.marks(progress.peek()) && Marking.changesRows(sql);
    boolean begins = !forbidden && (!alone || marked) && !TransactionWords.begins(sql);
    if (begins && state() == TransactionState.IDLE) {
      sharedWithMark = alone;
      statement.execute("BEGIN");
    }
    return Optional.empty();
  }

  private void settle(String sql) throws SQLException {
    boolean open = state() == TransactionState.OPEN;
    if (!open || TransactionWords.rollsBack(sql) || TransactionWords.commits(sql)) {
      labels.ended();
    }
    if (TransactionWords.rollsBack(sql)) {
      progress.rolledBack();
      ownTransaction = open;
      chained = open;
    } else if (!open || TransactionWords.commits(sql)) {
      progress.committed();
      listener.committed();
      ownTransaction = open;
      chained = open;
    } else if (TransactionWords.begins(sql)) {
      ownTransaction = true;
    }
  }

  private RunOutcome finish(Statement statement) throws SQLException {
    if (state() != TransactionState.OPEN) {
      return new RunOutcome.Completed(progress.fates());
    }
    if (ownTransaction) {
      statement.execute("ROLLBACK");
      return new RunOutcome.LeftOpen(progress.fates());
    }
    return commit(statement).orElseGet(() -> new RunOutcome.Completed(progress.fates()));
  }

  private Optional<RunOutcome> commit(Statement statement) {
    try {
      statement.execute("COMMIT");
    } catch (SQLException failure) {
      return Optional.of(ended(Optional.empty(), failure, true));
    }
    progress.committed();
    labels.ended();
    listener.committed();
    return Optional.empty();
  }

  /**
   * The outcome of a failure.
   *
   * @param sent the statement that was sent, or empty for a COMMIT of ours
   * @param inTransaction whether a transaction was open when it was sent
   */
  private RunOutcome ended(
      Optional<StatementText> sent, SQLException failure, boolean inTransaction) {
    ServerError error = database.serverError(failure);
    if (!isLost(error)) {
      // Whether it was refused inside a transaction or at its commit: nothing of it remains.
      progress.rolledBack();
      endTransaction(failure);
      sent.filter(statement -> !inTransaction && isUndone(statement))
          .ifPresent(statement -> refused(statement, failure));
      if (courtesy.isCancelled(error)) {
        return new RunOutcome.Stopped(progress.fates(), sent);
      }
      return new RunOutcome.Failed(progress.fates(), sent, error);
    }
    boolean committing =
        sent.map(statement -> TransactionWords.commits(statement.text())).orElse(inTransaction);
    if (inTransaction && committing) {
      progress.commitUnanswered();
      sent.ifPresent(progress::unanswered);
    } else if (inTransaction) {
      // Without a COMMIT the server undoes it, as soon as it is aware that the session is gone.
      sent.ifPresent(progress::done);
      progress.rolledBack();
    } else {
      sent.ifPresent(progress::unanswered);
    }
    return new RunOutcome.ConnectionLost(progress.fates(), sent, error);
  }

  /** Whether the server keeps nothing of a statement outside of a transaction that it refuses. */
  private boolean isUndone(StatementText statement) {
    return marks.marks(statement) && Repeatable.isUndone(statement.text(), false, version);
  }

  private void refused(StatementText refused, SQLException failure) {
    try (Statement statement = session.createStatement()) {
      marks.refused(statement, refused);
    } catch (SQLException sessionIsGone) {
      failure.addSuppressed(sessionIsGone);
    }
  }

  private static boolean isLost(ServerError error) {
    return error.sqlState().startsWith("08") || SESSION_ENDED.contains(error.sqlState());
  }

  private void endTransaction(SQLException failure) {
    try (Statement statement = session.createStatement()) {
      if (state() != TransactionState.IDLE) {
        statement.execute("ROLLBACK");
      }
    } catch (SQLException sessionIsGone) {
      failure.addSuppressed(sessionIsGone);
    }
  }

  private TransactionState state() throws SQLException {
    return session.unwrap(BaseConnection.class).getTransactionState();
  }
}
