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

  /**
   * A lock that {@code session} holds.
   *
   * @param lock the lock in the server's words
   * @param database where the session is from
   * @param session the session; it belongs to the lock from now on
   * @param heldQuery gives one row with one boolean: whether this session has the lock
   * @param release gives the lock back
   */
  public SessionLock(
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
