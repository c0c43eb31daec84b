package dev.schemend.exec.connect;

/**
 * The protocol that a URL names. MariaDB speaks MySQL's; which of the two it is, only the server
 * knows ({@link ServerIdentity}).
 */
public enum Family {
  POSTGRESQL("postgresql", 5432),
  MYSQL("mysql", 3306);

  private final String provider;
  private final int defaultPort;

  Family(String provider, int defaultPort) {
    this.provider = provider;
    this.defaultPort = defaultPort;
  }

  /** The name in {@code migration_lock.toml} and in a schema's datasource. */
  public String provider() {
    return provider;
  }

  /** The registered TCP port. */
  public int defaultPort() {
    return defaultPort;
  }
}
