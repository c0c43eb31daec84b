package dev.schemend.cli.command;

import dev.schemend.cli.process.ExitCode;
import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.render.PreflightText;
import dev.schemend.cli.render.ScriptText;
import dev.schemend.cli.state.FailedMigrationReader;
import dev.schemend.cli.state.LayoutChoice;
import dev.schemend.cli.state.Project;
import dev.schemend.cli.state.ReadingOptions;
import dev.schemend.cli.state.ScopeChoice;
import dev.schemend.cli.state.ServerChoice;
import dev.schemend.cli.state.SessionInit;
import dev.schemend.cli.state.StatePair;
import dev.schemend.cli.state.StateReader;
import dev.schemend.cli.state.StateSpec;
import dev.schemend.cli.state.StateSpecs;
import dev.schemend.exec.connect.DatabaseUrl;
import dev.schemend.exec.ledger.HistoryDiagnosis;
import dev.schemend.history.MigrationHistory;
import dev.schemend.plan.Plan;
import dev.schemend.script.ParsedScript;
import dev.schemend.source.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code check}: whether a script would run on the rows that are there. Changes nothing. */
@Command(
    name = "check",
    description = "Ask the database what would make pending migrations, or a script, fail.",
    footer = {
      "",
      "Exits with 3 where a statement would fail.",
      "",
      "Examples:",
      "  schemend check                       # the pending migrations",
      "  schemend check --file forward.sql --replica-url env:REPLICA_URL",
      "  schemend check --to prisma/migrations"
    })
final class Check implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private DatabaseOptions database;
  @Mixin private MigrationsOption migrations;
  @Mixin private PreflightOptions preflight;

  @Option(names = "--file", paramLabel = "FILE", description = "A script, in UTF-8.")
  private String file;

  @Option(
      names = "--to",
      paramLabel = "STATE",
      description = "The plan that leads from the database to this state.")
  private String to;

  Check(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (file != null && to != null) {
      throw Failure.usage("--file and --to exclude each other.", "Give one of them.").exception();
    }
    DatabaseUrl url = database.url(surroundings);
    try (OpenedDatabase opened = OpenedDatabase.at(url)) {
      List<ParsedScript> scripts = scripts(opened, url);
      PreflightText text =
          preflight.ask(
              opened,
              new FailedMigrationReader(opened.kit(), opened.database()).live().schema(),
              scripts,
              surroundings);
      text.lines().forEach(surroundings.out()::println);
      int statements = scripts.stream().mapToInt(script -> script.statements().size()).sum();
      surroundings
          .out()
          .println(
              text.stops()
                  ? "A statement would fail; nothing was changed."
                  : statements + " statements checked: nothing that is there stands in their way.");
      return (text.stops() ? ExitCode.REFUSED : ExitCode.CLEAN).status();
    }
  }

  private List<ParsedScript> scripts(OpenedDatabase opened, DatabaseUrl url) {
    if (file != null) {
      return read(
          opened,
          LayoutChoice.NONE.read(
              file, surroundings, Optional.of(opened.database().identity().flavor())));
    }
    if (to != null) {
      return List.of(plan(url));
    }
    Project project = database.project(surroundings);
    MigrationHistory local =
        migrations.read(project, surroundings, Optional.of(opened.database().identity().flavor()));
    HistoryDiagnosis diagnosis = opened.of(local).diagnosis(local);
    new Unrecorded(opened, surroundings).require(local, diagnosis);
    return diagnosis.pending().stream()
        .map(migration -> opened.kit().frontend().parse(migration.script()))
        .toList();
  }

  private static List<ParsedScript> read(OpenedDatabase opened, MigrationHistory history) {
    return history.migrations().stream()
        .map(migration -> opened.kit().frontend().parse(migration.script()))
        .toList();
  }

  private ParsedScript plan(DatabaseUrl url) {
    StatePair states =
        new StateReader(
                surroundings,
                new ServerChoice(Optional.empty(), Optional.empty()),
                new ScopeChoice(List.of(), List.of()),
                ReadingOptions.of(LayoutChoice.NONE, SessionInit.NONE))
            .read(new StateSpec.LiveDatabase(url), new StateSpecs(surroundings).any(to));
    Plan plan =
        states
            .kit()
            .planMaker(FailedMigrationReader.POLICY)
            .plan(states.from().schema(), states.to().schema())
            .plan();
    return states
        .kit()
        .frontend()
        .parse(new SourceText("plan", ScriptText.of(plan, states.kit().frontend())));
  }
}
