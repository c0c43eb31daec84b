package dev.schemend.exec.run;

import dev.schemend.exec.connect.Database;
import dev.schemend.exec.error.ServerError;
import dev.schemend.exec.watch.SessionWatch;
import dev.schemend.source.StatementText;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A {@link Conduct} put into practice for one run on one session. */
public final class Courtesy implements AutoCloseable {

  private static final long NAP_MILLIS = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Database database;
  private final Connection session;
  private final Conduct conduct;
  private final SessionWatch watch;
  private final Set<String> cancelledCodes;
  private final RunListener listener;
  private Optional<Lookout> lookout = Optional.empty();
  private int retriedFrom;
  private int retries;

  /** Sends a statement, and returns when it is answered. */
  public interface Sending {
    /** Does it. */
    void send() throws SQLException;
  }

  /** Runs a script to its end. */
  public interface Running {
    /** Does it, and tells {@code all}. */
    RunOutcome toTheEnd(Connection session, RunListener all, Courtesy courtesy);
  }

  /**
   * A run in a session of its own, conducted so.
   *
   * @param cancelledCodes {@link ServerError#databaseErrorCode()} of statements that were cancelled
   * @param listener whom the run tells, beside the conduct's own observer
   */
  public static RunOutcome during(
      Database database,
      Conduct conduct,
      SessionWatch watch,
      Set<String> cancelledCodes,
      RunListener listener,
      Running running) {
    Connection session = database.session();
    RunListener all = new JointListener(conduct.observer(), listener);
    try (Courtesy courtesy = new Courtesy(database, session, conduct, watch, cancelledCodes, all)) {
      RunOutcome outcome = running.toTheEnd(session, all, courtesy);
      all.ended(outcome);
      return outcome;
    } finally {
      database.end(session);
    }
  }

  private Courtesy(
      Database database,
      Connection session,
      Conduct conduct,
      SessionWatch watch,
      Set<String> cancelledCodes,
      RunListener listener) {
    this.database = database;
    this.session = session;
    this.conduct = conduct;
    this.watch = watch;
    this.cancelledCodes = Set.copyOf(cancelledCodes);
    this.listener = listener;
  }

  /** Sets the session's bounds, before the script's own settings. */
  public void begin(Statement statement) throws SQLException {
    Optional<Duration> unbounded = conduct.statementTimeout();
    if (conduct.lockTimeout().isPresent()) {
      all(statement, watch.boundingLocks(conduct.lockTimeout().get()));
    }
    if (conduct.statementTimeout().isPresent()) {
      Optional<List<String>> bounds =
          watch.boundingStatements(session, conduct.statementTimeout().get());
      if (bounds.isPresent()) {
        all(statement, bounds.get());
        unbounded = Optional.empty();
      }
    }
    if (conduct.watched() || unbounded.isPresent()) {
      lookout =
          Optional.of(
              new Lookout(
                  database, session, watch, patience(), unbounded, conduct.stop(), listener));
    }
  }

  /** Who is in the way is looked for before the wait for them is over. */
  private Duration patience() {
    return conduct
        .lockTimeout()
        .map(most -> most.dividedBy(2))
        .filter(half -> half.compareTo(PATIENCE) < 0)
        .orElse(PATIENCE);
  }

  private static void all(Statement statement, List<String> settings) throws SQLException {
    for (String setting : settings) {
      statement.execute(setting);
    }
  }

  /** Whether no further statement is to be sent. */
  public boolean isStopped() {
    return conduct.stop().isRaised();
  }

  /** Whether a statement failed because it was cancelled for somebody who wants the run to stop. */
  public boolean isCancelled(ServerError error) {
    return conduct.stop().isUrgent() && cancelledCodes.contains(error.databaseErrorCode());
  }

  /** Sends a statement and has an eye on it meanwhile. */
  public void watched(StatementText statement, Sending sending) throws SQLException {
    if (lookout.isEmpty()) {
      sending.send();
      return;
    }
    lookout.get().begun(statement);
    try {
      sending.send();
    } finally {
      lookout.get().ended();
    }
  }

  /**
   * Whether statements may be tried once more.
   *
   * @param again from the first of their transaction to the one that lost a lock
   */
  public boolean mayTryAgain(List<StatementText> again) {
    int first = again.getFirst().ordinal();
    if (first != retriedFrom) {
      retriedFrom = first;
      retries = 0;
    }
    return retries < conduct.lockRetries();
  }

  /**
   * Waits until it is time to try them again, or somebody wants the run to stop.
   *
   * @param error by which the last of them lost its lock
   */
  public void pause(List<StatementText> again, ServerError error) {
    retries++;
    Duration pause = conduct.backoff().pause(retries);
    listener.retrying(again.getLast(), again.getFirst(), retries, pause, error);
    long begin = System.nanoTime();
    try {
      while (!isStopped() && System.nanoTime() - begin < pause.toNanos()) {
        Thread.sleep(NAP_MILLIS);
      }
    } catch (InterruptedException tryNow) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    lookout.ifPresent(Lookout::close);
  }
}
