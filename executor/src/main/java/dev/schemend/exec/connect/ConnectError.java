package dev.schemend.exec.connect;

import dev.schemend.exec.error.ExecError;
import dev.schemend.exec.error.ServerError;
import java.util.Objects;
import java.util.Optional;

/**
 * A session could not be had.
 *
 * @param kind why
 * @param endpoint where
 * @param user as whom
 * @param database for which database
 * @param server what the server, or the driver in its place, said
 */
public record ConnectError(
    ConnectErrorKind kind,
    Endpoint endpoint,
    String user,
    String database,
    Optional<ServerError> server)
    implements ExecError {

  /** Rejects null parts. */
  public ConnectError {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(endpoint, "endpoint");
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(database, "database");
    Objects.requireNonNull(server, "server");
  }

  /** An error on the way to {@code url}. */
  public static ConnectError at(
      DatabaseUrl url, ConnectErrorKind kind, Optional<ServerError> server) {
    return new ConnectError(kind, url.endpoint(), url.user(), url.database(), server);
  }

  @Override
  public String code() {
    return kind.code();
  }

  @Override
  public String message() {
    return kind.summary()
        + " (server "
        + endpoint
        + (user.isEmpty() ? "" : ", user " + user)
        + ", database "
        + database
        + ").";
  }

  @Override
  public String detail() {
    return server.map(ServerError::line).orElse("");
  }

  @Override
  public String hint() {
    return kind.hint();
  }
}
