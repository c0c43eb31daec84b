package dev.schemend.it.server;

import java.io.IOException;

/** A running server, on the loopback interface only. */
public sealed interface TestServer permits PostgresServer, MySqlServer, MariaDbServer {

  /** Which one. */
  ServerKind kind();

  /** What the server answers to {@code SELECT version()}. */
  String version();

  /**
   * The database that is always there ({@code postgres}, {@code mysql}), with a user that may do
   * everything. Never close it.
   */
  TestDatabase administration();

  /** Ends all sessions and the server, and starts it again on the same data and port. */
  void restart() throws IOException, InterruptedException;

  /** A fresh, empty database; its name is not used again in this run. */
  TestDatabase createDatabase();
}
