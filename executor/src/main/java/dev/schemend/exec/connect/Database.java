package dev.schemend.exec.connect;

import com.zaxxer.hikari.HikariDataSource;
import dev.schemend.exec.error.ExecException;
import dev.schemend.exec.error.ServerError;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A database that can be reached: at most {@link ConnectionPools#SESSIONS} sessions at a time, each
 * given back by closing it. Opened by {@link ConnectionPools}.
 */
public final class Database implements AutoCloseable {

  private final DatabaseUrl url;
  private final Connector connector;
  private final ServerIdentity identity;
  private final HikariDataSource pool;

  Database(DatabaseUrl url, Connector connector, ServerIdentity identity, HikariDataSource pool) {
    this.url = url;
    this.connector = connector;
    this.identity = identity;
    this.pool = pool;
  }

  /** Where it is. */
  public DatabaseUrl url() {
    return url;
  }

  /** Who the server said it is when the pool was opened. */
  public ServerIdentity identity() {
    return identity;
  }

  /**
   * A session in autocommit mode; closing it gives it back.
   *
   * @throws ExecException with {@link ConnectError}
   */
  public Connection session() {
    try {
      return pool.getConnection();
    } catch (SQLException failure) {
      throw ConnectionPools.failed(url, connector, failure);
    }
  }

  /**
   * Ends {@code session} instead of giving it back. For a session whose state is no longer that of
   * a new one: a script may have changed its search path, its role, its current database.
   */
  public void end(Connection session) {
    pool.evictConnection(session);
  }

  /** What the server said, with everything that its driver knows. */
  public ServerError serverError(SQLException exception) {
    return connector.serverError(exception);
  }

  /** Ends all sessions. */
  @Override
  public void close() {
    pool.close();
  }
}
