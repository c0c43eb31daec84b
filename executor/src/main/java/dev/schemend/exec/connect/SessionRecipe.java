package dev.schemend.exec.connect;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * How a driver is asked for a session. User and password are not in it: they go to the driver apart
 * from everything that a driver may print.
 *
 * @param jdbcUrl the driver's URL, without parameters
 * @param properties the driver's connection properties
 * @param firstStatement what every new session runs first
 * @param timeout how long to wait for a session
 */
public record SessionRecipe(
    String jdbcUrl, Map<String, String> properties, String firstStatement, Duration timeout) {

  /** Rejects null parts. */
  public SessionRecipe {
    Objects.requireNonNull(jdbcUrl, "jdbcUrl");
    properties = Map.copyOf(properties);
    Objects.requireNonNull(firstStatement, "firstStatement");
    Objects.requireNonNull(timeout, "timeout");
  }

  /** Shows the names of the properties only: a value may be a key store's password. */
  @Override
  public String toString() {
    return "SessionRecipe[" + jdbcUrl + ", properties " + properties.keySet() + "]";
  }
}
