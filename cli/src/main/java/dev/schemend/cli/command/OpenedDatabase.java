package dev.schemend.cli.command;

import dev.schemend.cli.kit.DialectKit;
import dev.schemend.cli.kit.ServerFamily;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.state.AskedRights;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.exec.connect.ConnectionPools;
import dev.schemend.exec.connect.Database;
import dev.schemend.exec.connect.DatabaseUrl;
import dev.schemend.exec.introspect.ServerProfiles;
import dev.schemend.exec.ledger.HistoryDiagnosis;
import dev.schemend.exec.ledger.Ledger;
import dev.schemend.exec.ledger.PrismaLedger;
import dev.schemend.exec.lock.LockSettings;
import dev.schemend.exec.migrate.LiveDialect;
import dev.schemend.exec.run.Conduct;
import dev.schemend.history.MigrationHistory;
import java.time.Clock;

/**
 * A database that a command works on, with what knows how.
 *
 * @param database open until this is closed
 * @param live the executor's part of the dialect
 * @param ledger the history table of the tool whose migrations they are
 * @param profile the server, with owners and privileges where they are asked for
 */
record OpenedDatabase(Database database, LiveDialect live, Ledger ledger, ServerProfile profile)
    implements AutoCloseable {

  static OpenedDatabase at(DatabaseUrl url) {
    LiveDialect live = ServerFamily.of(url).live();
    Database database = ConnectionPools.open(url, live.connector());
    return new OpenedDatabase(
        database,
        live,
        new PrismaLedger(database, live.ledger(), Clock.systemUTC()),
        ServerProfiles.of(database));
  }

  /** The same, with the history table and the lock of the tool whose migrations these are. */
  OpenedDatabase of(MigrationHistory local) {
    return Ledgers.of(this, local);
  }

  /** The same, with owners and privileges as part of the schema where they are asked for. */
  OpenedDatabase with(RightsOption rights) {
    return rights.isAsked()
        ? new OpenedDatabase(database, live, ledger, AskedRights.live(database))
        : this;
  }

  /** The same with scripts that are run so. */
  OpenedDatabase with(Conduct conduct) {
    return new OpenedDatabase(database, live.with(conduct), ledger, profile);
  }

  /** What the history table says beside these migrations. */
  HistoryDiagnosis diagnosis(MigrationHistory local) {
    return HistoryDiagnosis.of(ledger.rows(), local, ledger::matches);
  }

  DialectKit kit() {
    return DialectKit.of(profile);
  }

  /** {@code Datasource "db": MySQL database "shop" at "localhost:3306"}, as Prisma begins. */
  String headline() {
    return "Datasource \"db\": "
        + database.identity().flavor().productName()
        + " database \""
        + database.url().database()
        + "\""
        + database.identity().schema().map(schema -> ", schema \"" + schema + "\"").orElse("")
        + " at \""
        + database.url().endpoint()
        + "\"";
  }

  static LockSettings lock(Surroundings surroundings) {
    return LockSettings.DEFAULT.under(surroundings.variable(LockSettings.DISABLING_VARIABLE));
  }

  @Override
  public void close() {
    database.close();
  }
}
