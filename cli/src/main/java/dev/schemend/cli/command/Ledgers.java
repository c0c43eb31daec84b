package dev.schemend.cli.command;

import dev.schemend.exec.connect.Database;
import dev.schemend.exec.ledger.AtlasLedger;
import dev.schemend.exec.ledger.FlywayLedger;
import dev.schemend.exec.ledger.GolangLedger;
import dev.schemend.exec.ledger.Ledger;
import dev.schemend.exec.ledger.LiquibaseLedger;
import dev.schemend.exec.ledger.LiquibaseLocks;
import dev.schemend.exec.ledger.PrismaLedger;
import dev.schemend.exec.ledger.RowLedger;
import dev.schemend.exec.ledger.RowTool;
import dev.schemend.exec.ledger.ToolLock;
import dev.schemend.exec.lock.LockKeeper;
import dev.schemend.exec.migrate.LiveDialect;
import dev.schemend.history.MigrationHistory;
import java.time.Clock;
import java.util.Optional;

/** Which tool's history table belongs to which layout of migrations. */
final class Ledgers {

  private Ledgers() {}

  /**
   * The table and the lock of the tool whose files these are. A layout without a table that is
   * known gets this tool's own; a tool without a lock is kept apart from other runs of this one by
   * Prisma's.
   */
  static OpenedDatabase of(OpenedDatabase opened, MigrationHistory local) {
    LiveDialect live = opened.live();
    Database database = opened.database();
    LockKeeper locks =
        lockOf(local.layout())
            .flatMap(tool -> live.others().locks(database, tool))
            .orElse(live.locks());
    return switch (local.layout()) {
      case "prisma" -> opened;
      case "flyway" ->
          with(opened, locks, new FlywayLedger(database, live.others(), live.ledger(), local));
      case "golang-migrate" ->
          sqlxOr(
              opened,
              local,
              locks,
              new GolangLedger(database, live.others(), live.ledger(), local));
      case "sqlx" -> with(opened, locks, rows(opened, RowTool.SQLX, local));
      case "goose" -> with(opened, locks, rows(opened, RowTool.GOOSE, local));
      case "dbmate" -> with(opened, locks, rows(opened, RowTool.DBMATE, local));
      case "diesel" -> with(opened, locks, rows(opened, RowTool.DIESEL, local));
      case "drizzle" -> with(opened, locks, rows(opened, drizzle(local), local));
      case "atlas" ->
          with(opened, locks, new AtlasLedger(database, live.others(), live.ledger(), local));
      case "liquibase" ->
          with(
              opened,
              new LiquibaseLocks(live.others(), live.ledger(), locks),
              new LiquibaseLedger(database, live.others(), live.ledger(), local));
      case "plain" -> sqlxOr(opened, local, locks, own(opened));
      default -> with(opened, locks, own(opened));
    };
  }

  /** The lock of the tool whose files these are, where it has one, whatever its table is. */
  private static Optional<ToolLock> lockOf(String layout) {
    return switch (layout) {
      case "flyway" -> Optional.of(ToolLock.FLYWAY);
      case "golang-migrate" -> Optional.of(ToolLock.GOLANG_MIGRATE);
      case "sqlx" -> Optional.of(ToolLock.SQLX);
      case "atlas" -> Optional.of(ToolLock.ATLAS);
      case "goose" -> Optional.of(ToolLock.GOOSE);
      case "node-pg-migrate" -> Optional.of(ToolLock.NODE_PG_MIGRATE);
      case "tern" -> Optional.of(ToolLock.TERN);
      case "sqitch" -> Optional.of(ToolLock.SQITCH);
      default -> Optional.empty();
    };
  }

  /** The journal of older versions tells when each was made; the directories of newer do not. */
  private static RowTool drizzle(MigrationHistory local) {
    return local.migrations().stream().allMatch(migration -> migration.made().isEmpty())
        ? RowTool.DRIZZLE_1
        : RowTool.DRIZZLE;
  }

  private static OpenedDatabase with(OpenedDatabase opened, LockKeeper locks, Ledger ledger) {
    return new OpenedDatabase(
        opened.database(), opened.live().with(locks), ledger, opened.profile());
  }

  private static Ledger own(OpenedDatabase opened) {
    return PrismaLedger.own(opened.database(), opened.live().ledger(), Clock.systemUTC());
  }

  private static Ledger rows(OpenedDatabase opened, RowTool tool, MigrationHistory local) {
    LiveDialect live = opened.live();
    return new RowLedger(opened.database(), tool, live.others(), live.ledger(), local);
  }

  /** Files of sqlx's that look like others' are known by the table that the database holds. */
  private static OpenedDatabase sqlxOr(
      OpenedDatabase opened, MigrationHistory local, LockKeeper locks, Ledger other) {
    Ledger sqlx = rows(opened, RowTool.SQLX, local);
    return sqlx.rows().isPresent()
        ? with(
            opened,
            opened.live().others().locks(opened.database(), ToolLock.SQLX).orElse(locks),
            sqlx)
        : with(opened, locks, other);
  }
}
