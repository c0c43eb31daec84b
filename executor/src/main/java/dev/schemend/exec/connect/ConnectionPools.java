package dev.schemend.exec.connect;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.schemend.exec.error.ExecException;
import dev.schemend.exec.error.ServerError;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;

/** Opens {@link Database}s. */
public final class ConnectionPools {

  /** One session holds the lock, one works, one looks on where the work takes long. */
  public static final int SESSIONS = 3;

  private ConnectionPools() {}

  /**
   * Asks the server who it is, so that a wrong URL is told of here, and opens a pool.
   *
   * @throws ExecException with {@link ConnectError} or {@link InvalidUrl}
   */
  public static Database open(DatabaseUrl url, Connector connector) {
    if (connector.isSystemDatabase(url.database())) {
      throw refused(url, ConnectErrorKind.SYSTEM_DATABASE);
    }
    SessionRecipe recipe = connector.recipe(url);
    ServerIdentity identity = identify(url, connector, recipe);
    return new Database(url, connector, identity, new HikariDataSource(configuration(url, recipe)));
  }

  /**
   * Creates the database that {@code url} names, for a deployment to a server that has none yet.
   *
   * @throws ExecException with {@link ConnectError} where the server cannot be reached or refuses
   */
  public static void createDatabase(DatabaseUrl url, Connector connector) {
    DatabaseUrl maintenance = url.withDatabase(connector.maintenanceDatabase());
    try (Connection session = direct(maintenance, connector.recipe(maintenance));
        Statement statement = session.createStatement()) {
      statement.execute(connector.createDatabase(url.database()));
    } catch (SQLException failure) {
      throw failed(url, connector, failure);
    }
  }

  /**
   * Not through the pool: that tries again and again, and tells a second later, or only when the
   * time is over, what the server said at once.
   */
  private static ServerIdentity identify(
      DatabaseUrl url, Connector connector, SessionRecipe recipe) {
    try (Connection session = direct(url, recipe);
        Statement first = session.createStatement()) {
      first.execute(recipe.firstStatement());
      return connector
          .identify(session)
          .orElseThrow(() -> refused(url, ConnectErrorKind.UNSUPPORTED_SERVER));
    } catch (SQLException failure) {
      throw failed(url, connector, failure);
    }
  }

  private static Connection direct(DatabaseUrl url, SessionRecipe recipe) throws SQLException {
    Properties properties = new Properties();
    properties.putAll(recipe.properties());
    if (!url.user().isEmpty()) {
      properties.put("user", url.user());
    }
    url.password().ifPresent(password -> properties.put("password", password.reveal()));
    return DriverManager.getConnection(recipe.jdbcUrl(), properties);
  }

  private static ExecException refused(DatabaseUrl url, ConnectErrorKind kind) {
    return new ExecException(ConnectError.at(url, kind, Optional.empty()));
  }

  static ExecException failed(DatabaseUrl url, Connector connector, SQLException failure) {
    SQLException cause = innermost(failure);
    ServerError said = connector.serverError(cause);
    return new ExecException(
        ConnectError.at(url, connector.classify(cause), Optional.of(said)), cause);
  }

  /** The pool wraps what the driver threw. */
  private static SQLException innermost(SQLException failure) {
    SQLException innermost = failure;
    int depth = 0;
    for (Throwable cause = failure; cause != null && depth < 16; cause = cause.getCause()) {
      if (cause instanceof SQLException exception) {
        innermost = exception;
      }
      depth++;
    }
    return innermost;
  }

  private static HikariConfig configuration(DatabaseUrl url, SessionRecipe recipe) {
    HikariConfig configuration = new HikariConfig();
    configuration.setPoolName("schemend");
    configuration.setJdbcUrl(recipe.jdbcUrl());
    if (!url.user().isEmpty()) {
      configuration.setUsername(url.user());
    }
    url.password().ifPresent(password -> configuration.setPassword(password.reveal()));
    recipe.properties().forEach(configuration::addDataSourceProperty);
    configuration.setConnectionInitSql(recipe.firstStatement());
    configuration.setMaximumPoolSize(SESSIONS);
    // Sessions are opened when they are needed: production has few to spare.
    configuration.setMinimumIdle(0);
    configuration.setInitializationFailTimeout(-1);
    // A statement may run for hours; age must not end the session under it, nor under the lock.
    configuration.setMaxLifetime(0);
    configuration.setConnectionTimeout(recipe.timeout().toMillis());
    return configuration;
  }
}
