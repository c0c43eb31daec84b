package dev.schemend.it.executor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.schemend.exec.connect.ConnectError;
import dev.schemend.exec.connect.ConnectErrorKind;
import dev.schemend.exec.connect.ConnectionPools;
import dev.schemend.exec.connect.Database;
import dev.schemend.exec.connect.DatabaseUrl;
import dev.schemend.exec.connect.ServerIdentity;
import dev.schemend.exec.error.ExecException;
import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConnectTest {

  @ParameterizedTest
  @EnumSource
  void theServerSaysWhoItIs(ServerKind kind) {
    try (Live live = Live.on(kind)) {
      ServerIdentity identity = live.database().identity();
      assertEquals(kind.flavor(), identity.flavor());
      assertEquals(live.test().name(), identity.database());
      int major =
          switch (kind) {
            case POSTGRES_14 -> 14;
            case POSTGRES_18 -> 18;
            case MYSQL_8_0 -> 8;
            case MARIADB_11_4 -> 11;
          };
      assertEquals(major, identity.version().major());
    }
  }

  @ParameterizedTest
  @EnumSource
  void eachWayNotToGetASessionHasItsKindAndShowsNoPassword(ServerKind kind) {
    try (Live live = Live.on(kind)) {
      String password = live.test().password();
      assertFails(
          live,
          ConnectErrorKind.AUTHENTICATION_FAILED,
          url -> url.replace(":" + password + "@", ":" + password + "x@"));
      assertFails(
          live,
          ConnectErrorKind.DATABASE_MISSING,
          url -> url.replace("/" + live.test().name(), "/nowhere"));
      assertFails(
          live,
          ConnectErrorKind.UNREACHABLE,
          url -> url.replace(":" + live.test().port() + "/", ":1/"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMissingDatabaseCanBeCreated(ServerKind kind) {
    try (Live live = Live.on(kind);
        TestDatabase missing = live.test().named(live.test().name() + "_new")) {
      DatabaseUrl url = DatabaseUrl.parse(missing.url());
      ConnectionPools.createDatabase(url, live.dialect().connector());
      try (Database database = ConnectionPools.open(url, live.dialect().connector())) {
        assertEquals(missing.name(), database.identity().database());
      }
    }
  }

  private static void assertFails(
      Live live, ConnectErrorKind expected, Function<String, String> change) {
    DatabaseUrl url = DatabaseUrl.parse(change.apply(live.test().url()));
    ExecException failure =
        assertThrows(
            ExecException.class,
            () -> ConnectionPools.open(url, live.dialect().connector()).close());
    assertEquals(expected, assertInstanceOf(ConnectError.class, failure.error()).kind());
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      assertFalse(cause.toString().contains(live.test().password()), cause.toString());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSessionWorksByTheServersOwnRules(ServerKind kind) throws SQLException {
    try (Live live = Live.on(kind);
        Connection session = live.database().session();
        Statement statement = session.createStatement()) {
      switch (kind.flavor()) {
        case POSTGRESQL -> assertEquals("public", value(statement, "SHOW search_path"));
        case MYSQL, MARIADB -> {
          assertEquals(
              value(statement, "SELECT @@global.sql_mode"), value(statement, "SELECT @@sql_mode"));
          // The server's own default for utf8mb4, not the one that the driver names to MySQL 8.
          assertEquals(
              value(
                  statement,
                  "SELECT COLLATION_NAME FROM information_schema.COLLATIONS"
                      + " WHERE CHARACTER_SET_NAME = 'utf8mb4' AND IS_DEFAULT = 'Yes'"),
              value(statement, "SELECT @@collation_connection"));
        }
      }
    }
  }

  private static String value(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getString(1) : "none";
    }
  }
}
