package dev.schemend.it.server;

import dev.schemend.dialect.Flavor;
import org.junit.jupiter.api.Assumptions;

/** The servers that every live test can be run on: {@code @EnumSource(ServerKind.class)}. */
public enum ServerKind {
  /** The oldest PostgreSQL that is supported. */
  POSTGRES_14(Flavor.POSTGRESQL),
  /** The newest. */
  POSTGRES_18(Flavor.POSTGRESQL),
  /** MySQL 8.0 with enforced CHECK, functional indexes and expression defaults. */
  MYSQL_8_0(Flavor.MYSQL),
  /** MariaDB, which is not MySQL. */
  MARIADB_11_4(Flavor.MARIADB);

  private final Flavor flavor;

  ServerKind(Flavor flavor) {
    this.flavor = flavor;
  }

  /** The product. */
  public Flavor flavor() {
    return flavor;
  }

  /**
   * The running server of this kind, started by the first call.
   *
   * @throws IllegalStateException when it cannot be had and {@code CI=true}
   * @throws org.opentest4j.TestAbortedException when it cannot be had elsewhere: the test is
   *     skipped, with the reason
   */
  public TestServer server() {
    return unlessMissing(RunningServers::get);
  }

  /**
   * A further server of this kind, that nobody else works on until the JVM ends: for tests that
   * restart it, or that work on several at a time.
   *
   * @throws IllegalStateException as {@link #server()}
   * @throws org.opentest4j.TestAbortedException as {@link #server()}
   */
  public TestServer another() {
    return unlessMissing(RunningServers::start);
  }

  @FunctionalInterface
  private interface Source {
    TestServer of(ServerKind kind) throws ServerUnavailableException;
  }

  private TestServer unlessMissing(Source source) {
    try {
      return source.of(this);
    } catch (ServerUnavailableException e) {
      if (Boolean.parseBoolean(System.getenv("CI"))) {
        throw new IllegalStateException(
            "CI=true, and no test may be skipped. " + e.getMessage(), e);
      }
      return Assumptions.abort(e.getMessage());
    }
  }

  /** A fresh, empty database on {@link #server()}; close it to drop it. */
  public TestDatabase createDatabase() {
    return server().createDatabase();
  }
}
