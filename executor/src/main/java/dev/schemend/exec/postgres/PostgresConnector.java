package dev.schemend.exec.postgres;

import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.exec.connect.ConnectErrorKind;
import dev.schemend.exec.connect.ConnectFailures;
import dev.schemend.exec.connect.Connector;
import dev.schemend.exec.connect.DatabaseUrl;
import dev.schemend.exec.connect.Endpoint;
import dev.schemend.exec.connect.Family;
import dev.schemend.exec.connect.InvalidUrl;
import dev.schemend.exec.connect.ServerIdentity;
import dev.schemend.exec.connect.SessionRecipe;
import dev.schemend.exec.connect.UrlParameters;
import dev.schemend.exec.connect.UrlProblem;
import dev.schemend.exec.error.ExecException;
import dev.schemend.exec.error.ServerError;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** PostgreSQL through its JDBC driver. */
public final class PostgresConnector implements Connector {

  /** Prisma's parameters that mean one of the driver's, and their names there. */
  private static final Map<String, String> SAME_MEANING =
      Map.of(
          "sslmode", "sslmode",
          "sslcert", "sslrootcert",
          "sslrootcert", "sslrootcert",
          "sslidentity", "sslkey",
          "sslkey", "sslkey",
          "sslpassword", "sslpassword",
          "application_name", "ApplicationName",
          "options", "options",
          "channel_binding", "channelBinding",
          "socket_timeout", "socketTimeout");

  /** SQLSTATEs a server ends the start of a session with (PostgreSQL manual, appendix A). */
  private static final Map<String, ConnectErrorKind> BY_SQLSTATE =
      Map.of(
          "28P01", ConnectErrorKind.AUTHENTICATION_FAILED,
          "28000", ConnectErrorKind.ACCESS_DENIED,
          "3D000", ConnectErrorKind.DATABASE_MISSING,
          "42501", ConnectErrorKind.ACCESS_DENIED,
          "53300", ConnectErrorKind.TOO_MANY_CONNECTIONS,
          "57P03", ConnectErrorKind.UNREACHABLE,
          "08001", ConnectErrorKind.UNREACHABLE,
          "08006", ConnectErrorKind.UNREACHABLE);

  private static final int CONNECT_TIMEOUT_SECONDS = 5;

  private static final String IDENTITY =
      "SELECT version(), current_setting('server_version'), current_database(), current_schema(),"
          + " current_user";

  @Override
  public Family family() {
    return Family.POSTGRESQL;
  }

  @Override
  public SessionRecipe recipe(DatabaseUrl url) {
    if (!(url.endpoint() instanceof Endpoint.Tcp tcp)) {
      throw new ExecException(new InvalidUrl(UrlProblem.UNIX_SOCKET, ""));
    }
    Map<String, String> properties = new HashMap<>();
    // Names the session in pg_stat_activity, where whoever waits for its lock will look.
    properties.put("ApplicationName", "schemend");
    // A statement may run for hours; a firewall must not forget the connection meanwhile.
    properties.put("tcpKeepAlive", "true");
    int seconds = seconds(url.parameters());
    properties.put("connectTimeout", Integer.toString(seconds));
    if (url.form().jdbc()) {
      url.parameters().names().forEach(name -> properties.put(name, value(url, name)));
    } else {
      url.parameters().names().stream()
          .filter(SAME_MEANING::containsKey)
          .forEach(name -> properties.put(SAME_MEANING.get(name), value(url, name)));
      if ("strict".equals(url.parameters().value("sslaccept").orElse(""))) {
        properties.put("sslmode", "verify-full");
      }
    }
    String database = URLEncoder.encode(url.database(), StandardCharsets.UTF_8);
    return new SessionRecipe(
        "jdbc:postgresql://" + tcp + "/" + database.replace("+", "%20"),
        properties,
        url.form().jdbc() ? "SELECT 1" : "SET search_path TO " + searchPath(url),
        // The pool waits a little longer than the driver, so that the driver's reason is told.
        Duration.ofSeconds(seconds == 0 ? 3600 : seconds + 2L));
  }

  private static String value(DatabaseUrl url, String name) {
    return url.parameters().value(name).orElse("");
  }

  /** Prisma's {@code connect_timeout}, in seconds; 0 waits for ever. */
  private static int seconds(UrlParameters parameters) {
    String text =
        parameters.value("connect_timeout").or(() -> parameters.value("connectTimeout")).orElse("");
    try {
      return text.isEmpty() ? CONNECT_TIMEOUT_SECONDS : Integer.parseUnsignedInt(text, 10);
    } catch (NumberFormatException notANumber) {
      throw new ExecException(
          new InvalidUrl(UrlProblem.BAD_PARAMETER, "connect_timeout is a number of seconds."));
    }
  }

  /** Prisma works in one schema, {@code public} unless the URL names another. */
  private static String searchPath(DatabaseUrl url) {
    List<String> schemas = url.schemas().isEmpty() ? List.of("public") : url.schemas();
    return schemas.stream().map(PostgresConnector::quoted).collect(Collectors.joining(", "));
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  @Override
  public ConnectErrorKind classify(SQLException exception) {
    return ConnectFailures.network(exception)
        .or(() -> byDriver(serverError(exception)))
        .or(() -> Optional.ofNullable(BY_SQLSTATE.get(serverError(exception).sqlState())))
        .orElse(ConnectErrorKind.REFUSED);
  }

  /**
   * The driver gives 08004 and 08P01 to much; what it says is translated, but for the name of the
   * protocol and that of the method.
   */
  private static Optional<ConnectErrorKind> byDriver(ServerError said) {
    if (!said.sqlState().equals("08004") && !said.sqlState().equals("08P01")) {
      return Optional.empty();
    }
    if (said.message().contains("SSL")) {
      return Optional.of(ConnectErrorKind.TLS_FAILED);
    }
    return said.message().contains("SCRAM")
        ? Optional.of(ConnectErrorKind.AUTHENTICATION_FAILED)
        : Optional.empty();
  }

  @Override
  public ServerError serverError(SQLException exception) {
    return errorOf(exception);
  }

  /** What the server said, with DETAIL, HINT and position. */
  static ServerError errorOf(SQLException exception) {
    ServerError plain = ServerError.of(exception);
    ServerErrorMessage said =
        exception instanceof PSQLException known ? known.getServerErrorMessage() : null;
    if (said == null) {
      return ConnectFailures.explained(plain, exception);
    }
    return new ServerError(
        plain.sqlState(),
        0,
        Optional.ofNullable(said.getMessage()).orElse(plain.message()),
        Optional.ofNullable(said.getDetail()).orElse(""),
        Optional.ofNullable(said.getHint()).orElse(""),
        said.getPosition() > 0 ? OptionalInt.of(said.getPosition()) : OptionalInt.empty());
  }

  @Override
  public Optional<ServerIdentity> identify(Connection session) throws SQLException {
    try (Statement statement = session.createStatement();
        ResultSet row = statement.executeQuery(IDENTITY)) {
      row.next();
      String text = row.getString(1);
      String database = row.getString(3);
      Optional<String> schema = Optional.ofNullable(row.getString(4));
      String role = row.getString(5);
      // CockroachDB and others speak the protocol and answer this query, with their own name.
      return ServerVersion.parse(row.getString(2))
          .filter(version -> text.startsWith("PostgreSQL "))
          .map(
              version ->
                  new ServerIdentity(
                      Flavor.POSTGRESQL, version, text, database, schema, role, 0, "", ""));
    }
  }

  @Override
  public String maintenanceDatabase() {
    return "postgres";
  }

  @Override
  public String createDatabase(String name) {
    return "CREATE DATABASE " + quoted(name);
  }

  @Override
  public boolean isSystemDatabase(String database) {
    return database.equals("template0") || database.equals("template1");
  }
}
