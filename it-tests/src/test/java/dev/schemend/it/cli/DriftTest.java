package dev.schemend.it.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.dialect.Flavor;
import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A database is held against the migrations that its history calls applied. */
class DriftTest {

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_18", "MYSQL_8_0", "MARIADB_11_4"})
  void isToldAndUndoneEitherWay(ServerKind kind, @TempDir Path directory) throws IOException {
    try (TestDatabase database = kind.createDatabase()) {
      // The second migration is pending: what it would make is no drift.
      Typed typed = Story.begun(directory, database);
      Typed.Answer none = typed.run("drift --migrations prisma/migrations").exits(0);
      assertTrue(none.out().contains("no drift since the last applied migration"), none.out());
      assertTrue(none.err().contains("not yet applied, and left out: " + Story.UNIQUE), none.err());

      String user = kind.flavor() == Flavor.POSTGRESQL ? "\"User\"" : "`User`";
      database.execute("CREATE INDEX hotfix ON " + user + " (name" + prefix(kind) + ")");
      database.execute(
          "ALTER TABLE "
              + user
              + (kind.flavor() == Flavor.POSTGRESQL
                  ? " ALTER COLUMN name DROP NOT NULL"
                  : " MODIFY name varchar(191) COLLATE utf8mb4_unicode_ci NULL"));
      database.execute("CREATE TABLE audit_log (id int PRIMARY KEY)");
      Typed.Answer drift = typed.run("drift").exits(2);
      assertTrue(drift.out().contains(": drift since the last applied migration, " + Story.INIT));
      assertTrue(drift.out().contains("index hotfix only in the database"), drift.out());
      assertTrue(drift.out().contains("audit_log: only in the database"), drift.out());
      assertTrue(drift.out().contains(Story.INIT + "/migration.sql:2"), drift.out());

      Typed.Answer ignoring = typed.run("drift --ignore audit_*").exits(2);
      assertFalse(ignoring.out().contains("audit_log"), ignoring.out());
      typed.run("drift --ignore audit_*,User").exits(0);
      String json = typed.run("drift --json").exits(2).out();
      assertTrue(json.contains("\"drift\" : true"), json);
      assertTrue(json.contains("\"since\" : \"" + Story.INIT + "\""), json);

      typed.run("drift --to-database-output there.sql --to-migrations-output undo.sql").exits(2);
      String there = Files.readString(directory.resolve("there.sql"));
      assertTrue(there.contains("hotfix") && there.contains("CREATE TABLE"), there);
      assertEquals(
          Files.readString(directory.resolve("undo.sql")),
          typed.run("drift --script to-migrations").exits(2).out());
      typed.run("db execute --file undo.sql").exits(0);
      typed.run("drift --strict").exits(0);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_18", "MYSQL_8_0"})
  void isNotGuessedWithoutAHistory(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed = Story.project(directory, database);
      assertTrue(typed.run("drift").exits(1).err().contains("error: no-history"));
      assertTrue(typed.run("drift --script sideways").exits(64).err().contains("leads nowhere"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_18", "MYSQL_8_0"})
  void rightsCountWhereTheyAreAskedFor(ServerKind kind, @TempDir Path directory)
      throws IOException {
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed = Story.begun(directory, database);
      if (kind.flavor() != Flavor.POSTGRESQL) {
        assertTrue(typed.run("drift --with-privileges").exits(64).err().contains("not compared"));
        return;
      }
      typed.run("drift --with-privileges").exits(0);
      database.execute("GRANT SELECT ON \"User\" TO PUBLIC");
      typed.run("drift").exits(0);
      Typed.Answer drift = typed.run("drift --with-privileges").exits(2);
      assertTrue(
          drift.out().contains("rights on table public.User: + SELECT for PUBLIC"), drift.out());
      String undo = typed.run("drift --with-privileges --script to-migrations").exits(2).out();
      assertTrue(undo.contains("REVOKE SELECT ON TABLE \"User\" FROM PUBLIC"), undo);
    }
  }

  private static String prefix(ServerKind kind) {
    return kind.flavor() == Flavor.POSTGRESQL ? "" : "(20)";
  }
}
