package dev.schemend.it.server;

import dev.schemend.dialect.Flavor;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A database of one test's own.
 *
 * @param kind its server's kind
 * @param host loopback address
 * @param port the server's port
 * @param user a user that may do everything
 * @param password that user's password
 * @param name the database's name
 */
public record TestDatabase(
    ServerKind kind, String host, int port, String user, String password, String name)
    implements AutoCloseable {

  private static final Pattern URL =
      Pattern.compile("(postgresql|mysql|mariadb)://([^:]+):([^@]*)@([^:/]+):(\\d+)/(\\w+)");

  /**
   * A database of a server that somebody else started, for the programs that take one; empty where
   * {@code url} is none. Its kind only says the product.
   */
  public static Optional<TestDatabase> at(String url) {
    Matcher parts = URL.matcher(url);
    if (!parts.matches()) {
      return Optional.empty();
    }
    ServerKind kind =
        switch (parts.group(1)) {
          case "postgresql" -> ServerKind.POSTGRES_18;
          case "mysql" -> ServerKind.MYSQL_8_0;
          default -> ServerKind.MARIADB_11_4;
        };
    return Optional.of(
        new TestDatabase(
            kind,
            parts.group(4),
            Integer.parseInt(parts.group(5)),
            parts.group(2),
            parts.group(3),
            parts.group(6)));
  }

  /** The URL as users write it: {@code postgresql://user:password@host:port/name}. */
  public String url() {
    return scheme() + "://" + user + ":" + password + "@" + address();
  }

  /** The same without the password. */
  public String urlWithoutPassword() {
    return scheme() + "://" + user + "@" + address();
  }

  /** The JDBC URL, without user and password. */
  public String jdbcUrl() {
    return switch (kind.flavor()) {
      case POSTGRESQL -> "jdbc:postgresql://" + address();
      case MYSQL, MARIADB -> "jdbc:mysql://" + address();
    };
  }

  private String scheme() {
    return switch (kind.flavor()) {
      case POSTGRESQL -> "postgresql";
      case MYSQL -> "mysql";
      case MARIADB -> "mariadb";
    };
  }

  private String address() {
    return host + ":" + port + "/" + name;
  }

  /** A new connection; several statements may be sent in one text. */
  public Connection connect() throws SQLException {
    String url = jdbcUrl() + (kind.flavor() == Flavor.POSTGRESQL ? "" : "?allowMultiQueries=true");
    return DriverManager.getConnection(url, user, password);
  }

  /**
   * Sends {@code sql}, one statement or several, as one text.
   *
   * @throws AssertionError with the SQL, when the server refuses any of it
   */
  public void execute(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      boolean rows = statement.execute(sql);
      // An error in a later statement of the text only shows when its result is asked for.
      while (rows || statement.getUpdateCount() != -1) {
        rows = statement.getMoreResults();
      }
    } catch (SQLException e) {
      throw refused(sql, e);
    }
  }

  /**
   * The rows of a query, each value as text, SQL's NULL as {@code null}.
   *
   * @throws AssertionError with the SQL, when the server refuses it
   */
  public List<List<String>> query(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet results = statement.executeQuery(sql)) {
      List<List<String>> rows = new ArrayList<>();
      while (results.next()) {
        List<String> row = new ArrayList<>();
        for (int column = 1; column <= results.getMetaData().getColumnCount(); column++) {
          row.add(results.getString(column));
        }
        rows.add(Collections.unmodifiableList(row));
      }
      return Collections.unmodifiableList(rows);
    } catch (SQLException e) {
      throw refused(sql, e);
    }
  }

  private AssertionError refused(String sql, SQLException e) {
    return new AssertionError(
        kind + " refused (" + e.getSQLState() + "): " + e.getMessage() + "\n" + sql, e);
  }

  /** The database of that name on the same server. */
  public TestDatabase named(String other) {
    return new TestDatabase(kind, host, port, user, password, other);
  }

  /** The same database through another port. */
  public TestDatabase through(int otherPort) {
    return new TestDatabase(kind, host, otherPort, user, password, name);
  }

  /** The same database for another user. */
  public TestDatabase as(String otherUser, String otherPassword) {
    return new TestDatabase(kind, host, port, otherUser, otherPassword, name);
  }

  /** Drops the database, whoever is still connected to it. */
  @Override
  public void close() {
    switch (kind.flavor()) {
      case POSTGRESQL ->
          named("postgres").execute("DROP DATABASE IF EXISTS \"" + name + "\" WITH (FORCE)");
      case MYSQL, MARIADB -> named("mysql").execute("DROP DATABASE IF EXISTS `" + name + "`");
    }
  }

  @Override
  public String toString() {
    return kind + " " + urlWithoutPassword();
  }
}
