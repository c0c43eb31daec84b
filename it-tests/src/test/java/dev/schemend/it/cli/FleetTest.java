package dev.schemend.it.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.dialect.Flavor;
import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Many databases of one application: grouped, deployed, repaired, and taken up where a run was
 * killed. {@code -Dschemend.fleet=1000} does the last with a thousand and prints its figures.
 */
class FleetTest {

  private static final int SIZE = Integer.getInteger("schemend.fleet", 12);
  private static final int PARALLEL = 4;

  /** One for the lock, one for the work, one that looks on. */
  private static final int SESSIONS = 3;

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_18", "MYSQL_8_0"})
  void isDeployedAndRepairedGroupByGroup(ServerKind kind, @TempDir Path directory)
      throws IOException {
    try (Fleet fleet = Fleet.begun(kind, 12, directory)) {
      for (int i = 2; i < 12; i += 3) {
        TestDatabase database = fleet.databases().get(i);
        database.execute(Story.twoPauls(database));
      }
      Typed.Answer one = fleet.run("status").exits(1);
      assertTrue(one.out().startsWith("12 databases in 1 group\n"), one.out());
      assertTrue(fleet.run("deploy").exits(3).err().contains("error: unasked"));
      Typed.Answer canaries = fleet.run("deploy --canary 2 --state d.jsonl --yes").exits(2);
      assertTrue(canaries.out().contains("2 done, 10 left"), canaries.out());
      // The third has two Pauls, as the preflight finds.
      Typed.Answer stopped =
          fleet.run("deploy --canary 2 --continue --state d.jsonl --yes --parallel 1").exits(1);
      assertTrue(stopped.out().contains("1 failed, 9 left, 2 done before"), stopped.out());
      assertTrue(stopped.out().contains("k1 = paul, n = 2"), stopped.out());
      Typed.Answer failed =
          fleet
              .run("deploy --state d.jsonl --yes --no-preflight --max-failures 99 --parallel 3")
              .exits(1);
      assertTrue(failed.out().contains("6 done, 4 failed, 2 done before"), failed.out());
      repaired(fleet);
    }
  }

  private static void repaired(Fleet fleet) {
    TestDatabase hot = fleet.databases().get(2);
    String user = hot.kind().flavor() == Flavor.POSTGRESQL ? "\"User\"" : "`User`";
    hot.execute("CREATE INDEX hotfix ON " + user + " (id)");
    fleet.databases().get(5).execute("UPDATE " + user + " SET email = 'x' WHERE id = 1");
    Typed.Answer status = fleet.run("status").exits(1);
    assertTrue(status.out().startsWith("12 databases in 3 groups\n"), status.out());
    assertTrue(status.out().contains("stopped half way: "), status.out());
    assertTrue(fleet.run("deploy --yes").exits(1).out().contains("P3009"));
    assertTrue(fleet.run("repair --backward --dry-run").exits(0).out().contains("DROP TABLE"));

    Typed.Answer some =
        fleet.run("repair --backward --yes --state r.jsonl --max-failures 9").exits(1);
    assertTrue(some.out().contains("failed: danger Going backward means data-loss."), some.out());
    assertTrue(some.out().contains("3 done, 8 had nothing to do, 1 failed"), some.out());
    Typed.Answer all =
        fleet.run("repair --backward --yes --state r.jsonl --allow data-loss --json").exits(0);
    assertTrue(all.out().contains("\"doneBefore\" : 3"), all.out());
    assertTrue(
        fleet.run("repair --forward --yes --state r.jsonl").exits(1).err().contains("other-job"));

    fleet.databases().stream()
        .forEach(one -> one.execute("UPDATE " + user + " SET name = 'paula' WHERE id = 2"));
    fleet.run("deploy --yes").exits(0);
    fleet.run("status").exits(0);
    Typed.Answer drift = fleet.run("drift").exits(2);
    assertTrue(drift.out().contains("index hotfix only in the database"), drift.out());
    assertTrue(drift.out().contains("no drift since"), drift.out());
    fleet.run("drift --ignore User").exits(0);
  }

  /** Those that stopped are finished, and then all get what is pending. */
  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_18", "MYSQL_8_0"})
  void resumesAndGoesOn(ServerKind kind, @TempDir Path directory) throws IOException {
    try (Fleet fleet = Fleet.begun(kind, 4, directory)) {
      TestDatabase failing = fleet.databases().get(1);
      failing.execute(Story.twoPauls(failing));
      fleet.run("deploy --yes --no-preflight").exits(1);
      String user = kind.flavor() == Flavor.POSTGRESQL ? "\"User\"" : "`User`";
      failing.execute("UPDATE " + user + " SET name = 'paula' WHERE id = 2");
      fleet.typed().file("prisma/migrations/3_more/migration.sql", "CREATE TABLE more (id int);\n");
      assertTrue(fleet.run("deploy --yes").exits(1).out().contains("P3009"));
      Typed.Answer all = fleet.run("deploy --resume --yes").exits(0);
      assertTrue(all.out().contains("1 done, 3 had nothing to do"), all.out());
      assertTrue(all.out().contains("then applies what is pending: 3_more"), all.out());
      fleet.run("status").exits(0);
    }
  }

  /** What no row tells of, and what leaves no mark on the schema. */
  @Test
  void leadsOutOfRunsWithoutARowFromThePlaceThatIsNamed(@TempDir Path directory)
      throws IOException {
    try (Fleet fleet = Fleet.begun(ServerKind.MYSQL_8_0, 3, directory)) {
      fleet.run("deploy --yes").exits(0);
      fleet
          .typed()
          .file(
              "prisma/migrations/3_more/migration.sql",
              """
              CREATE TABLE more (id int);
              INSERT INTO more VALUES (1);
              CREATE TABLE last (id int);
              """);
      for (TestDatabase one : fleet.databases().subList(0, 2)) {
        one.execute("CREATE TABLE more (id int); INSERT INTO more VALUES (1)");
      }
      Typed.Answer deploy = fleet.run("deploy --yes --max-failures 9").exits(1);
      assertTrue(deploy.out().contains("begun-unrecorded"), deploy.out());
      assertTrue(deploy.out().contains("1 done, 2 failed"), deploy.out());
      assertTrue(fleet.run("repair --forward --yes").exits(1).out().contains("none may run twice"));
      fleet.run("repair --forward --applied 2 --yes").exits(0);
      fleet.run("status").exits(0);
      for (TestDatabase one : fleet.databases()) {
        assertEquals(1, one.query("SELECT id FROM more").size());
      }
    }
  }

  @Test
  void goesOnWhereItWasKilled(@TempDir Path directory) throws Exception {
    Path state = directory.resolve("r.jsonl");
    String command = "repair --backward --yes --allow data-loss --state r.jsonl --parallel ";
    try (Fleet fleet = Fleet.halfMigrated(ServerKind.POSTGRES_18, SIZE, directory);
        Sessions sessions = Sessions.watching(fleet.databases().getFirst(), Fleet.PREFIX)) {
      int failed = SIZE - SIZE / 4;
      Process process =
          SchemendProcess.start(
              directory,
              fleet.databases().getFirst().url(),
              "fleet " + command + PARALLEL + " --urls-file tenants.txt");
      try {
        while (process.isAlive() && Fleet.done(state) < failed / 2) {
          Thread.sleep(2);
        }
      } finally {
        process.destroyForcibly().waitFor();
      }
      long before = Fleet.done(state);
      assertTrue(before < failed, Files.readString(directory.resolve("process.log")));
      Typed.Answer resumed = fleet.run(command + PARALLEL).exits(0);
      assertTrue(resumed.out().contains(before + " done before"), resumed.out());
      assertEquals(failed, Fleet.done(state));
      Typed.Answer status = fleet.run("status").exits(1);
      // Repaired ones, those that were applied and those that were never tried: two schemas, and
      // the repaired ones have a row more, which says nothing any more.
      assertTrue(status.out().startsWith(SIZE + " databases in 2 groups\n"), status.out());
      System.err.println(
          "[fleet] databases "
              + SIZE
              + ", failed "
              + failed
              + ", done before SIGKILL "
              + before
              + ", connections at most "
              + sessions.most()
              + " with --parallel "
              + PARALLEL);
      assertTrue(sessions.most() <= SESSIONS * PARALLEL, "connections: " + sessions.most());
    }
  }
}
