package dev.schemend.exec.mysql;

import dev.schemend.exec.migrate.LiveDialect;
import java.util.Optional;

/** The executor's MySQL and MariaDB, in one piece. */
public final class MySqlLive {

  private static final MySqlScratch SCRATCH = new MySqlScratch();

  /** The one constant a composition root needs. */
  public static final LiveDialect DIALECT =
      new LiveDialect(
          new MySqlConnector(),
          new MySqlLockKeeper(),
          new MySqlLedgerDialect(),
          new MySqlEmptinessCheck(),
          new MySqlScriptRunner(),
          SCRATCH,
          // Object by object: dropping the database itself would cost it its character set.
          (session, schemas) -> SCRATCH.clear(session),
          new MySqlQueryLimits(),
          new MySqlJournalDialect(),
          new MySqlOtherTools(),
          new MySqlSessionWatch(),
          // Every statement that makes something ends the transaction, so nothing is rolled back.
          new MySqlFormsDialect(),
          database -> Optional.empty());

  private MySqlLive() {}
}
