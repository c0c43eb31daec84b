package dev.schemend.it.executor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.schemend.exec.run.RunListener;
import dev.schemend.exec.run.RunOutcome;
import dev.schemend.it.server.ServerKind;
import dev.schemend.source.StatementText;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ScriptRunnerTest {

  /** {@code Failed applied=1,2 undone= unknown= notRun=4}. */
  private static String account(RunOutcome outcome) {
    return outcome.getClass().getSimpleName()
        + " applied="
        + numbers(outcome.fates().applied())
        + " undone="
        + numbers(outcome.fates().rolledBack())
        + " unknown="
        + numbers(outcome.fates().unknown())
        + " notRun="
        + numbers(outcome.fates().notRun());
  }

  private static String numbers(List<StatementText> statements) {
    return statements.stream()
        .map(statement -> Integer.toString(statement.ordinal()))
        .collect(Collectors.joining(","));
  }

  private static final String STOPS_AT_THREE =
      "create table a (i int);; insert into a values (1);; select * from missing;; select 1";

  @ParameterizedTest
  @EnumSource
  void aFailureIsToldWithWhatIsAppliedAndTheTablesAgree(ServerKind kind) {
    try (Live live = Live.on(kind)) {
      RunOutcome outcome = live.run(STOPS_AT_THREE);
      RunOutcome.Failed failed = assertInstanceOf(RunOutcome.Failed.class, outcome);
      assertEquals(3, failed.failed().orElseThrow().ordinal());
      switch (kind.flavor()) {
        case POSTGRESQL -> {
          assertEquals("Failed applied= undone=1,2 unknown= notRun=4", account(outcome));
          assertEquals("42P01", failed.error().sqlState());
          assertEquals(15, failed.error().position().orElseThrow());
          assertEquals(-1, live.rowsOf("a"));
        }
        case MYSQL, MARIADB -> {
          assertEquals("Failed applied=1,2 undone= unknown= notRun=4", account(outcome));
          assertEquals("42S02", failed.error().sqlState());
          assertEquals(1146, failed.error().vendorCode());
          assertEquals(1, live.rowsOf("a"));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "create table a (i int);; create index concurrently x on a (i);; create table a (i int)"
            + "| Failed applied=1,2 undone= unknown= notRun=",
        "create table a (i int);; begin;; create table b (i int);; commit;; create table c (i"
            + " int);; select 1/0| Failed applied=1,2,3,4 undone=5 unknown= notRun=",
        "create table a (i int);; begin;; create table b (i int)"
            + "| LeftOpen applied= undone=1,2,3 unknown= notRun=",
        "begin;; create table a (i int);; rollback;; create table b (i int)"
            + "| Completed applied=4 undone=1,2,3 unknown= notRun=",
        "begin;; create table a (i int);; commit and chain;; create table b (i int);; select 1/0"
            + "| Failed applied=1,2,3 undone=4 unknown= notRun=",
        "begin;; create table a (i int);; create index concurrently x on a (i);; commit"
            + "| Failed applied= undone=1,2 unknown= notRun=4",
        "create table a (i int primary key);;"
            + " create table b (i int references a deferrable initially deferred);;"
            + " insert into b values (1)| Failed applied= undone=1,2,3 unknown= notRun=",
        "create table a (i int);; select pg_terminate_backend(pg_backend_pid());; select 1"
            + "| ConnectionLost applied= undone=1,2 unknown= notRun=3",
        "select pg_terminate_backend(pg_backend_pid())"
            + "| ConnectionLost applied= undone= unknown=1 notRun=",
        "create function f() returns int language sql begin atomic select 1; select 2; end"
            + "| Completed applied=1 undone= unknown= notRun=",
        "create table a (i int);; create rule r as on insert to a do also (select 1; select 2);;"
            + " select '{d ''x''}', '?'| Completed applied=1,2,3 undone= unknown= notRun=",
      })
  void postgresKeepsToTheTransactionsOfAQueryString(String script, String expected) {
    try (Live live = Live.on(ServerKind.POSTGRES_18)) {
      assertEquals(expected, account(live.run(script)));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "create table a (i int);; begin;; insert into a values (1);; create table a (i int)"
            + "| Failed applied=1,2,3 undone= unknown= notRun=",
        "create table a (i int);; begin;; insert into a values (1);; select * from missing;; commit"
            + "| Failed applied=1 undone=2,3 unknown= notRun=5",
        "create table a (i int);; set autocommit = 0;; insert into a values (1)"
            + "| LeftOpen applied=1,2 undone=3 unknown= notRun=",
        "create table a (i int);; begin;; insert into a values (1);; rollback"
            + "| Completed applied=1 undone=2,3,4 unknown= notRun=",
        "create procedure p() begin select 1; select 2; signal sqlstate '45000'; end;; call p();;"
            + " select 1| Failed applied=1 undone= unknown= notRun=3",
        "select '{d ''x''}', '?'| Completed applied=1 undone= unknown= notRun=",
      })
  void mysqlAndMariaDbCommitByThemselves(String script, String expected) {
    for (ServerKind kind : List.of(ServerKind.MYSQL_8_0, ServerKind.MARIADB_11_4)) {
      try (Live live = Live.on(kind)) {
        assertEquals(expected, account(live.run(script)), kind.toString());
      }
    }
  }

  /** What a process that is killed between two statements leaves behind. */
  @ParameterizedTest
  @EnumSource
  void anEndBetweenTwoStatementsLeavesWhatTheServerHasCommitted(ServerKind kind) {
    try (Live live = Live.on(kind)) {
      RunListener dying =
          new RunListener() {
            @Override
            public void before(StatementText statement) {
              if (statement.ordinal() == 3) {
                throw new IllegalStateException("killed");
              }
            }
          };
      assertThrows(IllegalStateException.class, () -> live.run(STOPS_AT_THREE, dying));
      switch (kind.flavor()) {
        case POSTGRESQL -> assertEquals(-1, live.rowsOf("a"));
        case MYSQL, MARIADB -> assertEquals(1, live.rowsOf("a"));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEmptyScriptIsDone(ServerKind kind) {
    try (Live live = Live.on(kind)) {
      assertEquals("Completed applied= undone= unknown= notRun=", account(live.run("")));
    }
  }
}
