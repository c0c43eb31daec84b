package dev.schemend.exec.mysql;

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
import dev.schemend.exec.connect.UrlForm;
import dev.schemend.exec.connect.UrlParameters;
import dev.schemend.exec.connect.UrlProblem;
import dev.schemend.exec.error.ExecException;
import dev.schemend.exec.error.ServerError;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** MySQL and MariaDB, both through MySQL Connector/J. */
public final class MySqlConnector implements Connector {

  private static final Set<String> SYSTEM_DATABASES =
      Set.of("mysql", "information_schema", "performance_schema", "sys");

  /** {@code sslmode} in libpq's words, which people write here too, and in MySQL's. */
  private static final Map<String, String> SSL_MODES =
      Map.of(
          "disable", "DISABLED",
          "prefer", "PREFERRED",
          "require", "REQUIRED",
          "trust", "REQUIRED", // MariaDB's driver
          "verify-ca", "VERIFY_CA",
          "verify-full", "VERIFY_IDENTITY");

  /** Errors a server ends the start of a session with (MySQL manual, "Server Error Reference"). */
  private static final Map<Integer, ConnectErrorKind> BY_NUMBER =
      Map.of(
          1045, ConnectErrorKind.AUTHENTICATION_FAILED, // ER_ACCESS_DENIED_ERROR
          1698, ConnectErrorKind.AUTHENTICATION_FAILED, // ER_ACCESS_DENIED_NO_PASSWORD_ERROR
          1251, ConnectErrorKind.AUTHENTICATION_FAILED, // ER_NOT_SUPPORTED_AUTH_MODE
          1049, ConnectErrorKind.DATABASE_MISSING, // ER_BAD_DB_ERROR
          1044, ConnectErrorKind.ACCESS_DENIED, // ER_DBACCESS_DENIED_ERROR
          1129, ConnectErrorKind.ACCESS_DENIED, // ER_HOST_IS_BLOCKED
          1130, ConnectErrorKind.ACCESS_DENIED, // ER_HOST_NOT_PRIVILEGED
          1040, ConnectErrorKind.TOO_MANY_CONNECTIONS, // ER_CON_COUNT_ERROR
          1203, ConnectErrorKind.TOO_MANY_CONNECTIONS, // ER_TOO_MANY_USER_CONNECTIONS
          3159, ConnectErrorKind.TLS_FAILED); // ER_SECURE_TRANSPORT_REQUIRED

  private static final int CONNECT_TIMEOUT_SECONDS = 5;

  private static final String IDENTITY =
      "SELECT VERSION(), DATABASE(), @@lower_case_table_names,"
          + " @@character_set_database, @@collation_database";

  @Override
  public Family family() {
    return Family.MYSQL;
  }

  @Override
  public SessionRecipe recipe(DatabaseUrl url) {
    if (!(url.endpoint() instanceof Endpoint.Tcp tcp)) {
      throw new ExecException(new InvalidUrl(UrlProblem.UNIX_SOCKET, ""));
    }
    Map<String, String> properties = new HashMap<>();
    // Left on, the driver adds STRICT_TRANS_TABLES to the session's sql_mode, and a script would
    // run by other rules than the server's own.
    properties.put("jdbcCompliantTruncation", "false");
    properties.put("characterEncoding", "UTF-8");
    properties.put("connectionAttributes", "program_name:schemend");
    // Without TLS, caching_sha2_password asks for the server's key; on this machine nobody stands
    // between to hand out a false one.
    if (isLoopback(tcp.host())) {
      properties.put("allowPublicKeyRetrieval", "true");
    }
    int seconds = seconds(url);
    properties.put("connectTimeout", Integer.toString(seconds * 1000));
    if (url.form() == UrlForm.JDBC_MYSQL) {
      url.parameters().names().stream()
          .filter(name -> !name.equals("connectTimeout"))
          .forEach(name -> properties.put(name, value(url.parameters(), name)));
    } else {
      translate(url.parameters(), properties);
    }
    String database = URLEncoder.encode(url.database(), StandardCharsets.UTF_8);
    return new SessionRecipe(
        "jdbc:mysql://" + tcp + "/" + database.replace("+", "%20"),
        properties,
        // Connector/J names collation 255 in its handshake, MySQL's utf8mb4_0900_ai_ci, to any
        // server that calls itself 8 or more. MariaDB 11.4.5 takes that for an alias of a collation
        // that is not its default, and views would store it; older ones do not know it. This gives
        // each server its own default.
        "SET NAMES utf8mb4",
        // The pool waits a little longer than the driver, so that the driver's reason is told.
        Duration.ofSeconds(seconds == 0 ? 3600 : seconds + 2L));
  }

  /** The parameters of Prisma and of MariaDB's driver in the words of MySQL's. */
  private static void translate(UrlParameters parameters, Map<String, String> properties) {
    for (String name : parameters.names()) {
      String value = value(parameters, name);
      switch (name) {
        case "sslmode", "sslMode", "ssl-mode" ->
            properties.put(
                "sslMode",
                SSL_MODES.getOrDefault(
                    value.toLowerCase(Locale.ROOT),
                    value.toUpperCase(Locale.ROOT).replace('-', '_')));
        case "sslaccept" ->
            properties.put("sslMode", value.equals("strict") ? "VERIFY_IDENTITY" : "REQUIRED");
        case "sslcert" -> keyStore(properties, "trustCertificateKeyStore", name, value);
        case "sslidentity" -> keyStore(properties, "clientCertificateKeyStore", name, value);
        case "sslpassword" -> properties.put("clientCertificateKeyStorePassword", value);
        case "socket_timeout" -> properties.put("socketTimeout", value + "000");
        case "allowPublicKeyRetrieval", "serverRSAPublicKeyFile" -> properties.put(name, value);
        default -> {
          // Prisma has parameters for its own pool and caches; they mean nothing here.
        }
      }
    }
  }

  private static void keyStore(
      Map<String, String> properties, String property, String name, String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    if (!lower.endsWith(".p12") && !lower.endsWith(".pfx") && !lower.endsWith(".jks")) {
      throw new ExecException(
          new InvalidUrl(
              UrlProblem.BAD_PARAMETER, name + " must be a PKCS #12 (.p12, .pfx) or JKS file."));
    }
    properties.put(property + "Url", Path.of(value).toUri().toString());
    properties.put(property + "Type", lower.endsWith(".jks") ? "JKS" : "PKCS12");
  }

  private static String value(UrlParameters parameters, String name) {
    return parameters.value(name).orElse("");
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost") || host.equals("::1") || host.startsWith("127.");
  }

  /**
   * Prisma's {@code connect_timeout} (s) or the driver's {@code connectTimeout} (ms), in seconds.
   */
  private static int seconds(DatabaseUrl url) {
    String name = url.form().jdbc() ? "connectTimeout" : "connect_timeout";
    String text = value(url.parameters(), name);
    try {
      int number = text.isEmpty() ? CONNECT_TIMEOUT_SECONDS : Integer.parseUnsignedInt(text, 10);
      return url.form().jdbc() && !text.isEmpty() ? (number + 999) / 1000 : number;
    } catch (NumberFormatException notANumber) {
      throw new ExecException(
          new InvalidUrl(UrlProblem.BAD_PARAMETER, name + " must be a whole number."));
    }
  }

  @Override
  public ConnectErrorKind classify(SQLException exception) {
    return Optional.ofNullable(BY_NUMBER.get(exception.getErrorCode()))
        .or(() -> ConnectFailures.network(exception))
        .orElseGet(
            () ->
                serverError(exception).sqlState().startsWith("08")
                    ? ConnectErrorKind.UNREACHABLE
                    : ConnectErrorKind.REFUSED);
  }

  @Override
  public ServerError serverError(SQLException exception) {
    return ConnectFailures.explained(ServerError.of(exception), exception);
  }

  @Override
  public Optional<ServerIdentity> identify(Connection session) throws SQLException {
    try (Statement statement = session.createStatement();
        ResultSet row = statement.executeQuery(IDENTITY)) {
      row.next();
      String version = row.getString(1);
      String database = Optional.ofNullable(row.getString(2)).orElse("");
      int lowerCaseTableNames = row.getInt(3);
      String characterSet = row.getString(4).toLowerCase(Locale.ROOT);
      String collation = row.getString(5).toLowerCase(Locale.ROOT);
      return ServerVersion.parse(version)
          .map(
              number ->
                  new ServerIdentity(
                      flavor(version),
                      number,
                      version,
                      database,
                      Optional.empty(),
                      "",
                      lowerCaseTableNames,
                      characterSet,
                      collation));
    }
  }

  private static Flavor flavor(String version) {
    return version.toLowerCase(Locale.ROOT).contains("mariadb") ? Flavor.MARIADB : Flavor.MYSQL;
  }

  @Override
  public String maintenanceDatabase() {
    return "";
  }

  @Override
  public String createDatabase(String name) {
    return "CREATE DATABASE `" + name.replace("`", "``") + "`";
  }

  @Override
  public boolean isSystemDatabase(String database) {
    return SYSTEM_DATABASES.contains(database.toLowerCase(Locale.ROOT));
  }
}
