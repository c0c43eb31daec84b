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

  private static final String PRISMA = "prisma_migrate";

  private final String name;
  private final String lock;
  private final String held;
  private final String release;
  private final String holder;

  /** Keeps Prisma's lock. */
  public MySqlLockKeeper() {
    this(PRISMA);
  }

  private MySqlLockKeeper(String name) {
    this.name = name;
    this.lock = "GET_LOCK('" + name + "')";
    this.held = "SELECT IS_USED_LOCK('" + name + "') = CONNECTION_ID()";
    this.release = "DO RELEASE_LOCK('" + name + "')";
    this.holder =
        "SELECT IS_USED_LOCK('"
            + name
            + "'), p.USER, p.HOST, p.TIME"
            + " FROM (SELECT 1) one LEFT JOIN information_schema.PROCESSLIST p"
            + " ON p.ID = IS_USED_LOCK('"
            + name
            + "')";
  }

  /** Keeps the lock of that name, which holds no quotes. */
  public static MySqlLockKeeper of(String name) {
    return new MySqlLockKeeper(name);
  }

  /** A year, the most that the server takes: the session must outlast the longest ALTER TABLE. */
  private static final String STAY = "SET SESSION wait_timeout = 31536000";

  @Override
  public DatabaseLock acquire(Database database, LockSettings settings) {
    if (!settings.enabled()) {
      return new NoLock();
    }
    return SessionLock.taken(lock, database, held, release, session -> take(session, settings));
  }

  private void take(Connection session, LockSettings settings) throws SQLException {
    // MySQL counts in whole seconds; a wait of less than one is none.
    long seconds = settings.waitAtMost().toSeconds();
    long start = System.nanoTime();
    try (Statement statement = session.createStatement()) {
      statement.execute(STAY);
      try (ResultSet row =
          statement.executeQuery("SELECT GET_LOCK('" + name + "', " + seconds + ")")) {
        row.next();
        boolean had = row.getInt(1) == 1;
        if (row.wasNull()) {
          throw new ExecException(new LockError.Failed(lock, Optional.empty()));
        }
        if (had) {
          return;
        }
      }
      Duration waited = Duration.ofNanos(System.nanoTime() - start);
      throw new ExecException(new LockError.Busy(lock, waited, holder(statement)));
    }
  }

  private List<LockHolder> holder(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(holder)) {
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
