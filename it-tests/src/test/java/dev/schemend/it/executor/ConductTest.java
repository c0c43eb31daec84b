package dev.schemend.it.executor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.dialect.Flavor;
import dev.schemend.exec.error.ServerError;
import dev.schemend.exec.run.Backoff;
import dev.schemend.exec.run.Conduct;
import dev.schemend.exec.run.RunListener;
import dev.schemend.exec.run.RunOutcome;
import dev.schemend.exec.run.StopSign;
import dev.schemend.exec.watch.ServerSession;
import dev.schemend.exec.watch.Sighting;
import dev.schemend.it.server.ServerKind;
import dev.schemend.source.SourceText;
import dev.schemend.source.StatementText;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How a run behaves towards others, on real servers. */
class ConductTest {

  private static final Backoff SHORT =
      new Backoff(
          Duration.ofMillis(20), Duration.ofMillis(100), RandomGenerator.of("L64X128MixRandom"));

  private static final String TABLES =
      "create table a (i int);; create table b (i int);; insert into b values (0)";

  /** Lets go of a lock after some retries, and keeps what it is told. */
  private static final class Told implements RunListener {
    private final Queue<String> events = new ConcurrentLinkedQueue<>();
    private final Queue<Sighting> sightings = new ConcurrentLinkedQueue<>();
    private Runnable onRetry = () -> {};
    private Runnable onSight = () -> {};

    @Override
    public void retrying(
        StatementText statement, StatementText from, int retry, Duration pause, ServerError error) {
      events.add(statement.ordinal() + " from " + from.ordinal() + " for the " + retry);
      onRetry.run();
    }

    @Override
    public void sighted(StatementText statement, Duration running, Sighting sighting) {
      sightings.add(sighting);
      onSight.run();
    }
  }

  private static final class Sign implements StopSign {
    private volatile int times;

    @Override
    public boolean isRaised() {
      return times > 0;
    }

    @Override
    public boolean isUrgent() {
      return times > 1;
    }
  }

  private static Conduct conduct(int lockRetries, StopSign stop, RunListener listener) {
    return new Conduct(
        Optional.of(Duration.ofMillis(200)),
        Optional.empty(),
        lockRetries,
        SHORT,
        stop,
        true,
        listener);
  }

  private static RunOutcome run(Live live, String script, Conduct conduct) {
    return live.dialect()
        .with(conduct)
        .scripts()
        .run(live.database(), Live.split(new SourceText("script.sql", script)), RunListener.NONE);
  }

  /** A session that has read {@code b} and does not end its transaction. */
  private static Connection reader(Live live) throws SQLException {
    Connection reader = live.test().connect();
    reader.setAutoCommit(false);
    try (Statement statement = reader.createStatement()) {
      statement.executeQuery("select i from b").close();
    }
    return reader;
  }

  private static void rollback(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStatementThatLostALockIsTriedAgainAndNothingRunsTwice(ServerKind kind) throws SQLException {
    try (Live live = Live.on(kind)) {
      live.run(TABLES);
      try (Connection reader = reader(live)) {
        Told told = new Told();
        told.onRetry =
            () -> {
              if (told.events.size() == 2) {
                rollback(reader);
              }
            };
        RunOutcome outcome =
            run(
                live,
                "insert into a values (1);; alter table b add column j int;; update b set j = 1",
                conduct(5, StopSign.NEVER, told));
        assertInstanceOf(RunOutcome.Completed.class, outcome);
        assertEquals(3, outcome.fates().applied().size());
        // PostgreSQL: the whole transaction; else the statement, as those before it are committed.
        String from = kind.flavor() == Flavor.POSTGRESQL ? "1" : "2";
        assertEquals(
            List.of("2 from " + from + " for the 1", "2 from " + from + " for the 2"),
            List.copyOf(told.events));
        assertEquals(1, live.rowsOf("a"));
        assertEquals(List.of(List.of("0", "1")), live.test().query("select i, j from b"));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theScriptsOwnTransactionIsTriedAgainFromItsBegin(ServerKind kind) throws SQLException {
    try (Live live = Live.on(kind)) {
      live.run(TABLES);
      try (Connection writer = live.test().connect();
          Statement writing = writer.createStatement()) {
        writer.setAutoCommit(false);
        writing.executeUpdate("update b set i = 7");
        Told told = new Told();
        told.onRetry = () -> rollback(writer);
        RunOutcome outcome =
            run(
                live,
                "insert into a values (1);; begin;; insert into a values (2);;"
                    + " update b set i = i + 1;; commit;; insert into a values (3)",
                conduct(3, StopSign.NEVER, told));
        assertInstanceOf(RunOutcome.Completed.class, outcome);
        String from = kind.flavor() == Flavor.POSTGRESQL ? "1" : "2";
        assertEquals(List.of("4 from " + from + " for the 1"), List.copyOf(told.events));
        assertEquals(3, live.rowsOf("a"));
        assertEquals(List.of(List.of("1")), live.test().query("select i from b"));
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POSTGRES_18| create index concurrently x on b (i)",
        "POSTGRES_18| do $$ begin lock table b; end $$",
        "POSTGRES_18| prepare p as select 1;; alter table b add column j int",
        "MYSQL_8_0| create procedure p() alter table b add column j int;; call p()",
        "MYSQL_8_0| create table m (i int) engine MyISAM;; begin;; insert into m values (1);;"
            + " update b set i = (select @n := 1)",
        "MARIADB_11_4| create procedure p() alter table b add column j int;; call p()",
        "MARIADB_11_4| create table m (i int) engine MyISAM;; begin;; insert into m values (1);;"
            + " update b set i = 1",
      })
  void whatMayHaveLeftSomethingBehindIsNotTriedAgain(ServerKind kind, String script)
      throws SQLException {
    try (Live live = Live.on(kind)) {
      live.run(TABLES);
      try (Connection writer = live.test().connect();
          Statement writing = writer.createStatement()) {
        writer.setAutoCommit(false);
        writing.executeUpdate("update b set i = 7");
        Told told = new Told();
        RunOutcome outcome = run(live, script, conduct(3, StopSign.NEVER, told));
        assertInstanceOf(RunOutcome.Failed.class, outcome);
        assertEquals(List.of(), List.copyOf(told.events));
      }
    }
  }

  /** A statement commits the script's transaction first, and then loses its lock. */
  @ParameterizedTest
  @EnumSource(names = {"MYSQL_8_0", "MARIADB_11_4"})
  void whatAnImplicitCommitKeptIsToldAsApplied(ServerKind kind) throws SQLException {
    try (Live live = Live.on(kind)) {
      live.run(TABLES);
      try (Connection reader = reader(live)) {
        RunOutcome outcome =
            run(
                live,
                "begin;; insert into a values (1);; alter table b add column j int",
                conduct(0, StopSign.NEVER, RunListener.NONE));
        assertInstanceOf(RunOutcome.Failed.class, outcome);
        assertEquals(1205, outcome.serverError().orElseThrow().vendorCode());
        assertEquals(2, outcome.fates().applied().size());
        assertEquals(1, live.rowsOf("a"));
        rollback(reader);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoeverIsInTheWayIsNamed(ServerKind kind) throws SQLException {
    try (Live live = Live.on(kind)) {
      live.run(TABLES);
      try (Connection reader = reader(live)) {
        long id = live.dialect().watch().id(reader);
        try (Statement again = reader.createStatement()) {
          again.executeQuery("select i from b").close();
        }
        Told told = new Told();
        told.onSight = () -> rollback(reader);
        Conduct patient =
            new Conduct(Optional.empty(), Optional.empty(), 0, SHORT, StopSign.NEVER, true, told);
        RunOutcome outcome = run(live, "alter table b add column j int", patient);
        assertInstanceOf(RunOutcome.Completed.class, outcome);
        Sighting.Waiting waiting =
            assertInstanceOf(Sighting.Waiting.class, told.sightings.element());
        assertEquals(List.of(id), waiting.blockers().stream().map(ServerSession::id).toList());
        ServerSession blocker = waiting.blockers().getFirst();
        assertTrue(blocker.since().isPresent(), blocker.label());
        // MariaDB keeps no last statement of a session, and by default no list of its locks.
        boolean known = kind.flavor() != Flavor.MARIADB;
        assertEquals(known, waiting.certain());
        assertEquals(known, blocker.query().filter("select i from b"::equals).isPresent());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRunStopsBetweenStatements(ServerKind kind) {
    try (Live live = Live.on(kind)) {
      Sign sign = new Sign();
      RunListener raising =
          new RunListener() {
            @Override
            public void after(StatementText statement) {
              sign.times = statement.ordinal() == 2 ? 1 : 0;
            }
          };
      RunOutcome outcome = run(live, TABLES, conduct(0, sign, raising));
      RunOutcome.Stopped stopped = assertInstanceOf(RunOutcome.Stopped.class, outcome);
      assertEquals(Optional.empty(), stopped.cancelled());
      boolean undone = kind.flavor() == Flavor.POSTGRESQL;
      assertEquals(undone ? 0 : 2, outcome.fates().applied().size());
      assertEquals(undone ? -1 : 0, live.rowsOf("b"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void anUrgentStopCancelsTheStatement(ServerKind kind) throws SQLException {
    try (Live live = Live.on(kind)) {
      live.run(TABLES);
      try (Connection reader = reader(live)) {
        Sign sign = new Sign();
        Told told = new Told();
        told.onSight = () -> sign.times = 2;
        Conduct patient =
            new Conduct(Optional.empty(), Optional.empty(), 0, SHORT, sign, true, told);
        RunOutcome outcome =
            run(live, "create table c (i int);; alter table b add column j int", patient);
        RunOutcome.Stopped stopped = assertInstanceOf(RunOutcome.Stopped.class, outcome);
        assertEquals(2, stopped.cancelled().orElseThrow().ordinal());
        assertEquals(kind.flavor() == Flavor.POSTGRESQL ? -1 : 0, live.rowsOf("c"));
        rollback(reader);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStatementThatRunsTooLongIsEnded(ServerKind kind) {
    try (Live live = Live.on(kind)) {
      AtomicInteger done = new AtomicInteger();
      RunListener counting =
          new RunListener() {
            @Override
            public void after(StatementText statement) {
              done.incrementAndGet();
            }
          };
      Conduct hurried =
          new Conduct(
              Optional.empty(),
              Optional.of(Duration.ofMillis(400)),
              3,
              SHORT,
              StopSign.NEVER,
              false,
              counting);
      // A cancelled sleep() of MySQL is no error, so it is one that has to fail.
      String sleeping =
          kind.flavor() == Flavor.POSTGRESQL
              ? "select pg_sleep(30)"
              : "create table d as select sleep(30) as s from b";
      live.run(TABLES);
      RunOutcome outcome = run(live, "create table c (i int);; " + sleeping, hurried);
      assertInstanceOf(RunOutcome.Failed.class, outcome);
      assertEquals(1, done.get());
    }
  }
}
