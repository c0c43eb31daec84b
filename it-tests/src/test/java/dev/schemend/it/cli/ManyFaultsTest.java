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
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Migrations of 5, 12 and 30 statements, each on a table of its own, are broken off before and
 * behind every statement: by a cut connection, a restart of the server, a wait for a lock that
 * times out, and SIGKILL. {@code -Dschemend.faults=all} tries every place, on {@code
 * -Dschemend.faults.servers=N} servers of a kind at a time, and prints how many there were; else a
 * few stand for them. {@code -Dschemend.faults.place=N} tries one again.
 */
class ManyFaultsTest {

  private static final boolean ALL = "all".equals(System.getProperty("schemend.faults"));

  static final List<ServerKind> KINDS =
      List.of(ServerKind.POSTGRES_18, ServerKind.MYSQL_8_0, ServerKind.MARIADB_11_4);

  private static final List<Integer> LENGTHS = List.of(5, 12, 30);

  /** Coprime to the numbers of sides, faults and statements, so that each of them comes up. */
  private static final int STEP = 89;

  /** A named lock of MySQL is the whole server's, so places of one server wait for each other. */
  private static final int SERVERS = Integer.getInteger("schemend.faults.servers", ALL ? 3 : 1);

  private static final Map<Fault, LongAdder> TRIED = new ConcurrentHashMap<>();
  private static final Map<Fault, LongAdder> SURVIVED = new ConcurrentHashMap<>();

  /** How a run is broken off. */
  enum Fault {
    /** The connection is cut; the process lives on. */
    CUT,
    /** The server is shut down, and started again. */
    RESTART,
    /** Somebody else holds the statement's table, and the wait for it times out. */
    LOCK,
    /** The process is killed (SIGKILL). */
    KILL
  }

  /** A fault at a statement, numbered from 1. */
  record Place(int number, ServerKind kind, int length, int statement, Side side, Fault fault) {

    boolean isTransactional() {
      return kind.flavor() == Flavor.POSTGRESQL;
    }

    /** Ways take turns. */
    boolean isForward() {
      boolean turned = (side == Side.UNANSWERED) != (fault == Fault.RESTART || fault == Fault.KILL);
      return statement % 2 == (turned ? 1 : 0);
    }

    /** How many statements must be applied then. */
    int applied() {
      // A statement on rows waits for its COMMIT, which never comes.
      boolean kept = side == Side.UNANSWERED && !changesRows(statement);
      return isTransactional() ? 0 : kept ? statement : statement - 1;
    }
  }

  private static boolean changesRows(int statement) {
    return statement % 3 == 2;
  }

  private static String sql(int statement) {
    String table = "t_" + statement;
    return switch (statement % 3) {
      case 0 -> "CREATE INDEX i_" + statement + " ON " + table + " (n)";
      case 1 -> "ALTER TABLE " + table + " ADD COLUMN x int";
      default -> "UPDATE " + table + " SET n = n + 1";
    };
  }

  private static List<String> script(int length) {
    return IntStream.rangeClosed(1, length).mapToObj(ManyFaultsTest::sql).toList();
  }

  private static String first(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= length; i++) {
      text.append("CREATE TABLE t_").append(i).append(" (id int PRIMARY KEY, n int NOT NULL);\n");
      text.append("INSERT INTO t_").append(i).append(" VALUES (1, 0), (2, 10);\n");
    }
    return text.toString();
  }

  private static List<Place> places(ServerKind wanted) {
    List<Place> places = new ArrayList<>();
    for (ServerKind kind : KINDS) {
      for (int length : LENGTHS) {
        for (Fault fault : Fault.values()) {
          for (int statement = 1; statement <= length; statement++) {
            places.add(new Place(places.size(), kind, length, statement, Side.UNSENT, fault));
            if (fault != Fault.LOCK) {
              places.add(new Place(places.size(), kind, length, statement, Side.UNANSWERED, fault));
            }
          }
        }
      }
    }
    int only = Integer.getInteger("schemend.faults.place", -1);
    int step = ALL ? Integer.getInteger("schemend.faults.step", 1) : STEP;
    return places.stream()
        .filter(place -> place.kind() == wanted)
        .filter(place -> only >= 0 ? place.number() == only : place.number() % step == 0)
        .toList();
  }

  @AfterAll
  static void figures() {
    for (Fault fault : Fault.values()) {
      System.err.printf(
          "[faults] %s: tried %d, survived %d%n",
          fault, count(TRIED, fault), count(SURVIVED, fault));
    }
  }

  private static long count(Map<Fault, LongAdder> counts, Fault fault) {
    LongAdder count = counts.get(fault);
    return count == null ? 0 : count.sum();
  }

  @ParameterizedTest
  @FieldSource("KINDS")
  void isLocatedAndRepaired(ServerKind kind, @TempDir Path directory) {
    Queue<Place> left = new ConcurrentLinkedQueue<>(places(kind));
    Queue<String> failed = new ConcurrentLinkedQueue<>();
    List<TestServer> servers = Stream.generate(kind::another).limit(SERVERS).toList();
    try (ExecutorService crew = Executors.newFixedThreadPool(SERVERS)) {
      servers.forEach(server -> crew.execute(() -> work(server, left, failed, directory)));
    }
    assertEquals("", String.join("\n", failed));
  }

  private static void work(
      TestServer server, Queue<Place> left, Queue<String> failed, Path directory) {
    for (Place place = left.poll(); place != null; place = left.poll()) {
      if (left.size() % 50 == 0) {
        System.err.printf("[faults] %s: %d places are left%n", place.kind(), left.size());
      }
      TRIED.computeIfAbsent(place.fault(), none -> new LongAdder()).increment();
      try {
        survives(place, server, directory.resolve(Integer.toString(place.number())));
        SURVIVED.computeIfAbsent(place.fault(), none -> new LongAdder()).increment();
      } catch (Throwable e) {
        failed.add(place + "\n" + e);
        System.err.println("[faults] " + place);
        e.printStackTrace();
      }
    }
  }

  private static void survives(Place place, TestServer server, Path directory)
      throws IOException, InterruptedException, SQLException {
    try (TestDatabase database = server.createDatabase()) {
      Typed typed =
          new Typed(directory, database)
              .file(
                  "prisma/migrations/migration_lock.toml",
                  "provider = \"" + (place.isTransactional() ? "postgresql" : "mysql") + "\"\n")
              .file("prisma/migrations/1_first/migration.sql", first(place.length()));
      typed.run("migrate deploy --no-preflight").exits(0);
      typed.file(
          "prisma/migrations/2_second/migration.sql",
          String.join(";\n", script(place.length())) + ";\n");
      breakOff(place, server, typed);

      Typed.Answer status = typed.run("migrate status").exits(1);
      assertTrue(status.err().contains(told(place)), place + "\n" + status.err());
      if (place.isForward()) {
        typed.run("migrate deploy --resume").exits(0);
      } else {
        typed.run("repair --backward --yes --allow data-loss").exits(0);
        assertState(typed, "1_first");
        // Rows that the migration changed stay: this is what nobody can undo from outside.
        database.execute(undone(place));
        typed.run("migrate deploy").exits(0);
      }
      assertState(typed, "2_second");
      assertRows(place, database);
      typed.run("migrate status").exits(0);
    }
  }

  private static String undone(Place place) {
    StringBuilder text = new StringBuilder("SELECT 1");
    for (int i = 1; i <= place.applied(); i++) {
      if (changesRows(i)) {
        text.append("; UPDATE t_").append(i).append(" SET n = n - 1");
      }
    }
    return text.toString();
  }

  private static String told(Place place) {
    int all = place.length();
    int applied = place.applied();
    return applied == 0
        ? "left nothing behind: none of its " + all
        : applied == all
            ? "is applied as a whole, all " + all
            : "stopped half way: " + applied + " of its " + all;
  }

  private static void assertRows(Place place, TestDatabase database) {
    List<String> queries = new ArrayList<>();
    List<List<String>> expected = new ArrayList<>();
    for (int i = 1; i <= place.length(); i++) {
      queries.add("SELECT " + i + " AS t, id, n FROM t_" + i);
      String table = Integer.toString(i);
      String n = changesRows(i) ? "1" : "0";
      expected.add(List.of(table, "1", n));
      expected.add(List.of(table, "2", "1" + n));
    }
    assertEquals(
        expected,
        database.query(String.join(" UNION ALL ", queries) + " ORDER BY t, id"),
        place.toString());
  }

  private static void assertState(Typed typed, String migration) {
    typed
        .run(
            "migrate diff --from env:DATABASE_URL --to prisma/migrations --until "
                + migration
                + " --exit-code")
        .exits(0);
  }

  private static void breakOff(Place place, TestServer server, Typed typed)
      throws IOException, InterruptedException, SQLException {
    if (place.fault() == Fault.LOCK) {
      loseLock(place, typed);
      return;
    }
    StatementGate gate =
        new StatementGate(
            typed.database(), script(place.length()).subList(0, place.statement()), place.side());
    if (place.fault() == Fault.KILL) {
      SchemendProcess.killAt(gate, typed.directory(), "migrate deploy --no-preflight");
      return;
    }
    CompletableFuture<Typed.Answer> deployment =
        CompletableFuture.supplyAsync(
            () -> typed.run("migrate deploy --no-preflight --url " + gate.url()),
            // The common pool has a thread for each processor, and these are held on purpose.
            task -> new Thread(task).start());
    try (gate) {
      gate.await(deployment);
      if (place.fault() == Fault.RESTART) {
        server.restart();
      }
      gate.cut();
      deployment.get(2, TimeUnit.MINUTES).exits(1);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("still runs", e);
    }
  }

  private static void loseLock(Place place, Typed typed) throws SQLException {
    String table = "t_" + place.statement();
    try (Connection other = typed.database().connect();
        Statement locking = other.createStatement()) {
      if (place.isTransactional()) {
        other.setAutoCommit(false);
        locking.execute("LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE");
      } else {
        locking.execute("LOCK TABLES " + table + " WRITE");
      }
      Typed.Answer answer =
          typed.run("migrate deploy --no-preflight --lock-timeout 300ms --lock-retries 0").exits(1);
      assertTrue(answer.err().contains(place.isTransactional() ? "55P03" : "1205"), answer.err());
    }
  }
}
