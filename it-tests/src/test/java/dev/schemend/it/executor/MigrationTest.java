package dev.schemend.it.executor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.exec.connect.ConnectionPools;
import dev.schemend.exec.connect.Database;
import dev.schemend.exec.connect.DatabaseUrl;
import dev.schemend.exec.error.ExecException;
import dev.schemend.exec.ledger.HistoryDiagnosis;
import dev.schemend.exec.ledger.LedgerRow;
import dev.schemend.exec.ledger.PrismaLedger;
import dev.schemend.exec.ledger.RowState;
import dev.schemend.exec.lock.LockSettings;
import dev.schemend.exec.migrate.DeployListener;
import dev.schemend.exec.migrate.DeployOutcome;
import dev.schemend.exec.migrate.MigrationResolver;
import dev.schemend.exec.migrate.MigrationRunner;
import dev.schemend.history.MigrationHistory;
import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.TestDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Deploying and resolving, as Prisma does it, on every server. */
class MigrationTest {

  private static final String INIT =
      "20230101000000_init: create table users (id int primary key, name varchar(20) not null);;"
          + " insert into users values (1, 'paul'), (2, 'paul');; select * from users";
  private static final String UNIQUE =
      "20230101120000_unique: alter table users add column email varchar(20);;"
          + " create table post (id int primary key);;"
          + " alter table users add constraint users_name_key unique (name);; select 1";

  private static DeployOutcome deploy(Live live, MigrationHistory history) {
    return new MigrationRunner(live.dialect(), Live::split)
        .deploy(live.database(), live.ledger(), history, LockSettings.DEFAULT, DeployListener.NONE);
  }

  private static void assertRefused(String code, Executable action) {
    assertEquals(code, assertThrows(ExecException.class, action).error().code());
  }

  private static List<RowState> states(Live live) {
    return live.ledger().rows().orElseThrow().stream().map(LedgerRow::state).toList();
  }

  @ParameterizedTest
  @EnumSource
  void aFailedMigrationBlocksUntilItIsResolvedEitherWay(ServerKind kind) {
    try (Live live = Live.on(kind)) {
      MigrationHistory history = live.history(INIT, UNIQUE);
      MigrationResolver resolver = new MigrationResolver(live.dialect());
      LockSettings lock = LockSettings.DEFAULT;
      assertEquals(Optional.empty(), live.ledger().rows());

      DeployOutcome outcome = deploy(live, history);
      assertEquals(List.of("20230101000000_init"), outcome.applied());
      String logs = outcome.error().orElseThrow().logs();
      assertEquals("P3018", outcome.error().orElseThrow().code());
      assertTrue(logs.contains("Please check the query number 3 from the migration file"), logs);
      assertEquals(List.of(RowState.APPLIED, RowState.FAILED), states(live));
      List<LedgerRow> rows = live.ledger().rows().orElseThrow();
      assertEquals(Optional.of(logs), rows.get(1).logs());
      assertEquals(1, rows.get(0).appliedSteps());
      assertEquals(history.migrations().get(1).checksum(), rows.get(1).checksum());
      int posts =
          switch (kind.flavor()) {
            case POSTGRESQL -> -1;
            case MYSQL, MARIADB -> 0;
          };
      assertEquals(posts, live.rowsOf("post"));
      assertRefused("P3009", () -> deploy(live, history));

      String name = "20230101120000_unique";
      assertRefused(
          "P3011", () -> resolver.rolledBack(live.database(), live.ledger(), "unique", lock));
      assertRefused(
          "P3012",
          () -> resolver.rolledBack(live.database(), live.ledger(), "20230101000000_init", lock));
      resolver.rolledBack(live.database(), live.ledger(), name, lock);
      resolver.rolledBack(live.database(), live.ledger(), name, lock);
      assertEquals(List.of(RowState.APPLIED, RowState.ROLLED_BACK), states(live));
      assertEquals(1, HistoryDiagnosis.of(live.ledger().rows(), history).pending().size());

      assertRefused(
          "P3017", () -> resolver.applied(live.database(), live.ledger(), history, "unique", lock));
      resolver.applied(live.database(), live.ledger(), history, name, lock);
      assertRefused(
          "P3008", () -> resolver.applied(live.database(), live.ledger(), history, name, lock));
      assertEquals(List.of(RowState.APPLIED, RowState.ROLLED_BACK, RowState.APPLIED), states(live));
      assertEquals(new DeployOutcome(List.of(), Optional.empty()), deploy(live, history));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDatabaseWithTablesAndNoHistoryIsBaselinedFirst(ServerKind kind) {
    try (Live live = Live.on(kind)) {
      live.test().execute("CREATE TABLE older (id int)");
      MigrationHistory history = live.history("1_older: create table older (id int)");
      assertRefused("P3005", () -> deploy(live, history));
      assertEquals(Optional.empty(), live.ledger().rows());
      assertRefused(
          "P2021",
          () ->
              new MigrationResolver(live.dialect())
                  .rolledBack(live.database(), live.ledger(), "1_older", LockSettings.DEFAULT));
      new MigrationResolver(live.dialect())
          .applied(live.database(), live.ledger(), history, "1_older", LockSettings.DEFAULT);
      assertEquals(new DeployOutcome(List.of(), Optional.empty()), deploy(live, history));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theHistoryOfAnotherProviderIsRefusedBeforeAnythingElse(ServerKind kind) {
    try (Live live = Live.on(kind)) {
      MigrationHistory foreign =
          new MigrationHistory("prisma", live.history(INIT).migrations(), Optional.of("sqlite"));
      assertRefused("P3019", () -> deploy(live, foreign));
      assertEquals(Optional.empty(), live.ledger().rows());
    }
  }

  /** What one script does to its session must reach neither the history table nor the next. */
  @ParameterizedTest
  @EnumSource
  void aScriptCannotLeadTheNextOneAstray(ServerKind kind) {
    try (Live live = Live.on(kind)) {
      String astray =
          switch (kind.flavor()) {
            case POSTGRESQL -> "SELECT pg_catalog.set_config('search_path', '', false)";
            case MYSQL, MARIADB -> "USE information_schema";
          };
      DeployOutcome outcome =
          deploy(live, live.history("1_astray: " + astray, "2_next: create table here (id int)"));
      assertEquals(new DeployOutcome(List.of("1_astray", "2_next"), Optional.empty()), outcome);
      assertEquals(0, live.rowsOf("here"));
    }
  }

  /** An error that is not "no such table" must not look like an empty history. */
  @ParameterizedTest
  @EnumSource
  void aHistoryThatMayNotBeReadIsNoEmptyHistory(ServerKind kind) {
    try (Live live = Live.on(kind)) {
      deploy(live, live.history(INIT));
      String user = "reader_" + live.test().name();
      String grant =
          switch (kind.flavor()) {
            case POSTGRESQL -> "CREATE USER %1$s PASSWORD 'p'";
            case MYSQL, MARIADB ->
                "CREATE USER %1$s IDENTIFIED BY 'p'; GRANT SELECT ON %2$s.users TO %1$s";
          };
      live.test().execute(grant.formatted(user, live.test().name()));
      TestDatabase theirs = live.test().as(user, "p");
      try (Database database =
          ConnectionPools.open(DatabaseUrl.parse(theirs.url()), live.dialect().connector())) {
        PrismaLedger ledger =
            new PrismaLedger(database, live.dialect().ledger(), Clock.systemUTC());
        String denied =
            switch (kind.flavor()) {
              case POSTGRESQL -> "42501";
              case MYSQL, MARIADB -> "1142";
            };
        assertRefused(denied, ledger::rows);
      } finally {
        live.test().execute("DROP USER " + user);
      }
    }
  }
}
