package dev.schemend.it.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What of a live database is compared. */
class LiveScopeTest {

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_14", "POSTGRES_18"})
  void everySchemaUnlessItIsNarrowed(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase()) {
      database.execute(
          "CREATE TABLE p (); CREATE SCHEMA a; CREATE TABLE a.x (); CREATE SCHEMA b;"
              + " CREATE TABLE b.y (); CREATE TABLE b._prisma_migrations ();"
              + " CREATE TABLE flyway_schema_history ();"
              // A schema that is there for a history table alone is the history tool's.
              + " CREATE SCHEMA flyway; CREATE TABLE flyway.flyway_schema_history ()");
      Typed typed = new Typed(directory, database);
      String all =
          """

          [+] Added Schemas
            - a
            - b

          [+] Added tables
            - a.x
            - b.y
            - p
          """;
      assertEquals(all, typed.run("migrate diff --from empty --to env:DATABASE_URL").out());
      String onlyA = "\n[+] Added Schemas\n  - a\n\n[+] Added tables\n  - a.x\n";
      assertEquals(
          onlyA, typed.run("migrate diff --from empty --to env:DATABASE_URL --schema a").out());
      // A schema in the URL is the one where unqualified names belong.
      assertEquals(
          "\n[+] Added tables\n  - x\n",
          typed.run("migrate diff --from empty --to " + database.url() + "?schema=a").out());
      assertEquals(
          "\n[+] Added tables\n  - x\n",
          typed
              .run(
                  "migrate diff --from empty --to "
                      + database.jdbcUrl()
                      + "?currentSchema=a&user="
                      + database.user()
                      + "&password="
                      + database.password())
              .out());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL_8_0", "MARIADB_11_4"})
  void theDatabaseOfTheUrlAndThoseThatAreNamed(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase();
        TestDatabase other = kind.createDatabase()) {
      database.execute("CREATE TABLE p (id int); CREATE TABLE _prisma_migrations (id int)");
      other.execute("CREATE TABLE x (id int)");
      Typed typed = new Typed(directory, database);
      assertEquals(
          "\n[+] Added tables\n  - p\n",
          typed.run("migrate diff --from empty --to env:DATABASE_URL").out());
      assertEquals(
          "\n[+] Added Schemas\n  - %1$s\n\n[+] Added tables\n  - p\n  - %1$s.x\n"
              .formatted(other.name()),
          typed
              .run("migrate diff --from empty --to env:DATABASE_URL --databases " + other.name())
              .out());
    }
  }
}
