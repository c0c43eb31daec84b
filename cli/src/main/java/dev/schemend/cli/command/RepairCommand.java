package dev.schemend.cli.command;

import dev.schemend.cli.kit.ServerFamily;
import dev.schemend.cli.process.ExitCode;
import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.render.FailureText;
import dev.schemend.cli.render.LocationText;
import dev.schemend.cli.render.PreflightText;
import dev.schemend.cli.render.WayText;
import dev.schemend.cli.state.FailedMigration;
import dev.schemend.cli.state.FailedMigrationReader;
import dev.schemend.cli.state.Project;
import dev.schemend.exec.connect.DatabaseUrl;
import dev.schemend.exec.ledger.HistoryDiagnosis;
import dev.schemend.exec.ledger.LedgerRow;
import dev.schemend.history.Migration;
import dev.schemend.history.MigrationHistory;
import dev.schemend.script.ParsedScript;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code repair}: a failed migration, located and led out of its failure either way. */
@Command(
    name = "repair",
    description = "Find where a failed migration stopped, show both ways out, and take one.",
    footer = {
      "",
      "Without --backward or --forward it asks, or, where nobody can be asked, shows both ways and",
      "changes nothing (exit 1).",
      "",
      "Examples:",
      "  schemend repair",
      "  schemend repair --backward --yes --allow data-loss",
      "  schemend repair --forward --dry-run > forward.sql",
      "  schemend repair --to 20230101000000_init       # undo completed migrations behind it"
    })
final class RepairCommand implements Callable<Integer> {

  static final String BACKWARD = "backward";
  static final String FORWARD = "forward";

  private final Surroundings surroundings;

  @Mixin private DatabaseOptions database;
  @Mixin private MigrationsOption migrations;
  @Mixin private RepairOptions options;
  @Mixin private PreflightOptions preflight;
  @Mixin private ConductOptions conduct;

  @Option(names = "--backward", description = "Undo what the migration did.")
  private boolean backward;

  @Option(names = "--forward", description = "Run what is left of the migration.")
  private boolean forward;

  @Option(
      names = "--applied",
      paramLabel = "N",
      description = "How many statements of it are applied, where the schema cannot tell.")
  private Integer applied;

  @Option(
      names = "--to",
      paramLabel = "NAME",
      description = "Undo the completed migrations behind this one, and record it.")
  private String to;

  RepairCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (backward && forward) {
      throw Failure.usage("--backward and --forward exclude each other.", "Give one of them.")
          .exception();
    }
    options.requireKnown();
    Project project = database.project(surroundings);
    DatabaseUrl url = database.url(surroundings);
    MigrationHistory local =
        migrations.read(project, surroundings, Optional.of(ServerFamily.of(url).mainFlavor()));
    try (ConductOptions.Running running = conduct.begin(surroundings);
        OpenedDatabase opened = OpenedDatabase.at(url).of(local).with(running.conduct())) {
      HistoryDiagnosis diagnosis = opened.diagnosis(local);
      if (to != null) {
        return new UndoMigrations(opened, surroundings, options, preflight)
            .to(to, local, diagnosis)
            .status();
      }
      return repair(opened, local, diagnosis).status();
    }
  }

  private ExitCode repair(
      OpenedDatabase opened, MigrationHistory local, HistoryDiagnosis diagnosis) {
    StillRunning still = new StillRunning(opened);
    Optional<ParsedScript> script =
        suspect(local, diagnosis)
            .map(migration -> opened.kit().frontend().parse(migration.script()));
    if ((backward || forward) && !options.isDryRun()) {
      script.ifPresent(still::require);
    }
    script.map(still::lines).orElseGet(List::of).forEach(this::talk);
    Optional<FailedMigration> stopped = stopped(opened, local, diagnosis);
    if (stopped.isEmpty()) {
      surroundings.out().println("No migration has failed; there is nothing to repair.");
      return ExitCode.CLEAN;
    }
    FailedMigration failed = placed(stopped.get());
    failed
        .findings()
        .forEach(finding -> FailureText.lines(finding).forEach(line -> talk("warning: " + line)));
    LocationText.lines(failed).forEach(this::talk);
    WayOut back = asked(opened, failed, way(opened, failed, BACKWARD));
    WayOut on = asked(opened, failed, way(opened, failed, FORWARD));
    if (!forward) {
      show(back, "backward: to what was before " + failed.migration().name());
      WayText.rowsStay(failed.located()).ifPresent(this::talk);
    }
    if (!backward) {
      show(on, "forward: to the end of " + failed.migration().name());
    }
    Optional<WayOut> chosen = choice(back, on);
    if (options.isDryRun()) {
      chosen.ifPresent(way -> surroundings.out().print(way.text()));
      return ExitCode.CLEAN;
    }
    if (chosen.isEmpty()) {
      talk("");
      talk("Nothing was changed. Take one of them: schemend repair --backward, or --forward.");
      return ExitCode.FAILURE;
    }
    script.ifPresent(still::require);
    take(opened, failed, chosen.get(), local, diagnosis);
    return ExitCode.CLEAN;
  }

  /** The migration that did not come to its end, or may not have: a run may have left no row. */
  private static Optional<Migration> suspect(MigrationHistory local, HistoryDiagnosis diagnosis) {
    return diagnosis.failed().isEmpty()
        ? diagnosis.pending().stream().findFirst()
        : local.find(diagnosis.failed().getFirst().migration());
  }

  private static Optional<FailedMigration> stopped(
      OpenedDatabase opened, MigrationHistory local, HistoryDiagnosis diagnosis) {
    FailedMigrationReader reader = new FailedMigrationReader(opened.kit(), opened.database());
    if (diagnosis.failed().isEmpty()) {
      return reader.unrecorded(local, diagnosis);
    }
    LedgerRow row = diagnosis.failed().getFirst();
    return Optional.of(
        reader.read(local, diagnosis, row).orElseThrow(() -> notLocal(row).exception()));
  }

  static Failure notLocal(LedgerRow row) {
    return Failure.of(
        "P3017",
        "The failed migration " + row.migration() + " is not among the local ones.",
        "Name the directory that has it with --migrations DIR.");
  }

  /** What a person says about the place goes before what can be seen. */
  private FailedMigration placed(FailedMigration failed) {
    return Repairing.placed(failed, Optional.ofNullable(applied));
  }

  private WayOut way(OpenedDatabase opened, FailedMigration failed, String name) {
    return Repairing.way(
        opened.kit(), failed, name, Optional.ofNullable(applied), options.isOnline());
  }

  private WayOut asked(OpenedDatabase opened, FailedMigration failed, WayOut way) {
    boolean wanted = way.name().equals(BACKWARD) ? !forward : !backward;
    if (!preflight.isOn() || !way.isOpen() || !wanted) {
      return way;
    }
    PreflightText rows =
        preflight.ask(opened, failed.live().finished(), List.of(way.parsed()), surroundings);
    return way.asked(rows);
  }

  private void show(WayOut way, String heading) {
    talk("");
    WayText.lines(heading, way.way(), way.text(), way.rows()).forEach(this::talk);
  }

  private Optional<WayOut> choice(WayOut back, WayOut on) {
    if (backward || forward) {
      return Optional.of(backward ? back : on);
    }
    if (options.isDryRun() || options.isYes() || !surroundings.answering()) {
      return Optional.empty();
    }
    return switch (Question.ask(surroundings, "Go backward, forward or neither? [b/f/N] ")) {
      case "b", BACKWARD -> Optional.of(back);
      case "f", FORWARD -> Optional.of(on);
      default -> Optional.empty();
    };
  }

  private void take(
      OpenedDatabase opened,
      FailedMigration failed,
      WayOut way,
      MigrationHistory local,
      HistoryDiagnosis diagnosis) {
    new Consent(options, preflight, surroundings).require(way);
    String name = failed.migration().name();
    boolean onward = way.name().equals(FORWARD);
    Optional<String> row = new Unrecorded(opened, surroundings).row(failed, local);
    new RepairRun(opened, surroundings, failed.live()).run(Repairing.repair(failed, row, way), way);
    talk("");
    talk(
        onward
            ? "The database is at the end of " + name + ", which is recorded as applied."
            : "The database is as it was before "
                + name
                + (row.isPresent() ? ", which is recorded as rolled back." : "."));
    if (diagnosis.failed().size() > 1) {
      talk("Another migration has failed too: run schemend repair again.");
    }
  }

  private void talk(String line) {
    (options.isDryRun() ? surroundings.err() : surroundings.out()).println(line);
  }
}
