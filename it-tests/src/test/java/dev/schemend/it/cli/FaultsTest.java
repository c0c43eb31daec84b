package dev.schemend.it.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.dialect.Flavor;
import dev.schemend.it.cli.StatementGate.Side;
import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A deployment of statements on objects and on rows is broken off at a statement: status tells
 * exactly which are applied, and repair leads out of it either way, with no statement run twice.
 * {@code -Dschemend.faults=all} tries every place; else a few stand for them.
 */
class FaultsTest {

  private static final boolean ALL = "all".equals(System.getProperty("schemend.faults"));

  private static final List<ServerKind> KINDS =
      List.of(ServerKind.POSTGRES_18, ServerKind.MYSQL_8_0, ServerKind.MARIADB_11_4);

  private static final String FIRST =
      """
      CREATE TABLE item (id int PRIMARY KEY, name varchar(20) NOT NULL, old int);
      CREATE TABLE ran (n int NOT NULL);
      INSERT INTO ran VALUES (0);
      """;

  /** Each on the rows adds another power of ten, so that the sum tells which ran and how often. */
  private static final List<String> SECOND =
      List.of(
          "ALTER TABLE item ADD COLUMN note varchar(20)",
          "UPDATE ran SET n = n + 1",
          "CREATE TABLE tag (id int PRIMARY KEY, item int)",
          "UPDATE ran SET n = n + 10",
          "INSERT INTO tag SELECT id, id FROM item",
          "CREATE UNIQUE INDEX item_name ON item (name)",
          "UPDATE ran SET n = n + 100",
          "ALTER TABLE tag ADD CONSTRAINT tag_item FOREIGN KEY (item) REFERENCES item (id)");

  /** How a run is broken off. */
  enum Fault {
    /** The process is killed (SIGKILL). */
    KILL,
    /** The connection is cut; the process lives on. */
    CUT
  }

  /** Which way out is taken. */
  enum Way {
    BACKWARD,
    FORWARD
  }

  /** A fault at a statement, numbered from 1. */
  record Place(ServerKind kind, int statement, Side side, Fault fault, Way way) {

    /** How many statements must be applied then. */
    int applied() {
      if (kind.flavor() == Flavor.POSTGRESQL) {
        return 0;
      }
      // A statement on rows waits for its COMMIT, which never comes.
      boolean kept = side == Side.UNANSWERED && !changesRows(SECOND.get(statement - 1));
      return kept ? statement : statement - 1;
    }
  }

  private static boolean changesRows(String sql) {
    return sql.startsWith("UPDATE") || sql.startsWith("INSERT");
  }

  static Stream<Place> places() {
    List<Place> places = new ArrayList<>();
    for (ServerKind kind : KINDS) {
      for (int statement = 1; statement <= SECOND.size(); statement++) {
        for (Side side : Side.values()) {
          for (Fault fault : Fault.values()) {
            for (Way way : Way.values()) {
              places.add(new Place(kind, statement, side, fault, way));
            }
          }
        }
      }
    }
    // Coprime to the number of variants, so that each of them comes up.
    int step = ALL ? 1 : 17;
    return IntStream.range(0, places.size()).filter(i -> i % step == 0).mapToObj(places::get);
  }

  @ParameterizedTest
  @MethodSource("places")
  void isLocatedAndRepaired(Place place, @TempDir Path directory)
      throws IOException, InterruptedException {
    boolean postgres = place.kind().flavor() == Flavor.POSTGRESQL;
    try (TestDatabase database = place.kind().createDatabase()) {
      Typed typed =
          new Typed(directory, database)
              .file(
                  "prisma/migrations/migration_lock.toml",
                  "provider = \"" + (postgres ? "postgresql" : "mysql") + "\"\n")
              .file("prisma/migrations/1_first/migration.sql", FIRST);
      typed.run("migrate deploy").exits(0);
      database.execute("INSERT INTO item VALUES (1, 'a', 7), (2, 'b', 8)");
      typed.file("prisma/migrations/2_second/migration.sql", String.join(";\n", SECOND) + ";\n");
      breakOff(place, directory, database);

      Typed.Answer status = typed.run("migrate status").exits(1);
      assertTrue(status.err().contains(told(place.applied())), place + "\n" + status.err());
      switch (place.way()) {
        case BACKWARD -> {
          typed.run("repair --backward --yes --allow data-loss").exits(0);
          assertState(typed, "1_first");
        }
        case FORWARD -> {
          typed.run("repair --forward --yes").exits(0);
          assertState(typed, "2_second");
          assertEquals(List.of(List.of("111")), database.query("SELECT n FROM ran"));
          assertEquals(List.of(List.of("2")), database.query("SELECT count(*) FROM tag"));
        }
      }
      assertEquals(
          List.of(List.of("1", "a", "7"), List.of("2", "b", "8")),
          database.query("SELECT id, name, old FROM item ORDER BY id"));
      typed.run("migrate deploy").exits(0);
      assertState(typed, "2_second");
      typed.run("migrate status").exits(0);
    }
  }

  private static String told(int applied) {
    int all = SECOND.size();
    return applied == 0
        ? "left nothing behind: none of its " + all
        : applied == all
            ? "is applied as a whole, all " + all
            : "stopped half way: " + applied + " of its " + all;
  }

  /** No other table is left either: that of the journal is gone. */
  private static void assertState(Typed typed, String migration) {
    typed
        .run(
            "migrate diff --from env:DATABASE_URL --to prisma/migrations --until "
                + migration
                + " --exit-code")
        .exits(0);
    String schema =
        typed.database().kind().flavor() == Flavor.POSTGRESQL ? "current_schema()" : "DATABASE()";
    assertEquals(
        List.of(),
        typed
            .database()
            .query(
                "SELECT 1 FROM information_schema.tables WHERE table_name = '_schemend_journal'"
                    + " AND table_schema = "
                    + schema));
  }

  private static void breakOff(Place place, Path directory, TestDatabase database)
      throws IOException, InterruptedException {
    List<String> until = SECOND.subList(0, place.statement());
    StatementGate gate = new StatementGate(database, until, place.side());
    switch (place.fault()) {
      case KILL -> SchemendProcess.killAt(gate, directory, "migrate deploy --no-preflight");
      case CUT -> {
        Process process =
            SchemendProcess.start(directory, gate.url(), "migrate deploy --no-preflight");
        try {
          gate.await(process);
          gate.close();
          assertTrue(process.waitFor(2, TimeUnit.MINUTES), "still runs");
        } finally {
          process.destroyForcibly().waitFor();
        }
      }
    }
  }
}
