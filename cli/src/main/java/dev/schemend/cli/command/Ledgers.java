package dev.schemend.cli.command;

import dev.schemend.exec.connect.Database;
import dev.schemend.exec.ledger.FlywayLedger;
import dev.schemend.exec.ledger.GolangLedger;
import dev.schemend.exec.migrate.LiveDialect;
import dev.schemend.history.MigrationHistory;

/** Which tool's history table belongs to which layout of migrations. */
final class Ledgers {

  private Ledgers() {}

  /** The table and the lock of the tool whose files these are; Prisma's where none is known. */
  static OpenedDatabase of(OpenedDatabase opened, MigrationHistory local) {
    LiveDialect live = opened.live();
    Database database = opened.database();
    return switch (local.layout()) {
      case "flyway" ->
          new OpenedDatabase(
              database,
              live.with(live.others().flywayLocks(database)),
              new FlywayLedger(database, live.others(), live.ledger(), local));
      case "golang-migrate" ->
          new OpenedDatabase(
              database,
              live.with(live.others().golangLocks(database)),
              new GolangLedger(database, live.others(), live.ledger(), local));
      default -> opened;
    };
  }
}
