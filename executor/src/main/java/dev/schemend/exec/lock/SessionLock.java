package dev.schemend.exec.lock;

import dev.schemend.exec.connect.Database;
import dev.schemend.exec.error.ExecException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Optional;

/** A lock that lives as long as the session that took it. */
public final class SessionLock implements DatabaseLock {

  private final String lock;
  private final Database database;
  private final Connection session;
  private final String heldQuery;
  private final String release;

  /** Waits for a lock. */
  public interface Taking {
    /** Returns when {@code session} has it; throws {@link LockError.Busy} where others keep it. */
    void take(Connection session) throws SQLException;
  }

  /**
   * Takes a lock in a session of its own, and makes sure of it: behind a pooler that shares
   * sessions, it may by then be another session's.
   *
   * @param lock the lock in the server's words
   * @param database where the session is from
   * @param heldQuery gives one row with one boolean: whether this session has the lock
   * @param release gives the lock back
   */
  public static SessionLock taken(
      String lock, Database database, String heldQuery, String release, Taking taking) {
    SessionLock taken = new SessionLock(lock, database, database.session(), heldQuery, release);
    try {
      taking.take(taken.session);
      taken.verify();
      return taken;
    } catch (SQLException failure) {
      taken.close();
      throw new ExecException(
          new LockError.Failed(lock, Optional.of(database.serverError(failure))), failure);
    } catch (RuntimeException | Error failure) {
      taken.close();
      throw failure;
    }
  }

  private SessionLock(
      String lock, Database database, Connection session, String heldQuery, String release) {
    this.lock = Objects.requireNonNull(lock, "lock");
    this.database = Objects.requireNonNull(database, "database");
    this.session = Objects.requireNonNull(session, "session");
    this.heldQuery = Objects.requireNonNull(heldQuery, "heldQuery");
    this.release = Objects.requireNonNull(release, "release");
  }

  @Override
  public void verify() {
    try (Statement statement = session.createStatement();
        ResultSet row = statement.executeQuery(heldQuery)) {
      if (!row.next() || !row.getBoolean(1)) {
        throw new ExecException(new LockError.Lost(lock, Optional.empty()));
      }
    } catch (SQLException failure) {
      throw new ExecException(
          new LockError.Lost(lock, Optional.of(database.serverError(failure))), failure);
    }
  }

  @Override
  public void close() {
    try (Statement statement = session.createStatement()) {
      statement.execute(release);
    } catch (SQLException sessionIsGone) {
      // Then the server has given the lock back already, or does so with the session below.
      return;
    } finally {
      database.end(session);
    }
  }
}
