package dev.schemend.cli.command;

import dev.schemend.exec.ledger.FlywayLedger;
import dev.schemend.exec.migrate.LiveDialect;
import dev.schemend.history.MigrationHistory;

/** Which tool's history table belongs to which layout of migrations. */
final class Ledgers {

  private static final String FLYWAY = "flyway";

  private Ledgers() {}

  /** Flyway's for Flyway's files, Prisma's for all others. */
  static OpenedDatabase of(OpenedDatabase opened, MigrationHistory local) {
    LiveDialect live = opened.live();
    return local.layout().equals(FLYWAY)
        ? new OpenedDatabase(
            opened.database(),
            live.with(live.flyway().locks(opened.database())),
            new FlywayLedger(opened.database(), live.flyway(), live.ledger(), local))
        : opened;
  }
}
