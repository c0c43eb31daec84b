package dev.schemend.exec.connect;

import dev.schemend.exec.error.ServerError;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;

/** What the network says about a failed attempt, whichever driver made it. */
public final class ConnectFailures {

  private ConnectFailures() {}

  /**
   * What the driver said, with the words of the network behind it: drivers say "Communications link
   * failure" where the network says "Connection refused".
   */
  public static ServerError explained(ServerError said, SQLException failure) {
    Throwable root = failure;
    for (int depth = 0; root.getCause() != null && depth < 16; depth++) {
      root = root.getCause();
    }
    String first = said.message().lines().findFirst().orElse("");
    String network = root instanceof IOException ? root.getMessage() : null;
    return new ServerError(
        said.sqlState(),
        said.vendorCode(),
        network == null || first.contains(network)
            ? first
            : (first.endsWith(".") ? first.substring(0, first.length() - 1) : first)
                + ": "
                + network,
        said.detail(),
        said.hint(),
        said.position());
  }

  /** The kind of error that the causes of {@code failure} tell of, where they are the network's. */
  public static Optional<ConnectErrorKind> network(Throwable failure) {
    Set<Throwable> seen = new HashSet<>();
    for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
      if (cause instanceof SSLException) {
        return Optional.of(ConnectErrorKind.TLS_FAILED);
      }
      if (cause instanceof SocketTimeoutException) {
        return Optional.of(ConnectErrorKind.TIMED_OUT);
      }
      if (cause instanceof ConnectException
          || cause instanceof UnknownHostException
          || cause instanceof NoRouteToHostException) {
        return Optional.of(ConnectErrorKind.UNREACHABLE);
      }
    }
    return Optional.empty();
  }
}
