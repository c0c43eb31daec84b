package dev.schemend.it.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.dialect.Flavor;
import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The main job through the command line: a migration failed half way, and both ways out of it. */
class FailedMigrationTest {

  /** Production after the failed deployment. */
  private static Typed failed(Path directory, TestDatabase database) throws IOException {
    Typed typed = Story.begun(directory, database);
    database.execute(Story.twoPauls(database));
    Typed.Answer foretold = typed.run("migrate deploy").exits(3);
    assertTrue(foretold.err().contains("error: preflight"), foretold.err());
    assertTrue(foretold.err().contains("k1 = paul, n = 2"), foretold.err());
    Typed.Answer deploy = typed.run("migrate deploy --no-preflight").exits(1);
    assertTrue(deploy.err().contains("error: P3018"), deploy.err());
    assertTrue(deploy.err().contains("applied ("), deploy.err());
    assertTrue(deploy.err().contains("failed: "), deploy.err());
    boolean postgres = database.kind().flavor() == Flavor.POSTGRESQL;
    assertTrue(deploy.err().contains(postgres ? "23505" : "ERROR 1062 (23000)"), deploy.err());
    assertTrue(typed.run("migrate deploy").exits(1).err().contains("error: P3009"));
    Typed.Answer status = typed.run("migrate status").exits(1);
    assertTrue(status.err().contains(Story.UNIQUE), status.err());
    assertTrue(
        status
            .err()
            .contains(
                postgres
                    ? "stopped half way: 4 of its 5 statements are applied"
                    : "stopped half way: 2 of its 3 statements are applied"),
        status.err());
    assertTrue(status.err().contains("Duplicate entry 'paul'") || postgres, status.err());
    return typed;
  }

  @ParameterizedTest
  @EnumSource
  void goesBackward(ServerKind kind, @TempDir Path directory) throws IOException {
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed = failed(directory, database);
      typed
          .run(
              "migrate diff --from env:DATABASE_URL --to prisma/migrations --before "
                  + Story.UNIQUE
                  + " --script -o backward.sql")
          .exits(0);
      typed.run("db execute --file backward.sql").exits(0);
      typed.run("migrate resolve --rolled-back " + Story.UNIQUE).exits(0);
      typed
          .run(
              "migrate diff --from env:DATABASE_URL --to prisma/migrations --before "
                  + Story.UNIQUE
                  + " --exit-code")
          .exits(0);
      assertEquals(List.of(List.of("3")), users(database));
      // The data repaired, the same migration can be deployed again.
      repair(database);
      typed.run("migrate deploy").exits(0);
      assertInOrder(typed);
    }
  }

  @ParameterizedTest
  @EnumSource
  void goesForward(ServerKind kind, @TempDir Path directory) throws IOException {
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed = failed(directory, database);
      repair(database);
      typed
          .run(
              "migrate diff --from-url "
                  + database.url()
                  + " --to-migrations ./prisma/migrations --script -o forward.sql")
          .exits(0);
      String forward = Files.readString(directory.resolve("forward.sql"));
      assertTrue(forward.contains("\nCREATE UNIQUE INDEX"), forward);
      typed.run("db execute --file forward.sql --url " + database.url()).exits(0);
      typed.run("migrate resolve --applied " + Story.UNIQUE).exits(0);
      assertTrue(typed.run("migrate deploy").exits(0).out().contains("No pending migrations"));
      assertInOrder(typed);
      assertEquals(List.of(List.of("3")), users(database));
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneCommandLeadsOutOfItEitherWay(ServerKind kind, @TempDir Path directory)
      throws IOException {
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed = failed(directory, database);
      // Somebody's hot fix, which no migration knows and no repair may touch.
      database.execute("CREATE INDEX hotfix ON " + user(database) + " (id)");
      Typed.Answer shown = typed.run("repair").exits(1);
      assertTrue(shown.out().contains("index hotfix only in the database"), shown.out());
      assertTrue(shown.out().contains("k1 = paul, n = 2"), shown.out());
      String dry = typed.run("repair --forward --dry-run").exits(0).out();
      assertTrue(dry.startsWith("CREATE UNIQUE INDEX"), dry);
      assertTrue(typed.run("repair --forward --yes").exits(3).err().contains("error: preflight"));
      assertTrue(typed.run("repair --backward").exits(3).err().contains("error: unasked"));
      database.execute("UPDATE " + user(database) + " SET email = 'x' WHERE id = 1");
      assertTrue(typed.run("repair --backward --yes").exits(3).err().contains("data-loss"));
      typed.run("repair --backward --yes --allow data-loss").exits(0);
      assertEquals(List.of(List.of("3")), users(database));

      typed.run("migrate deploy --no-preflight").exits(1);
      repair(database);
      typed.run("repair --forward --yes").exits(0);
      assertTrue(typed.run("migrate status").exits(0).out().contains("up to date"));
      Typed.Answer diff =
          typed.run("migrate diff --from env:DATABASE_URL --to prisma/migrations --script");
      assertTrue(diff.out().contains("hotfix"), diff.out());

      // A completed migration goes back too, and can be applied again.
      typed.run("repair --to " + Story.INIT + " --yes --allow data-loss").exits(0);
      typed.run("migrate deploy").exits(0);
      assertTrue(typed.run("repair").exits(0).out().contains("nothing to repair"));
    }
  }

  private static void assertInOrder(Typed typed) {
    Typed.Answer diff =
        typed.run("migrate diff --from env:DATABASE_URL --to prisma/migrations --exit-code");
    assertEquals("No difference detected.\n", diff.exits(0).out());
    assertTrue(typed.run("migrate status").exits(0).out().contains("up to date"));
  }

  private static List<List<String>> users(TestDatabase database) {
    return database.query("SELECT count(*) FROM " + user(database));
  }

  private static void repair(TestDatabase database) {
    database.execute("UPDATE " + user(database) + " SET name = 'paula' WHERE id = 2");
  }

  private static String user(TestDatabase database) {
    return database.kind().flavor() == Flavor.POSTGRESQL ? "\"User\"" : "`User`";
  }
}
