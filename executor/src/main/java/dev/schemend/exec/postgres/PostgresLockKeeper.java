package dev.schemend.exec.postgres;

import dev.schemend.exec.connect.Database;
import dev.schemend.exec.error.ExecException;
import dev.schemend.exec.lock.DatabaseLock;
import dev.schemend.exec.lock.LockError;
import dev.schemend.exec.lock.LockHolder;
import dev.schemend.exec.lock.LockKeeper;
import dev.schemend.exec.lock.LockSettings;
import dev.schemend.exec.lock.NoLock;
import dev.schemend.exec.lock.SessionLock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The session-level advisory lock 72707369 (PostgreSQL manual, "Advisory Locks"), which Prisma
 * takes with {@code pg_advisory_lock}. It is polled for here: a statement that waits would have to
 * be cancelled when the time is over, and a poll can tell who is in the way.
 */
public final class PostgresLockKeeper implements LockKeeper {

  private static final long PRISMA = 72707369L;

  private final String lock;
  private final String release;
  private final String tryLock;
  private final String held;
  private final String holders;

  /** Keeps Prisma's lock. */
  public PostgresLockKeeper() {
    this(PRISMA);
  }

  private PostgresLockKeeper(long key) {
    // A bigint key lies in classid and objid, its high and low half, with objsubid 1 (PostgreSQL
    // manual, "pg_locks"). The key is per database.
    String granted =
        " l.locktype = 'advisory' AND l.classid = "
            + (key >>> 32)
            + " AND l.objid = "
            + (key & 0xffffffffL)
            + " AND l.objsubid = 1 AND l.granted AND l.database ="
            + " (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())";
    this.lock = "pg_advisory_lock(" + key + ")";
    this.release = "SELECT pg_advisory_unlock(" + key + ")";
    this.tryLock = "SELECT pg_try_advisory_lock(" + key + ")";
    this.held =
        "SELECT EXISTS (SELECT 1 FROM pg_catalog.pg_locks l WHERE l.pid = pg_backend_pid() AND"
            + granted
            + ")";
    this.holders = HOLDERS + granted;
  }

  /** Keeps the lock of that key. */
  public static PostgresLockKeeper of(long key) {
    return new PostgresLockKeeper(key);
  }

  private static final String HOLDERS =
      "SELECT l.pid, a.usename, a.application_name, host(a.client_addr), a.backend_start"
          + " FROM pg_catalog.pg_locks l"
          + " LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid"
          + " WHERE l.pid <> pg_backend_pid() AND";

  /** A waiting session must not be ended for being idle; the setting exists since 14. */
  private static final String STAY =
      "SELECT set_config(name, '0', false) FROM pg_catalog.pg_settings"
          + " WHERE name = 'idle_session_timeout'";

  private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

  @Override
  public DatabaseLock acquire(Database database, LockSettings settings) {
    if (!settings.enabled()) {
      return new NoLock();
    }
    return SessionLock.taken(lock, database, held, release, session -> take(session, settings));
  }

  private void take(Connection session, LockSettings settings) throws SQLException {
    long start = System.nanoTime();
    try (Statement statement = session.createStatement()) {
      statement.execute(STAY);
      while (!tryOnce(statement)) {
        Duration waited = Duration.ofNanos(System.nanoTime() - start);
        if (waited.compareTo(settings.waitAtMost()) >= 0 || !pause()) {
          throw new ExecException(new LockError.Busy(lock, waited, holders(statement)));
        }
      }
    }
  }

  private boolean tryOnce(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(tryLock)) {
      return row.next() && row.getBoolean(1);
    }
  }

  /** False where the thread was told to stop. */
  private static boolean pause() {
    try {
      Thread.sleep(BETWEEN_TRIES);
      return true;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private List<LockHolder> holders(Statement statement) throws SQLException {
    List<LockHolder> holders = new ArrayList<>();
    try (ResultSet row = statement.executeQuery(this.holders)) {
      while (row.next()) {
        holders.add(
            new LockHolder(
                row.getLong(1),
                Optional.ofNullable(row.getString(2)),
                Optional.ofNullable(row.getString(3)).filter(name -> !name.isEmpty()),
                Optional.ofNullable(row.getString(4)),
                Optional.ofNullable(row.getObject(5, OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant)));
      }
    }
    return holders;
  }
}
