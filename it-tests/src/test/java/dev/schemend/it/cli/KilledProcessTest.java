package dev.schemend.it.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.dialect.Flavor;
import dev.schemend.it.cli.StatementGate.Side;
import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The process is killed (SIGKILL) between any two statements, of a deployment and of the scripts
 * that repair it: status tells, and both ways out still lead to exactly the wanted schema.
 */
class KilledProcessTest {

  private static final String INDEX = "CREATE UNIQUE INDEX";

  private static final List<ServerKind> KINDS =
      List.of(ServerKind.POSTGRES_18, ServerKind.MYSQL_8_0, ServerKind.MARIADB_11_4);

  /**
   * Where the deployment is killed.
   *
   * @param statement its number in what the session is sent, from 1
   * @param applied how many of the migration's three steps the server must hold then
   */
  record Place(ServerKind kind, int statement, Side side, int applied) {

    boolean isFirst() {
      return equals(places(kind).findFirst().orElseThrow());
    }

    boolean isLast() {
      return side == Side.UNANSWERED;
    }

    /** Whether the unique index was created before, for which the names must be distinct. */
    boolean isBehindIndex() {
      return isLast() || statement > sent(kind).indexOf(INDEX) + 1;
    }
  }

  /** What a deployment sends for the second migration, each by a text that no other has. */
  private static List<String> sent(ServerKind kind) {
    return switch (kind.flavor()) {
      // The last statement, behind the script's own COMMIT, gets a transaction from the tool.
      case POSTGRESQL ->
          List.of(
              "BEGIN", "ALTER TABLE \"User\"", "CREATE TABLE \"Post\"", "COMMIT", INDEX, "COMMIT");
      case MYSQL, MARIADB -> List.of("ALTER TABLE `User`", "CREATE TABLE `Post`", INDEX);
    };
  }

  static Stream<Place> places() {
    return KINDS.stream().flatMap(KilledProcessTest::places);
  }

  private static Stream<Place> places(ServerKind kind) {
    int last = sent(kind).size();
    Stream<Place> unsent =
        switch (kind.flavor()) {
          // From 2: a BEGIN is sent for the history table too.
          case POSTGRESQL ->
              IntStream.rangeClosed(2, last)
                  .mapToObj(at -> new Place(kind, at, Side.UNSENT, at < 5 ? 0 : 2));
          case MYSQL, MARIADB ->
              IntStream.rangeClosed(1, last)
                  .mapToObj(at -> new Place(kind, at, Side.UNSENT, at - 1));
        };
    return Stream.concat(unsent, Stream.of(new Place(kind, last, Side.UNANSWERED, 3)));
  }

  @ParameterizedTest
  @MethodSource("places")
  void aKilledDeploymentGoesBackward(Place place, @TempDir Path directory)
      throws IOException, InterruptedException {
    try (TestDatabase database = place.kind().createDatabase()) {
      Typed typed = killed(place, directory, database);
      List<List<String>> users = users(database);
      if (place.isLast()) {
        backwardScript(typed);
        killRepairs(typed, "backward.sql", () -> backwardScript(typed));
        typed.run("migrate resolve --rolled-back " + Story.UNIQUE).exits(0);
      } else {
        typed.run("repair --backward --yes --allow data-loss").exits(0);
      }
      assertBackward(typed, users);
    }
  }

  @ParameterizedTest
  @MethodSource("places")
  void aKilledDeploymentGoesForward(Place place, @TempDir Path directory)
      throws IOException, InterruptedException {
    try (TestDatabase database = place.kind().createDatabase()) {
      Typed typed = killed(place, directory, database);
      repair(database);
      if (place.isFirst()) {
        forwardScript(typed);
        killRepairs(typed, "forward.sql", () -> forwardScript(typed));
        typed.run("migrate resolve --applied " + Story.UNIQUE).exits(0);
      } else {
        typed.run("repair --forward --yes").exits(0);
      }
      assertForward(typed);
    }
  }

  /** The server goes on with a statement whose process is dead, once it gets the lock for it. */
  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_18", "MYSQL_8_0", "MARIADB_11_4"})
  void aProcessKilledWhileItsStatementWaitsForALock(ServerKind kind, @TempDir Path directory)
      throws IOException, InterruptedException, SQLException {
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed = Story.begun(directory, database);
      database.execute(Story.twoPauls(database));
      repair(database);
      try (Connection reader = database.connect();
          Statement reading = reader.createStatement()) {
        reader.setAutoCommit(false);
        reading.executeQuery("SELECT * FROM " + user(database)).close();
        Process process =
            SchemendProcess.start(directory, database.url(), "migrate deploy --no-preflight");
        try {
          until(() -> !waiting(database).isEmpty());
        } finally {
          process.destroyForcibly().waitFor();
        }
        assertTrue(typed.run("migrate status").exits(1).err().contains(Story.UNIQUE));
        reader.rollback();
      }
      until(() -> waiting(database).isEmpty());
      typed.run("repair --forward --yes").exits(0);
      assertForward(typed);
    }
  }

  private static void until(BooleanSupplier condition) throws InterruptedException {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (Duration.ofNanos(System.nanoTime() - start).toMinutes() >= 2) {
        throw new AssertionError("waited in vain");
      }
      Thread.sleep(20);
    }
  }

  /** The sessions at work on an ALTER TABLE. */
  private static List<List<String>> waiting(TestDatabase database) {
    return database.query(
        switch (database.kind().flavor()) {
          case POSTGRESQL ->
              "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
                  + " AND query LIKE 'ALTER TABLE%'";
          case MYSQL, MARIADB ->
              "SELECT id FROM information_schema.processlist WHERE db = DATABASE()"
                  + " AND info LIKE 'ALTER TABLE%'";
        });
  }

  /** Makes a script anew, from what the database holds by now. */
  private interface Script {
    void make();
  }

  /**
   * Runs a script of three statements and kills it, again and again until nothing is left to do.
   */
  private static void killRepairs(Typed typed, String file, Script script)
      throws IOException, InterruptedException {
    Path path = typed.directory().resolve(file);
    List<String> statements = statements(Files.readString(path));
    assertEquals(3, statements.size(), statements.toString());
    TestDatabase database = typed.database();
    if (database.kind().flavor() == Flavor.POSTGRESQL) {
      // All of it in one transaction: killed anywhere before its end, nothing of it is done.
      List<Boolean> before = standing(database);
      List<String> inTransaction = new ArrayList<>(statements);
      inTransaction.add("COMMIT");
      for (int at = 2; at <= inTransaction.size(); at++) {
        kill(typed, file, inTransaction.subList(0, at), Side.UNSENT);
        assertEquals(before, standing(database));
      }
      kill(typed, file, inTransaction, Side.UNANSWERED);
      script.make();
      assertEquals(List.of(), statements(Files.readString(path)));
      return;
    }
    for (int left = statements.size(); left > 0; left--) {
      kill(typed, file, statements(Files.readString(path)).subList(0, 1), Side.UNANSWERED);
      script.make();
      assertEquals(left - 1, statements(Files.readString(path)).size());
    }
  }

  private static void kill(Typed typed, String file, List<String> until, Side side)
      throws IOException, InterruptedException {
    SchemendProcess.killAt(
        new StatementGate(typed.database(), until, side),
        typed.directory(),
        "db execute --file " + file);
  }

  /** Production after the deployment was killed. */
  private static Typed killed(Place place, Path directory, TestDatabase database)
      throws IOException, InterruptedException {
    Typed typed = Story.begun(directory, database);
    database.execute(Story.twoPauls(database));
    if (place.isBehindIndex()) {
      repair(database);
    }
    List<List<String>> users = users(database);
    List<String> script = sent(place.kind()).subList(0, place.statement());
    SchemendProcess.killAt(
        new StatementGate(database, script, place.side()),
        directory,
        "migrate deploy --no-preflight");
    Typed.Answer status = typed.run("migrate status").exits(1);
    assertTrue(
        status.err().contains("Following migration has failed:"), status.out() + status.err());
    assertTrue(status.err().contains(Story.UNIQUE), status.err());
    assertTrue(typed.run("migrate deploy").exits(1).err().contains("error: P3009"));
    assertTrue(status.err().contains(told(place)), status.err());
    List<Boolean> expected = Stream.of(1, 2, 3).map(step -> step <= place.applied()).toList();
    assertEquals(expected, standing(database));
    assertEquals(users, users(database));
    return typed;
  }

  /** What status must say of how far the deployment came. */
  private static String told(Place place) {
    // On PostgreSQL the first two steps stand between the script's own BEGIN and COMMIT.
    boolean postgres = place.kind().flavor() == Flavor.POSTGRESQL;
    int all = postgres ? 5 : 3;
    int applied = postgres && place.applied() > 0 ? place.applied() + 2 : place.applied();
    return applied == 0
        ? "left nothing behind: none of its " + all
        : applied == all
            ? "is applied as a whole, all " + all
            : "stopped half way: " + applied + " of its " + all;
  }

  private static void backwardScript(Typed typed) {
    typed
        .run(
            "migrate diff --from env:DATABASE_URL --to prisma/migrations --before "
                + Story.UNIQUE
                + " --script -o backward.sql")
        .exits(0);
  }

  private static void forwardScript(Typed typed) {
    typed
        .run("migrate diff --from env:DATABASE_URL --to prisma/migrations --script -o forward.sql")
        .exits(0);
  }

  private static void assertBackward(Typed typed, List<List<String>> users) {
    TestDatabase database = typed.database();
    typed
        .run(
            "migrate diff --from env:DATABASE_URL --to prisma/migrations --before "
                + Story.UNIQUE
                + " --exit-code")
        .exits(0);
    assertEquals(List.of(false, false, false), standing(database));
    assertEquals(users, users(database));
    // The next deployment goes on.
    repair(database);
    typed.run("migrate deploy").exits(0);
    assertInOrder(typed);
  }

  private static void assertForward(Typed typed) {
    typed.run("migrate deploy").exits(0);
    assertInOrder(typed);
  }

  private static void assertInOrder(Typed typed) {
    typed.run("migrate diff --from env:DATABASE_URL --to prisma/migrations --exit-code").exits(0);
    assertTrue(typed.run("migrate status").exits(0).out().contains("up to date"));
    assertEquals(List.of(true, true, true), standing(typed.database()));
    assertEquals(
        List.of(List.of("1", "paul"), List.of("2", "paula"), List.of("3", "anna")),
        users(typed.database()));
  }

  /** Which of the migration's steps the server holds, in its own catalogs' words. */
  private static List<Boolean> standing(TestDatabase database) {
    boolean postgres = database.kind().flavor() == Flavor.POSTGRESQL;
    String schema = postgres ? "current_schema()" : "DATABASE()";
    String index =
        postgres
            ? "pg_indexes WHERE schemaname = current_schema() AND indexname = 'User_name_key'"
            : "information_schema.statistics WHERE table_schema = DATABASE()"
                + " AND index_name = 'User_name_key'";
    return Stream.of(
            "information_schema.columns WHERE column_name = 'email' AND table_schema = " + schema,
            "information_schema.tables WHERE table_name = 'Post' AND table_schema = " + schema,
            index)
        .map(rows -> !database.query("SELECT 1 FROM " + rows).isEmpty())
        .toList();
  }

  /** A script's statements, without the comments before them; none of these has a ; inside. */
  private static List<String> statements(String script) {
    return Arrays.stream(script.split(";\n"))
        .map(
            statement ->
                statement
                    .lines()
                    .filter(line -> !line.startsWith("--"))
                    .reduce("", (text, line) -> text + "\n" + line)
                    .strip())
        .filter(statement -> !statement.isEmpty())
        .toList();
  }

  private static List<List<String>> users(TestDatabase database) {
    return database.query("SELECT id, name FROM " + user(database) + " ORDER BY id");
  }

  private static void repair(TestDatabase database) {
    database.execute("UPDATE " + user(database) + " SET name = 'paula' WHERE id = 2");
  }

  private static String user(TestDatabase database) {
    return database.kind().flavor() == Flavor.POSTGRESQL ? "\"User\"" : "`User`";
  }
}
