package dev.schemend.cli.command;

import dev.schemend.cli.process.ExitCode;
import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.render.LocationText;
import dev.schemend.cli.state.FailedMigration;
import dev.schemend.cli.state.FailedMigrationReader;
import dev.schemend.exec.ledger.HistoryDiagnosis;
import dev.schemend.exec.ledger.LedgerRow;
import dev.schemend.exec.ledger.Resolution;
import dev.schemend.exec.migrate.Repair;
import dev.schemend.exec.run.Grouping;
import dev.schemend.history.MigrationHistory;
import dev.schemend.repair.Way;
import java.util.List;

/**
 * Goes on with a migration that did not come to its end, before a deployment goes on with the rest.
 * Only where it is known for sure which of its statements are applied; else there is {@code
 * repair}, which asks.
 */
final class Resumption {

  private final OpenedDatabase opened;
  private final Surroundings surroundings;
  private final PreflightOptions preflight;

  Resumption(OpenedDatabase opened, Surroundings surroundings, PreflightOptions preflight) {
    this.opened = opened;
    this.surroundings = surroundings;
    this.preflight = preflight;
  }

  /** Finishes what is begun; does nothing where nothing is. */
  void run(MigrationHistory local) {
    HistoryDiagnosis diagnosis = opened.diagnosis(local);
    for (LedgerRow row : diagnosis.failed()) {
      local
          .find(row.migration())
          .map(migration -> opened.kit().frontend().parse(migration.script()))
          .ifPresent(new StillRunning(opened)::require);
      resume(
          new FailedMigrationReader(opened.kit(), opened.database())
              .read(local, diagnosis, row)
              .orElseThrow(() -> RepairCommand.notLocal(row).exception()),
          local);
    }
    new FailedMigrationReader(opened.kit(), opened.database())
        .unrecorded(local, diagnosis)
        .ifPresent(begun -> resume(begun, local));
  }

  private void resume(FailedMigration failed, MigrationHistory local) {
    LocationText.lines(failed).forEach(surroundings.err()::println);
    String name = failed.migration().name();
    Way rest = Repairing.planner(opened.kit()).forward(failed.located(), failed.live().finished());
    if (rest instanceof Way.Blocked blocked) {
      throw Failure.of(
              "not-resumable",
              "The rest of " + name + " cannot be run without being asked.",
              "See both ways out of it, and take one, with schemend repair.")
          .because(List.of(blocked.reason()))
          .exiting(ExitCode.REFUSED)
          .exception();
    }
    WayOut way = WayOut.of(RepairCommand.FORWARD, rest, Repairing.unfinished(failed), opened.kit());
    if (preflight.isOn()) {
      preflight.require(
          preflight.ask(opened, failed.live().finished(), List.of(way.parsed()), surroundings),
          surroundings);
    }
    new RepairRun(opened, surroundings, failed.live())
        .run(
            new Repair(
                name,
                new Unrecorded(opened, surroundings).row(failed, local),
                way.scripts(),
                true,
                Grouping.of(failed.migration().wish()),
                rows -> Resolution.applied(rows, name, failed.migration().checksum())),
            way);
    surroundings.out().println("Resumed " + name + ": it is applied as a whole.");
    surroundings.out().println();
  }
}
