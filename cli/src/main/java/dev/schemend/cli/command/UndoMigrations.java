package dev.schemend.cli.command;

import dev.schemend.cli.process.ExitCode;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.render.WayText;
import dev.schemend.cli.state.AppliedHistory;
import dev.schemend.cli.state.FailedMigrationReader;
import dev.schemend.cli.state.ReadState;
import dev.schemend.exec.error.ExecException;
import dev.schemend.exec.ledger.HistoryDiagnosis;
import dev.schemend.exec.ledger.LedgerError;
import dev.schemend.exec.ledger.Resolution;
import dev.schemend.exec.migrate.Repair;
import dev.schemend.history.MigrationHistory;
import dev.schemend.history.UnknownMigrationException;
import dev.schemend.repair.Way;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code repair --to NAME}: completed migrations are undone, and that is recorded. */
final class UndoMigrations {

  private final OpenedDatabase opened;
  private final Surroundings surroundings;
  private final RepairOptions options;
  private final PreflightOptions preflight;

  UndoMigrations(
      OpenedDatabase opened,
      Surroundings surroundings,
      RepairOptions options,
      PreflightOptions preflight) {
    this.opened = opened;
    this.surroundings = surroundings;
    this.options = options;
    this.preflight = preflight;
  }

  ExitCode to(String name, MigrationHistory local, HistoryDiagnosis diagnosis) {
    if (!diagnosis.failed().isEmpty()) {
      throw new ExecException(new LedgerError.FailedMigrations(diagnosis.failed()));
    }
    AppliedHistory applied = AppliedHistory.of(local, diagnosis);
    if (!applied.names().contains(name)) {
      throw new UnknownMigrationException(name, applied.names());
    }
    List<String> undone =
        applied.names().subList(applied.names().indexOf(name) + 1, applied.names().size());
    if (undone.isEmpty()) {
      surroundings.out().println(name + " is the last one applied; there is nothing to undo.");
      return ExitCode.CLEAN;
    }
    ReadState live = new FailedMigrationReader(opened.kit(), opened.database()).live();
    Way between =
        Repairing.planner(opened.kit(), options.isOnline())
            .between(
                applied.fold(opened.kit(), Optional.empty()).schema(),
                applied.fold(opened.kit(), Optional.of(name)).schema(),
                live.finished());
    WayOut way = WayOut.of(RepairCommand.BACKWARD, between, List.of(), opened.kit());
    if (preflight.isOn() && way.isOpen()) {
      way = way.asked(preflight.ask(opened, live.finished(), List.of(way.parsed()), surroundings));
    }
    WayText.lines(
            "backward: to what " + name + " left, without " + String.join(", ", undone),
            way.way(),
            way.text(),
            way.rows())
        .forEach(this::talk);
    talk("  note: rows that these migrations changed stay as they are now");
    if (options.isDryRun()) {
      surroundings.out().print(way.text());
      return ExitCode.CLEAN;
    }
    new Consent(options, preflight, surroundings).require(way);
    new RepairRun(opened, surroundings, live)
        .run(
            new Repair(
                undone.getFirst(),
                Optional.empty(),
                way.scripts(),
                false,
                rows -> Resolution.undone(rows, Set.copyOf(undone))),
            way);
    talk("");
    talk("The database is as " + name + " left it; recorded as rolled back: " + undone + ".");
    return ExitCode.CLEAN;
  }

  private void talk(String line) {
    (options.isDryRun() ? surroundings.err() : surroundings.out()).println(line);
  }
}
