package dev.schemend.cli.command;

import dev.schemend.cli.drift.Drift;
import dev.schemend.cli.drift.DriftReader;
import dev.schemend.cli.fleet.Member;
import dev.schemend.cli.kit.ServerFamily;
import dev.schemend.cli.process.ExitCode;
import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.render.DriftJson;
import dev.schemend.cli.render.DriftText;
import dev.schemend.cli.render.HeaderText;
import dev.schemend.cli.render.ScriptText;
import dev.schemend.cli.state.Project;
import dev.schemend.cli.state.StatePair;
import dev.schemend.exec.connect.DatabaseUrl;
import dev.schemend.exec.ledger.HistoryDiagnosis;
import dev.schemend.history.MigrationHistory;
import dev.schemend.plan.Plan;
import dev.schemend.verify.PlanResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code drift}: whether a database is what its applied migrations leave. Changes nothing. */
@Command(
    name = "drift",
    description = "Tell whether the database is what its applied migrations leave.",
    footer = {
      "",
      "Exits with 0 where it is, 2 where it is not, 1 where that could not be found out, and with",
      "--strict 3 where not everything could be read or compared.",
      "",
      "Examples:",
      "  schemend drift --migrations prisma/migrations --url env:PRODUCTION_URL",
      "  schemend drift --ignore 'audit_*' --ignore 'cron.*' --json",
      "  schemend drift --script to-migrations > undo-drift.sql",
      "  schemend drift --to-database-output catch-up.sql --to-migrations-output undo.sql"
    })
final class DriftCommand implements Callable<Integer> {

  /** Which way a script leads. */
  enum Direction {
    /** From what the migrations leave to what the database holds: the migration that is missing. */
    TO_DATABASE,
    /** From what the database holds to what the migrations leave: the drift undone. */
    TO_MIGRATIONS;

    /** As it is written on the command line. */
    static Direction of(String text) {
      return switch (text) {
        case "to-database" -> TO_DATABASE;
        case "to-migrations" -> TO_MIGRATIONS;
        default ->
            throw Failure.usage(
                    "--script " + text + " leads nowhere.",
                    "Write to-database (the migration that is missing) or to-migrations (the drift"
                        + " undone).")
                .exception();
      };
    }
  }

  private final Surroundings surroundings;

  @Mixin private DatabaseOptions database;
  @Mixin private MigrationsOption migrations;
  @Mixin private IgnoreOption ignore;
  @Mixin private RightsOption rights;

  @Option(names = "--json", description = "Print it as JSON (docs/plan-json.md).")
  private boolean json;

  @Option(
      names = "--script",
      paramLabel = "WAY",
      description =
          "Print SQL instead: to-database (what the migrations lack) or to-migrations (what undoes"
              + " the drift).")
  private String script;

  @Option(
      names = "--to-database-output",
      paramLabel = "FILE",
      description = "Write what the migrations lack to a file, too.")
  private Path toDatabase;

  @Option(
      names = "--to-migrations-output",
      paramLabel = "FILE",
      description = "Write what undoes the drift to a file, too.")
  private Path toMigrations;

  @Option(
      names = "--strict",
      description = "Exit with 3 where not everything could be read or compared.")
  private boolean strict;

  DriftCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Optional<Direction> wanted = Optional.ofNullable(script).map(Direction::of);
    if (json && wanted.isPresent()) {
      throw Failure.usage(
              "--json and --script exclude each other.",
              "The JSON holds both plans, the one back as its member reverse.")
          .exception();
    }
    Project project = database.project(surroundings);
    DatabaseUrl url = database.url(surroundings);
    MigrationHistory local =
        migrations.read(project, surroundings, Optional.of(ServerFamily.of(url).mainFlavor()));
    Drift drift;
    try (OpenedDatabase opened = OpenedDatabase.at(url).of(local).with(rights)) {
      drift =
          read(opened, local, new DriftReader(migrations.directory(project), local, ignore.of()));
    }
    DriftText.remarks(drift).forEach(surroundings.err()::println);
    print(Member.nameOf(url), drift, wanted);
    if (toDatabase != null) {
      write(toDatabase, script(drift, Direction.TO_DATABASE));
    }
    if (toMigrations != null) {
      write(toMigrations, script(drift, Direction.TO_MIGRATIONS));
    }
    if (strict && !drift.isCertain()) {
      return ExitCode.REFUSED.status();
    }
    return (drift.isThere() ? ExitCode.DIFFERENT : ExitCode.CLEAN).status();
  }

  /** The drift of an open database, which must have a history. */
  static Drift read(OpenedDatabase opened, MigrationHistory local, DriftReader reader) {
    HistoryDiagnosis diagnosis = opened.diagnosis(local);
    if (!diagnosis.tablePresent()) {
      throw Failure.of(
              "no-history",
              "The database has no table "
                  + opened.ledger().table()
                  + ", so nobody can tell which migrations it has.",
              "Compare it with all of them: schemend migrate diff --from DIR --to URL.")
          .exception();
    }
    return reader.of(opened.kit(), opened.database(), diagnosis);
  }

  private void print(String name, Drift drift, Optional<Direction> wanted) {
    if (json) {
      surroundings.out().print(DriftJson.of(name, drift));
    } else if (wanted.isPresent()) {
      surroundings.out().print(script(drift, wanted.get()));
    } else {
      DriftText.lines(name, drift).forEach(surroundings.out()::println);
    }
  }

  private static String script(Drift drift, Direction direction) {
    StatePair there = drift.states();
    StatePair sides =
        switch (direction) {
          case TO_DATABASE -> there;
          case TO_MIGRATIONS -> new StatePair(there.kit(), there.to(), there.from());
        };
    PlanResult result =
        switch (direction) {
          case TO_DATABASE -> drift.toDatabase();
          case TO_MIGRATIONS -> drift.toMigrations();
        };
    return switch (result) {
      case PlanResult.Proven proven -> text(sides, proven.plan());
      case PlanResult.Refused refused ->
          throw Failure.of(
                  "unproven-plan",
                  "The script could not be proven, so it is not printed.",
                  "This is a defect of schemend; please report it with the two states.")
              .because(List.of(refused.reason().message()))
              .exiting(ExitCode.REFUSED)
              .exception();
    };
  }

  private static String text(StatePair sides, Plan plan) {
    Plan covered = plan.covering(new Plan.Coverage(sides.from().known(), sides.to().known()));
    return (covered.isEmpty() ? "" : HeaderText.of(sides, covered))
        + ScriptText.of(covered, sides.kit().frontend());
  }

  private void write(Path file, String text) {
    try {
      Files.writeString(surroundings.workingDirectory().resolve(file), text);
    } catch (IOException unwritable) {
      throw Failure.of(
              "not-writable",
              "The file " + file + " cannot be written.",
              "Check the path and the rights on its directory.")
          .exception();
    }
  }
}
