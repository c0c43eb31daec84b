package dev.schemend.cli.command;

import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.render.PreflightText;
import dev.schemend.cli.render.WayText;
import dev.schemend.cli.state.FailedMigration;
import dev.schemend.cli.state.FailedMigrationReader;
import dev.schemend.exec.ledger.HistoryDiagnosis;
import dev.schemend.exec.ledger.LedgerRow;
import dev.schemend.exec.ledger.Resolution;
import dev.schemend.exec.migrate.Repair;
import dev.schemend.history.MigrationHistory;
import dev.schemend.repair.Way;
import java.util.List;
import java.util.Optional;

/**
 * Undoes what a migration did before it failed, so that a deployment is all or nothing on servers
 * whose DDL is in no transaction. Only where nothing is lost by it: rows that its statements
 * changed, or that were written into what it made, cannot be had back.
 */
final class Compensation {

  private final OpenedDatabase opened;
  private final Surroundings surroundings;
  private final PreflightOptions preflight;

  Compensation(OpenedDatabase opened, Surroundings surroundings, PreflightOptions preflight) {
    this.opened = opened;
    this.surroundings = surroundings;
    this.preflight = preflight;
  }

  /**
   * Goes back to what was before the migration.
   *
   * @return empty where that is done and recorded; else why it is not, and nothing was changed
   */
  Optional<String> undo(String migration, MigrationHistory local) {
    HistoryDiagnosis diagnosis = opened.diagnosis(local);
    Optional<LedgerRow> row =
        diagnosis.failed().stream().filter(one -> one.migration().equals(migration)).findFirst();
    Optional<FailedMigration> failed =
        row.flatMap(
            one ->
                new FailedMigrationReader(opened.kit(), opened.database())
                    .read(local, diagnosis, one));
    return failed.isEmpty()
        ? Optional.of("the history table does not show it as failed")
        : undo(failed.get());
  }

  private Optional<String> undo(FailedMigration failed) {
    if (!failed.located().isExact()) {
      return Optional.of("the database is not as any number of its statements leaves it");
    }
    if (WayText.rowsStay(failed.located()).isPresent()) {
      return Optional.of("it changed rows, which cannot be had back");
    }
    Way back = Repairing.planner(opened.kit()).backward(failed.located(), failed.live().finished());
    if (back instanceof Way.Blocked blocked) {
      return Optional.of(blocked.reason());
    }
    WayOut way = WayOut.of(RepairCommand.BACKWARD, back, List.of(), opened.kit());
    PreflightText rows =
        preflight.ask(opened, failed.live().finished(), List.of(way.parsed()), surroundings);
    if (rows.loses() || rows.stops()) {
      return Optional.of("something was written into what it made, and would be lost");
    }
    String name = failed.migration().name();
    new RepairRun(opened, surroundings, failed.live())
        .run(
            new Repair(
                name,
                failed.row().map(LedgerRow::id),
                way.scripts(),
                false,
                known -> Resolution.rolledBack(known, name)),
            way);
    return Optional.empty();
  }
}
