package dev.schemend.it.introspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.exec.introspect.IntrospectionScope;
import dev.schemend.exec.introspect.LiveCatalog;
import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How catalogs are read, whatever is in them. */
class CatalogReadingTest {

  @ParameterizedTest
  @EnumSource(ServerKind.class)
  void theNumberOfQueriesDoesNotDependOnTheNumberOfTables(ServerKind kind) throws SQLException {
    try (TestDatabase database = kind.createDatabase()) {
      BothSides sides = BothSides.of(database);
      int before = queries(sides, database);
      database.execute(
          IntStream.range(0, 40)
              .mapToObj(
                  i ->
                      "CREATE TABLE t%d (id int PRIMARY KEY, n int CHECK (n > 0), UNIQUE (n));"
                          .formatted(i))
              .collect(Collectors.joining()));
      assertEquals(40, sides.live(database).tables().count());
      assertEquals(before, queries(sides, database));
      assertTrue(before < 20, "few queries, not " + before);
    }
  }

  private static int queries(BothSides sides, TestDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      CountingConnection counting = new CountingConnection(connection);
      sides.introspector().read(counting.proxy(), BothSides.EVERYTHING);
      return counting.statements();
    }
  }

  @ParameterizedTest
  @EnumSource(ServerKind.class)
  void theSessionIsLeftAsItWas(ServerKind kind) throws SQLException {
    String settings =
        switch (kind.flavor()) {
          case POSTGRESQL ->
              "SELECT current_setting('search_path'), current_setting('TimeZone'),"
                  + " current_setting('transaction_read_only'),"
                  + " current_setting('transaction_isolation')";
          case MYSQL, MARIADB -> "SELECT @@SESSION.sql_mode, @@SESSION.autocommit, DATABASE()";
        };
    String change =
        switch (kind.flavor()) {
          case POSTGRESQL -> "SET search_path = pg_catalog, public";
          case MYSQL, MARIADB -> "SET SESSION sql_mode = 'ANSI_QUOTES,STRICT_ALL_TABLES'";
        };
    try (TestDatabase database = kind.createDatabase();
        Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      BothSides sides = BothSides.of(database);
      statement.execute(change);
      List<String> before = row(statement, settings);
      sides.introspector().read(connection, BothSides.EVERYTHING);
      assertEquals(before, row(statement, settings));
      assertTrue(connection.getAutoCommit());
    }
  }

  private static List<String> row(Statement statement, String query) throws SQLException {
    try (var rows = statement.executeQuery(query)) {
      rows.next();
      return IntStream.rangeClosed(1, rows.getMetaData().getColumnCount())
          .mapToObj(
              column -> {
                try {
                  return rows.getString(column);
                } catch (SQLException e) {
                  throw new AssertionError(e);
                }
              })
          .toList();
    }
  }

  /** What is read does not depend on how the session would print it. */
  @ParameterizedTest
  @EnumSource(ServerKind.class)
  void theSessionsSettingsDoNotMatter(ServerKind kind) throws SQLException {
    String change =
        switch (kind.flavor()) {
          case POSTGRESQL ->
              "SET search_path = pg_catalog; SET quote_all_identifiers = on;"
                  + "  SET DateStyle = 'ISO, DMY'; SET TimeZone = 'Asia/Tokyo'";
          case MYSQL, MARIADB ->
              "SET SESSION sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES,STRICT_ALL_TABLES'";
        };
    try (TestDatabase database = kind.createDatabase();
        Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      BothSides sides = BothSides.of(database);
      database.execute(
          "CREATE TABLE t (a varchar(9) DEFAULT 'x', b int, c timestamp NOT NULL DEFAULT"
              + " '2020-02-03 04:05:06', CHECK (a <> 'y' AND b > 1));");
      LiveCatalog plain = sides.introspector().read(connection, BothSides.EVERYTHING);
      statement.execute(change);
      assertEquals(plain, sides.introspector().read(connection, BothSides.EVERYTHING));
    }
  }

  @ParameterizedTest
  @EnumSource(ServerKind.class)
  void nothingOfAnIgnoredTableIsRead(ServerKind kind) {
    String key =
        switch (kind.flavor()) {
          case POSTGRESQL -> "id serial PRIMARY KEY";
          case MYSQL, MARIADB -> "id int AUTO_INCREMENT PRIMARY KEY";
        };
    try (TestDatabase database = kind.createDatabase()) {
      BothSides sides = BothSides.of(database);
      List<String> empty = SchemaAssertions.objects(sides.live(database));
      database.execute(
          "CREATE TABLE _prisma_migrations ("
              + key
              + ", n int CHECK (n > 0));"
              + "CREATE INDEX i ON _prisma_migrations (n);");
      LiveCatalog catalog = sides.read(database, BothSides.EVERYTHING);
      assertFalse(catalog.toString().contains("_prisma_migrations"), catalog::toString);
      assertEquals(empty, SchemaAssertions.objects(sides.live(database)));
      assertTrue(
          sides
              .read(database, new IntrospectionScope(List.of(), Set.of()))
              .toString()
              .contains("_prisma_migrations"),
          "it is there");
    }
  }

  @ParameterizedTest
  @EnumSource(ServerKind.class)
  void aSchemaThatIsNotThereIsTold(ServerKind kind) {
    try (TestDatabase database = kind.createDatabase()) {
      LiveCatalog catalog =
          BothSides.of(database)
              .read(database, new IntrospectionScope(List.of("nowhere"), Set.of()));
      assertEquals(List.of(), catalog.statements());
      assertEquals("missing-schema", catalog.diagnostics().getFirst().code());
      assertTrue(catalog.diagnostics().getFirst().message().contains("nowhere"));
    }
  }
}
