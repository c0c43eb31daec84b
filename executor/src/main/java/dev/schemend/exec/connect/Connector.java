package dev.schemend.exec.connect;

import dev.schemend.exec.error.ServerError;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** PORT: what differs between servers when a session is opened. One adapter per {@link Family}. */
public interface Connector {

  /** The protocol it speaks. */
  Family family();

  /**
   * How to ask the driver for a session at {@code url}.
   *
   * @throws dev.schemend.exec.error.ExecException with {@link InvalidUrl} where a parameter cannot
   *     be honoured
   */
  SessionRecipe recipe(DatabaseUrl url);

  /** Which kind of error an attempt to open a session ended with. */
  ConnectErrorKind classify(SQLException exception);

  /** What the server said. */
  ServerError serverError(SQLException exception);

  /** Asks the server who it is; empty where it is a product that nothing here knows. */
  Optional<ServerIdentity> identify(Connection session) throws SQLException;

  /** A database that every server of the family has, or no database, to create others from. */
  String maintenanceDatabase();

  /** The statement that creates a database as the server's defaults have it. */
  String createDatabase(String name);

  /** Whether {@code database} is one of the server's own, which no migration may touch. */
  boolean isSystemDatabase(String database);
}
