package dev.schemend.it.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServerSmokeTest {

  @ParameterizedTest
  @EnumSource(ServerKind.class)
  void isTheServerThatItsKindSays(ServerKind kind) {
    String expected =
        switch (kind) {
          case POSTGRES_14 -> "PostgreSQL 14.";
          case POSTGRES_18 -> "PostgreSQL 18.";
          case MYSQL_8_0 -> "MySQL 8.0.";
          case MARIADB_11_4 -> "MariaDB 11.4.";
        };
    assertTrue(kind.server().version().startsWith(expected), kind.server().version());
  }

  @ParameterizedTest
  @EnumSource(ServerKind.class)
  void givesEachTestADatabaseOfItsOwn(ServerKind kind) {
    try (TestDatabase one = kind.createDatabase();
        TestDatabase other = kind.createDatabase()) {
      assertNotEquals(one.name(), other.name());
      one.execute("CREATE TABLE t (a int, b varchar(10)); INSERT INTO t VALUES (1, NULL)");
      other.execute("CREATE TABLE t (c int)");
      assertEquals(1, one.query("SELECT a, b FROM t").size());
      assertEquals(java.util.Arrays.asList("1", null), one.query("SELECT a, b FROM t").getFirst());
      assertEquals(List.of(), other.query("SELECT c FROM t"));
    }
  }

  @ParameterizedTest
  @EnumSource(ServerKind.class)
  void dropsTheDatabaseWhenItIsClosed(ServerKind kind) {
    TestDatabase database = kind.createDatabase();
    database.close();
    assertThrows(AssertionError.class, () -> database.query("SELECT 1"));
  }

  @ParameterizedTest
  @EnumSource(ServerKind.class)
  void saysWhatTheServerRefused(ServerKind kind) {
    try (TestDatabase database = kind.createDatabase()) {
      AssertionError error =
          assertThrows(
              AssertionError.class,
              () -> database.execute("CREATE TABLE t (a int); DROP TABLE missing; SELECT 1"));
      assertTrue(error.getMessage().contains("missing"), error.getMessage());
    }
  }

  @ParameterizedTest
  @EnumSource(ServerKind.class)
  void showsNoPassword(ServerKind kind) {
    try (TestDatabase database = kind.createDatabase()) {
      assertFalse(database.toString().contains(database.password()));
      assertTrue(database.url().contains(database.password()));
    }
  }
}
