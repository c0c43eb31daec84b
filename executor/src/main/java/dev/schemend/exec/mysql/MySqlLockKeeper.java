package dev.schemend.exec.mysql;

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
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The named lock {@code prisma_migrate} (MySQL manual, "Locking Functions"). {@code GET_LOCK}
 * answers 1 for had, 0 for busy and NULL for an error; Prisma does not look at the answer, and runs
 * on without the lock. The name is the server's, not the database's: runs on two databases of one
 * server wait for each other.
 */
public final class MySqlLockKeeper implements LockKeeper {

  private static final String LOCK = "GET_LOCK('prisma_migrate')";
  private static final String HELD = "SELECT IS_USED_LOCK('prisma_migrate') = CONNECTION_ID()";

  private static final String RELEASE = "DO RELEASE_LOCK('prisma_migrate')";

  private static final String HOLDER =
      "SELECT IS_USED_LOCK('prisma_migrate'), p.USER, p.HOST, p.TIME"
          + " FROM (SELECT 1) one LEFT JOIN information_schema.PROCESSLIST p"
          + " ON p.ID = IS_USED_LOCK('prisma_migrate')";

  /** A year, the most that the server takes: the session must outlast the longest ALTER TABLE. */
  private static final String STAY = "SET SESSION wait_timeout = 31536000";

  @Override
  public DatabaseLock acquire(Database database, LockSettings settings) {
    if (!settings.enabled()) {
      return new NoLock();
    }
    Connection session = database.session();
    SessionLock lock = new SessionLock(LOCK, database, session, HELD, RELEASE);
    try {
      take(session, settings);
      // Behind a proxy that shares sessions, the lock may by now be another session's.
      lock.verify();
      return lock;
    } catch (SQLException failure) {
      lock.close();
      throw new ExecException(
          new LockError.Failed(LOCK, Optional.of(database.serverError(failure))), failure);
    } catch (RuntimeException | Error failure) {
      lock.close();
      throw failure;
    }
  }

  private static void take(Connection session, LockSettings settings) throws SQLException {
    // MySQL counts in whole seconds; a wait of less than one is none.
    long seconds = settings.waitAtMost().toSeconds();
    long start = System.nanoTime();
    try (Statement statement = session.createStatement()) {
      statement.execute(STAY);
      try (ResultSet row =
          statement.executeQuery("SELECT GET_LOCK('prisma_migrate', " + seconds + ")")) {
        row.next();
        boolean had = row.getInt(1) == 1;
        if (row.wasNull()) {
          throw new ExecException(new LockError.Failed(LOCK, Optional.empty()));
        }
        if (had) {
          return;
        }
      }
      Duration waited = Duration.ofNanos(System.nanoTime() - start);
      throw new ExecException(new LockError.Busy(LOCK, waited, holder(statement)));
    }
  }

  private static List<LockHolder> holder(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(HOLDER)) {
      row.next();
      long session = row.getLong(1);
      if (row.wasNull()) {
        return List.of();
      }
      String user = row.getString(2);
      String client = row.getString(3);
      long seconds = row.getLong(4);
      // PROCESSLIST shows sessions of other users to those with the PROCESS privilege only.
      Optional<Instant> since =
          user == null ? Optional.empty() : Optional.of(Instant.now().minusSeconds(seconds));
      return List.of(
          new LockHolder(
              session,
              Optional.ofNullable(user),
              Optional.empty(),
              Optional.ofNullable(client),
              since));
    }
  }
}
