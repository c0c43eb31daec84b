package dev.schemend.exec.run;

import dev.schemend.exec.connect.Database;
import dev.schemend.exec.error.ExecException;
import dev.schemend.exec.watch.SessionWatch;
import dev.schemend.exec.watch.Sighting;
import dev.schemend.source.StatementText;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * Looks at a session from a second one while its statement is not answered, and cancels the
 * statement where that is asked for. A statement that is answered soon costs no second session.
 */
final class Lookout implements AutoCloseable {

  private static final Duration BETWEEN = Duration.ofSeconds(1);
  private static final long GLANCE_MILLIS = 100;

  private final Database database;
  private final Connection session;
  private final SessionWatch watch;
  private final long id;
  private final Duration patience;
  private final Optional<Duration> timeout;
  private final StopSign stop;
  private final RunListener listener;

  private Watched current;
  private Thread thread;
  private boolean closed;
  private boolean blind;

  /** A statement in flight. */
  private static final class Watched {
    private final StatementText statement;
    private final long begin = System.nanoTime();
    private Duration nextLook;
    private boolean cancelled;

    Watched(StatementText statement, Duration patience) {
      this.statement = statement;
      this.nextLook = patience;
    }

    Duration running() {
      return Duration.ofNanos(System.nanoTime() - begin);
    }
  }

  /**
   * A lookout for {@code session}.
   *
   * @param patience how long a statement is left alone
   * @param timeout when a statement is cancelled, where the server does not do it by itself
   */
  Lookout(
      Database database,
      Connection session,
      SessionWatch watch,
      Duration patience,
      Optional<Duration> timeout,
      StopSign stop,
      RunListener listener)
      throws SQLException {
    this.database = database;
    this.session = session;
    this.watch = watch;
    this.id = watch.id(session);
    this.patience = patience;
    this.timeout = timeout;
    this.stop = stop;
    this.listener = listener;
  }

  /** The statement is about to be sent. */
  synchronized void begun(StatementText statement) {
    current = new Watched(statement, patience);
    if (thread == null) {
      thread = Thread.ofPlatform().daemon().name("schemend-lookout").start(this::keep);
    }
  }

  /** The statement is answered. */
  synchronized void ended() throws SQLException {
    boolean cancelled = current.cancelled;
    current = null;
    if (cancelled) {
      watch.absorbCancel(session);
    }
  }

  private void keep() {
    Optional<Watched> watched = next();
    while (watched.isPresent() && !blind) {
      Duration running = watched.get().running();
      if (stop.isUrgent() || timeout.filter(most -> running.compareTo(most) >= 0).isPresent()) {
        cancel(watched.get());
      } else if (running.compareTo(watched.get().nextLook) >= 0) {
        look(watched.get(), running);
      }
      watched = next();
    }
  }

  /** The next statement that is in flight when somebody glances; empty at the end. */
  private synchronized Optional<Watched> next() {
    try {
      do {
        wait(GLANCE_MILLIS);
      } while (!closed && (current == null || current.cancelled));
    } catch (InterruptedException over) {
      return Optional.empty();
    }
    return closed ? Optional.empty() : Optional.of(current);
  }

  /** Under the monitor, so that it cannot hit the statement behind. */
  private synchronized void cancel(Watched watched) {
    if (current != watched) {
      return;
    }
    watched.cancelled = true;
    try (Connection other = database.session()) {
      watch.cancel(other, id);
    } catch (SQLException | ExecException unreachable) {
      // Then the statement ends when it ends.
      blind = true;
    }
  }

  private void look(Watched watched, Duration running) {
    Sighting sighting;
    try (Connection other = database.session()) {
      sighting = watch.look(other, id);
    } catch (SQLException | ExecException notAllowed) {
      sighting = new Sighting.Unknown();
    }
    synchronized (this) {
      watched.nextLook = running.plus(BETWEEN);
      if (current == watched) {
        listener.sighted(watched.statement, running, sighting);
      }
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
  }
}
