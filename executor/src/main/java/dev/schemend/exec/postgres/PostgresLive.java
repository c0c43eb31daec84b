package dev.schemend.exec.postgres;

import dev.schemend.exec.migrate.LiveDialect;
import java.util.Optional;

/** The executor's PostgreSQL, in one piece. */
public final class PostgresLive {

  /** The one constant a composition root needs. */
  public static final LiveDialect DIALECT =
      new LiveDialect(
          new PostgresConnector(),
          new PostgresLockKeeper(),
          new PostgresLedgerDialect(),
          new PostgresEmptinessCheck(),
          new PostgresScriptRunner(),
          new PostgresScratch(),
          new PostgresReset(),
          new PostgresQueryLimits(),
          new PostgresJournalDialect(),
          new PostgresOtherTools(),
          new PostgresSessionWatch(),
          (database, frontend) -> Optional.of(new PostgresForms(database, frontend)),
          new PostgresRoles());

  private PostgresLive() {}
}
