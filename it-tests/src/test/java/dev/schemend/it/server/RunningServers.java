package dev.schemend.it.server;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * The servers of this JVM, one of each kind that all share; the first use starts it and says so.
 */
public final class RunningServers {

  private static final Map<ServerKind, TestServer> RUNNING = new EnumMap<>(ServerKind.class);
  private static final Map<ServerKind, ServerUnavailableException> MISSING =
      new EnumMap<>(ServerKind.class);

  private RunningServers() {}

  /**
   * The server of that kind.
   *
   * @throws ServerUnavailableException the same each time, without another try
   */
  public static synchronized TestServer get(ServerKind kind) throws ServerUnavailableException {
    TestServer running = RUNNING.get(kind);
    if (running != null) {
      return running;
    }
    ServerUnavailableException missing = MISSING.get(kind);
    if (missing != null) {
      throw missing;
    }
    try {
      TestServer server = start(kind);
      RUNNING.put(kind, server);
      return server;
    } catch (ServerUnavailableException e) {
      MISSING.put(kind, e);
      report(kind + ": none. " + e.getMessage());
      throw e;
    }
  }

  /** A server of that kind that nobody else gets; it ends with the JVM. */
  static TestServer start(ServerKind kind) throws ServerUnavailableException {
    long begin = System.nanoTime();
    TestServer server = started(kind);
    report(
        String.format(
            Locale.ROOT,
            "%s: %s, on port %d after %.1f s",
            kind,
            server.version(),
            server.administration().port(),
            Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0));
    return server;
  }

  private static TestServer started(ServerKind kind) throws ServerUnavailableException {
    try {
      return switch (kind) {
        case POSTGRES_14, POSTGRES_18 -> PostgresServer.start(kind);
        case MYSQL_8_0 -> MySqlServer.start(kind);
        case MARIADB_11_4 -> MariaDbServer.start(kind);
      };
    } catch (IOException e) {
      throw new ServerUnavailableException(kind + " did not start: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerUnavailableException(kind + " did not start: interrupted", e);
    }
  }

  private static void report(String line) {
    System.err.println("[servers] " + line);
  }
}
