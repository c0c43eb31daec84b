package dev.schemend.it.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.dialect.Flavor;
import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Deployments that fail, that go on in an edited file, and that come ten at a time. */
class DeployTest {

  private static final int DEPLOYERS = 10;

  private static String user(TestDatabase database) {
    return database.kind().flavor() == Flavor.POSTGRESQL ? "\"User\"" : "`User`";
  }

  @ParameterizedTest
  @EnumSource
  void revertsWhatItCanAndSaysWhatItCannot(ServerKind kind, @TempDir Path directory)
      throws IOException {
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed = Story.begun(directory, database);
      database.execute(Story.twoPauls(database));
      Typed.Answer reverted =
          typed.run("migrate deploy --no-preflight --on-failure revert").exits(1);
      assertTrue(reverted.err().contains("reverted: the database is as it was"), reverted.err());
      typed
          .run(
              "migrate diff --from env:DATABASE_URL --to prisma/migrations --before "
                  + Story.UNIQUE
                  + " --exit-code")
          .exits(0);
      // Nothing blocks the next one.
      database.execute("UPDATE " + user(database) + " SET name = 'paula' WHERE id = 2");
      typed.file(
          "prisma/migrations/3_rows/migration.sql",
          "ALTER TABLE "
              + user(database)
              + " ADD COLUMN a int;\n"
              + "UPDATE "
              + user(database)
              + " SET a = 1;\n"
              + "ALTER TABLE "
              + user(database)
              + " ADD COLUMN a int;\n");
      Typed.Answer kept = typed.run("migrate deploy --no-preflight --on-failure revert").exits(1);
      boolean postgres = kind.flavor() == Flavor.POSTGRESQL;
      assertTrue(
          kept.err().contains(postgres ? "reverted: " : "not reverted: it changed rows"),
          kept.err());
    }
  }

  /** The applied prefix of an edited file is recognised, and the rest of it runs. */
  @ParameterizedTest
  @EnumSource(names = {"MYSQL_8_0", "MARIADB_11_4"})
  void goesOnInAnEditedFile(ServerKind kind, @TempDir Path directory) throws IOException {
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed = Story.begun(directory, database);
      String edited = "prisma/migrations/" + Story.UNIQUE + "/migration.sql";
      String prefix =
          "ALTER TABLE `User` ADD COLUMN email varchar(20);\nUPDATE `User` SET email = 'x';\n";
      typed.file(edited, prefix + "CREATE UNIQUE INDEX e ON `User` (email);\n");
      database.execute(Story.twoPauls(database));
      typed.run("migrate deploy --no-preflight").exits(1);
      typed.file(edited, prefix + "CREATE INDEX e ON `User` (email);\n");
      Typed.Answer status = typed.run("migrate status").exits(1);
      assertTrue(status.err().contains("2 of its 3 statements are applied"), status.err());
      assertTrue(status.err().contains("was edited since it ran"), status.err());
      typed.run("repair --forward --yes").exits(0);
      typed.run("migrate status").exits(0);
      assertEquals(
          2,
          database
              .query(
                  "SELECT DISTINCT checksum FROM _prisma_migrations WHERE migration_name = '"
                      + Story.UNIQUE
                      + "'")
              .size());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_18", "MYSQL_8_0", "MARIADB_11_4"})
  void ofTenAtOnceOneAppliesEachMigration(ServerKind kind, @TempDir Path directory)
      throws InterruptedException, ExecutionException {
    try (TestDatabase database = kind.createDatabase();
        ExecutorService threads = Executors.newFixedThreadPool(DEPLOYERS)) {
      Typed typed = Story.project(directory, database);
      List<Future<Typed.Answer>> deployers = new ArrayList<>();
      for (int i = 0; i < DEPLOYERS; i++) {
        deployers.add(threads.submit(() -> typed.run("migrate deploy")));
      }
      int busy = 0;
      for (Future<Typed.Answer> deployer : deployers) {
        Typed.Answer answer = deployer.get();
        if (answer.exit() != 0) {
          assertTrue(answer.err().contains("error: P1002"), answer.toString());
          busy++;
        }
      }
      assertTrue(busy < DEPLOYERS);
      assertEquals(
          List.of(List.of(Story.INIT, "1"), List.of(Story.UNIQUE, "1")),
          database.query(
              "SELECT migration_name, count(*) FROM _prisma_migrations"
                  + " GROUP BY migration_name ORDER BY migration_name"));
      typed.run("migrate status").exits(0);
    }
  }

  /** golang-migrate's one row, dirty while a migration is half way. */
  @ParameterizedTest
  @EnumSource
  void keepsTheVersionOfGolangMigrate(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed =
          new Typed(directory, database)
              .file("migrations/000001_one.up.sql", "CREATE TABLE one (id int primary key);\n")
              .file("migrations/000001_one.down.sql", "DROP TABLE one;\n")
              .file(
                  "migrations/000002_two.up.sql",
                  """
                  CREATE TABLE two (id int primary key);
                  ALTER TABLE one ADD COLUMN a int NOT NULL UNIQUE;
                  CREATE TABLE three (id int primary key);
                  """)
              .file("migrations/000002_two.down.sql", "DROP TABLE two;\n");
      boolean postgres = kind.flavor() == Flavor.POSTGRESQL;
      String dirty = postgres ? "t" : "1";
      String clean = postgres ? "f" : "0";
      String query = "SELECT version, dirty FROM schema_migrations";
      database.execute("CREATE TABLE one (id int primary key); INSERT INTO one VALUES (1), (2)");
      database.execute(
          "CREATE TABLE schema_migrations (version bigint not null primary key, dirty boolean not"
              + " null); INSERT INTO schema_migrations VALUES (1, false)");
      typed.run("migrate deploy --no-preflight").exits(1);
      assertEquals(List.of(List.of("2", dirty)), database.query(query));
      Typed.Answer status = typed.run("migrate status").exits(1);
      assertTrue(status.err().contains(postgres ? "none of its 3" : "1 of its 3"), status.err());
      typed.run("repair --backward --yes").exits(0);
      assertEquals(List.of(List.of("1", clean)), database.query(query));
      database.execute("DELETE FROM one");
      typed.run("migrate deploy").exits(0);
      assertEquals(List.of(List.of("2", clean)), database.query(query));
      typed.run("migrate status").exits(0);
    }
  }
}
