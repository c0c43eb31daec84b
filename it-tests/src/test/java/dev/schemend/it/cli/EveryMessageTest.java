package dev.schemend.it.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.dialect.Flavor;
import dev.schemend.it.cli.StatementGate.Side;
import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.TestDatabase;
import dev.schemend.it.server.TestServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A deployment, and a repair either way, that dies at a message to the server: not only at the
 * statements of the migration, but at each of its own, which take the lock, write the history and
 * the journal, and look at the catalogs. {@code -Dschemend.faults=all} tries every message and
 * prints how many there were; else a few stand for them.
 */
class EveryMessageTest {

  private static final boolean ALL = "all".equals(System.getProperty("schemend.faults"));

  /** Coprime to the numbers of messages that belong together. */
  private static final int STEP = ALL ? Integer.getInteger("schemend.faults.step", 1) : 293;

  private static final String FIRST =
      """
      CREATE TABLE a (id int PRIMARY KEY, n int NOT NULL);
      INSERT INTO a VALUES (1, 0), (2, 10);
      """;

  private static final String SECOND =
      """
      ALTER TABLE a ADD COLUMN x int;
      UPDATE a SET n = n + 1;
      CREATE TABLE b (id int PRIMARY KEY);
      """;

  /** What is done while the line is cut, and how it is taken up. */
  enum Work {
    /** Both migrations are applied. */
    DEPLOY("migrate deploy --no-preflight", "migrate deploy --resume --no-preflight"),
    /** The second one failed at its last statement, and is undone. */
    BACKWARD("repair --backward --yes", "repair --backward --yes"),
    /** The same, and is finished. */
    FORWARD("repair --forward --yes", "migrate deploy --resume");

    private final String command;
    private final String again;

    Work(String command, String again) {
      this.command = command;
      this.again = again;
    }
  }

  static Stream<Arguments> places() {
    return Stream.of(ServerKind.POSTGRES_18, ServerKind.MYSQL_8_0, ServerKind.MARIADB_11_4)
        .flatMap(kind -> Stream.of(Work.values()).map(work -> Arguments.of(kind, work)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("places")
  void isTakenUp(ServerKind kind, Work work, @TempDir Path directory) throws IOException {
    TestServer server = kind.another();
    int tried = 0;
    for (Side side : Side.values()) {
      int message = 1;
      while (died(server, work, directory.resolve(side + "_" + message), message, side)) {
        tried++;
        message += STEP;
      }
    }
    System.err.println("[messages] " + kind + " " + work + ": " + tried + " survived");
    assertTrue(tried > 0);
  }

  /** Whether there was such a message. */
  private static boolean died(TestServer server, Work work, Path directory, int message, Side side)
      throws IOException {
    try (TestDatabase database = server.createDatabase()) {
      Typed typed = prepared(directory, database, work);
      boolean died;
      Typed.Answer answer;
      try (MessageGate gate = new MessageGate(database, message, side)) {
        answer = typed.run(work.command + " --url " + gate.url());
        died = gate.isShut();
      }
      String place = work + " " + side + " " + message + "\n" + answer.out() + answer.err();
      if (!died) {
        assertEquals(0, answer.exit(), place);
        return false;
      }
      Typed.Answer again = typed.run(work.again);
      assertEquals(0, again.exit(), place + again.out() + again.err());
      if (work == Work.BACKWARD) {
        assertState(typed, "1_first");
        typed.run("migrate deploy").exits(0);
      }
      assertState(typed, "2_second");
      typed.run("migrate status").exits(0);
      assertEquals(rows(work, database), database.query("SELECT id, n FROM a ORDER BY id"), place);
      return true;
    }
  }

  private static void assertState(Typed typed, String migration) {
    typed
        .run(
            "migrate diff --from env:DATABASE_URL --to prisma/migrations --until "
                + migration
                + " --exit-code")
        .exits(0);
  }

  /** Each statement on rows ran once; where a way back left what it did, it runs once more. */
  private static List<List<String>> rows(Work work, TestDatabase database) {
    boolean twice = work == Work.BACKWARD && database.kind().flavor() != Flavor.POSTGRESQL;
    String times = twice ? "2" : "1";
    return List.of(List.of("1", times), List.of("2", "1" + times));
  }

  private static Typed prepared(Path directory, TestDatabase database, Work work) {
    boolean postgres = database.kind().flavor() == Flavor.POSTGRESQL;
    Typed typed =
        new Typed(directory, database)
            .file(
                "prisma/migrations/migration_lock.toml",
                "provider = \"" + (postgres ? "postgresql" : "mysql") + "\"\n")
            .file("prisma/migrations/1_first/migration.sql", FIRST);
    if (work != Work.DEPLOY) {
      typed.run("migrate deploy --no-preflight").exits(0);
    }
    typed.file("prisma/migrations/2_second/migration.sql", SECOND);
    if (work != Work.DEPLOY) {
      database.execute("CREATE TABLE b (id int)");
      typed.run("migrate deploy --no-preflight").exits(1);
      database.execute("DROP TABLE b");
    }
    return typed;
  }
}
