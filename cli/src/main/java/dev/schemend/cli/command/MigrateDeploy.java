package dev.schemend.cli.command;

import dev.schemend.cli.kit.ServerFamily;
import dev.schemend.cli.process.ExitCode;
import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.render.RunText;
import dev.schemend.cli.state.FailedMigrationReader;
import dev.schemend.cli.state.Project;
import dev.schemend.exec.connect.ConnectError;
import dev.schemend.exec.connect.ConnectErrorKind;
import dev.schemend.exec.connect.ConnectionPools;
import dev.schemend.exec.connect.DatabaseUrl;
import dev.schemend.exec.error.ExecException;
import dev.schemend.exec.ledger.HistoryDiagnosis;
import dev.schemend.exec.ledger.LedgerError;
import dev.schemend.exec.migrate.ApplyError;
import dev.schemend.exec.migrate.DeployListener;
import dev.schemend.exec.migrate.DeployOutcome;
import dev.schemend.exec.migrate.MigrationRunner;
import dev.schemend.history.Migration;
import dev.schemend.history.MigrationHistory;
import dev.schemend.script.ParsedScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code migrate deploy}: applies pending migrations, in Prisma's order of checks. */
@Command(
    name = "deploy",
    description = "Apply pending migrations.",
    footer = {"", "Example:", "  schemend migrate deploy --url-file prod.url"})
final class MigrateDeploy implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private DatabaseOptions database;
  @Mixin private MigrationsOption migrations;
  @Mixin private PreflightOptions preflight;
  @Mixin private ConductOptions conduct;

  /** What becomes of the statements that a failed migration has done already. */
  private enum OnFailure {
    /** They stay, and schemend repair leads on from there. */
    STOP,
    /** They are undone, where nothing is lost by it. */
    REVERT
  }

  @Option(
      names = "--on-failure",
      paramLabel = "WHAT",
      description =
          "stop: leave a failed migration where it stopped (the default); revert: undo what it did,"
              + " where nothing is lost by it.")
  private OnFailure onFailure = OnFailure.STOP;

  @Option(
      names = "--resume",
      description =
          "Run the rest of a migration that failed or was broken off, where it is known for sure"
              + " which of its statements are applied; then go on.")
  private boolean resume;

  @Option(
      names = "--dry-run",
      description =
          "Print which statements would run, and which of them in one transaction; ask the rows,"
              + " and change nothing.")
  private boolean dryRun;

  MigrateDeploy(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Project project = database.project(surroundings);
    DatabaseUrl url = database.url(surroundings);
    MigrationHistory local =
        migrations.read(project, surroundings, Optional.of(ServerFamily.of(url).mainFlavor()));
    try (ConductOptions.Running running = conduct.begin(surroundings);
        OpenedDatabase opened = open(url).of(local).with(running.conduct())) {
      say(opened.headline());
      say("");
      say(migrations.found(project, local));
      say("");
      if (dryRun) {
        return dryRun(opened, local).status();
      }
      if (resume) {
        new Resumption(opened, surroundings, preflight).run(local);
      }
      MigrationRunner runner = new MigrationRunner(opened.live(), opened.kit().frontend()::split);
      DeployOutcome outcome =
          runner.deploy(
              opened.database(),
              opened.ledger(),
              local,
              OpenedDatabase.lock(surroundings),
              new Announcement(opened, local));
      outcome
          .error()
          .ifPresent(
              error -> {
                throw failed(opened, local, error).exception();
              });
      outcome
          .stoppedBefore()
          .ifPresent(
              next -> {
                throw stopped(outcome.applied(), next).exception();
              });
      applied(outcome.applied());
      return ExitCode.CLEAN.status();
    }
  }

  private ExitCode dryRun(OpenedDatabase opened, MigrationHistory local) {
    HistoryDiagnosis diagnosis = opened.diagnosis(local);
    if (!diagnosis.failed().isEmpty()) {
      throw new ExecException(new LedgerError.FailedMigrations(diagnosis.failed()));
    }
    new Forecast(opened, surroundings).print(diagnosis.pending());
    new Announcement(opened, local).pending(diagnosis.pending());
    say(diagnosis.pending().isEmpty() ? "No pending migrations to apply." : "Nothing was changed.");
    return ExitCode.CLEAN;
  }

  /** Prisma creates the database that it finds missing. */
  private OpenedDatabase open(DatabaseUrl url) {
    try {
      return OpenedDatabase.at(url);
    } catch (ExecException failure) {
      if (failure.error() instanceof ConnectError error
          && error.kind() == ConnectErrorKind.DATABASE_MISSING
          && !dryRun) {
        ConnectionPools.createDatabase(url, ServerFamily.of(url).live().connector());
        OpenedDatabase opened = OpenedDatabase.at(url);
        say(
            opened.database().identity().flavor().productName()
                + " database "
                + url.database()
                + " created at "
                + url.endpoint());
        say("");
        return opened;
      }
      throw failure;
    }
  }

  private void applied(List<String> names) {
    if (names.isEmpty()) {
      say("No pending migrations to apply.");
      return;
    }
    say("The following migration(s) have been applied:");
    say("");
    say("migrations/");
    for (String name : names) {
      say("  └─ " + name + "/");
      say("    └─ migration.sql");
    }
    say("");
    say("All migrations have been successfully applied.");
  }

  private static Failure stopped(List<String> applied, String next) {
    return Failure.of(
            ApplyError.STOPPED,
            "Stopped, as it was asked to, before the migration " + next + ".",
            "The next deployment begins with it.")
        .because(applied.stream().map(name -> "applied: " + name).toList());
  }

  private Failure failed(OpenedDatabase opened, MigrationHistory local, ApplyError error) {
    if (onFailure == OnFailure.STOP || error.isStopped()) {
      return failure(error);
    }
    Optional<String> kept =
        new Compensation(opened, surroundings, preflight).undo(error.migration(), local);
    Failure failure = failure(error);
    List<String> because = new ArrayList<>(failure.because());
    because.add(
        kept.map(reason -> "not reverted: " + reason)
            .orElse("reverted: the database is as it was before, and the history says so"));
    return Failure.of(
            failure.code(),
            failure.title(),
            kept.isPresent() ? failure.remedy() : "Correct the cause, and deploy again.")
        .because(because);
  }

  /** A failed deployment, with the account of its statements. */
  static Failure failure(ApplyError error) {
    List<String> because = new ArrayList<>(RunText.lines(error.outcome()));
    error
        .unrecorded()
        .ifPresent(
            unrecorded ->
                because.add(
                    "the error is not recorded in the history table: " + unrecorded.message()));
    return Failure.of(error.code(), error.message(), error.hint()).because(because);
  }

  private void say(String line) {
    surroundings.out().println(line);
  }

  private final class Announcement implements DeployListener {

    private final OpenedDatabase opened;
    private final MigrationHistory local;

    Announcement(OpenedDatabase opened, MigrationHistory local) {
      this.opened = opened;
      this.local = local;
    }

    @Override
    public void pending(List<Migration> migrations) {
      List<ParsedScript> scripts =
          migrations.stream()
              .map(migration -> opened.kit().frontend().parse(migration.script()))
              .toList();
      scripts.forEach(new StillRunning(opened)::require);
      new Unrecorded(opened, surroundings).require(local, opened.diagnosis(local));
      new Forecast(opened, surroundings).warn(migrations);
      if (!migrations.isEmpty() && preflight.isOn()) {
        preflight.require(
            preflight.ask(
                opened,
                new FailedMigrationReader(opened.kit(), opened.database()).live().schema(),
                scripts,
                surroundings),
            surroundings);
      }
    }

    @Override
    public void beginning(Migration migration) {
      say("Applying migration `" + migration.name() + "`");
      say("");
    }
  }
}
