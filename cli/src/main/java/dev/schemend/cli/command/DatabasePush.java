package dev.schemend.cli.command;

import dev.schemend.cli.develop.DataLoss;
import dev.schemend.cli.develop.Difference;
import dev.schemend.cli.develop.PrismaProject;
import dev.schemend.cli.kit.DialectKit;
import dev.schemend.cli.kit.ServerFamily;
import dev.schemend.cli.process.ExitCode;
import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.render.RunText;
import dev.schemend.cli.state.PlanStyle;
import dev.schemend.cli.state.Project;
import dev.schemend.cli.state.ReadState;
import dev.schemend.cli.state.Scope;
import dev.schemend.cli.state.StatePair;
import dev.schemend.exec.connect.DatabaseUrl;
import dev.schemend.exec.migrate.DatabaseReset;
import dev.schemend.exec.preflight.RowCounts;
import dev.schemend.exec.run.RunListener;
import dev.schemend.exec.run.RunOutcome;
import dev.schemend.rename.Renames;
import dev.schemend.source.SourceText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code db push}: makes a database what the schema declares, without a migration. */
@Command(
    name = "push",
    description = "Make the database what the Prisma schema declares, without a migration.",
    footer = {"", "Example:", "  schemend db push --accept-data-loss"})
final class DatabasePush implements Callable<Integer> {

  private static final Duration COUNTING = Duration.ofSeconds(60);

  private final Surroundings surroundings;

  @Mixin private DatabaseOptions database;
  @Mixin private PreflightOptions preflight;
  @Mixin private RenameOptions renaming;

  @Option(names = "--accept-data-loss", description = "Go on although data is lost.")
  private boolean acceptDataLoss;

  @Option(names = "--force-reset", description = "Drop all that the database holds first.")
  private boolean forceReset;

  @Option(
      names = "--skip-generate",
      description = "Prisma's; accepted, for nothing is generated here.")
  @SuppressWarnings("UnusedVariable") // picocli needs a place for it
  private boolean skipped;

  DatabasePush(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Project project = database.project(surroundings);
    String location = project.schema();
    DatabaseUrl url = database.url(surroundings);
    PrismaProject prisma =
        PrismaProject.read(
            project,
            location,
            project.migrationsBeside(location),
            Optional.of(ServerFamily.of(url).mainFlavor()),
            surroundings);
    try (OpenedDatabase opened = new DevelopmentDatabase(surroundings).open(url)) {
      say(opened.headline());
      say("");
      if (forceReset) {
        List<String> schemas = prisma.schemas(opened.database());
        DatabaseReset.run(opened.database(), opened.live(), schemas);
        say("The " + DevelopmentDatabase.words(opened, schemas) + " was successfully reset.");
        say("");
      }
      return push(opened, prisma);
    }
  }

  private int push(OpenedDatabase opened, PrismaProject prisma) {
    DialectKit kit = opened.kit();
    Scope scope = prisma.scope(opened.database());
    ReadState live = PrismaProject.live(opened.database(), kit, scope);
    StatePair states = new StatePair(kit, live, prisma.declared(kit, scope));
    Renames renames =
        renaming.renames(
            states, Difference.POLICY, surroundings, false, PlanStyle.PRISMA.comparesSequences());
    Difference difference = Difference.of(states, renames);
    difference.note().ifPresent(note -> surroundings.err().println("note: " + note));
    if (difference.plan().isEmpty()) {
      say("The database is already in sync with the Prisma schema.");
      return ExitCode.CLEAN.status();
    }
    requireConsent(opened, kit, difference);
    SourceText script = new SourceText("db push", difference.script());
    if (preflight.isOn()) {
      preflight.require(
          preflight.ask(opened, live.schema(), List.of(kit.frontend().parse(script)), surroundings),
          surroundings);
    }
    RunOutcome outcome =
        opened
            .live()
            .scripts()
            .run(opened.database(), kit.frontend().split(script), RunListener.NONE);
    if (!(outcome instanceof RunOutcome.Completed)) {
      throw Failure.of(
              "push-failed",
              "The database could not be brought to the schema.",
              "Correct the cause, and push again: it goes on from what is there.")
          .because(RunText.lines(outcome))
          .exception();
    }
    say("Your database is now in sync with your Prisma schema.");
    return ExitCode.CLEAN.status();
  }

  private void requireConsent(OpenedDatabase opened, DialectKit kit, Difference difference) {
    DataLoss loss;
    try (RowCounts counts =
        RowCounts.in(opened.database(), opened.live().limits(), kit.frontend()::print, COUNTING)) {
      loss = DataLoss.counted(difference, kit, counts);
    }
    if (!loss.unexecutable().isEmpty()) {
      throw Failure.of(
              "unexecutable",
              "⚠️ We found changes that cannot be executed:",
              "You may use the --force-reset flag to drop the database before push like schemend"
                  + " db push --force-reset. All data will be lost.")
          .because(loss.unexecutable().stream().map(one -> "  • " + one.message()).toList())
          .exception();
    }
    if (loss.warnings().isEmpty()) {
      return;
    }
    say("⚠️  There might be data loss when applying the changes:");
    say("");
    loss.warnings().forEach(one -> say("  • " + one));
    say("");
    if (acceptDataLoss) {
      return;
    }
    if (!surroundings.answering()) {
      throw Failure.of(
              "data-loss",
              "Data might be lost; nothing was changed.",
              "Use the --accept-data-loss flag to ignore the data loss warnings like schemend db"
                  + " push --accept-data-loss")
          .exception();
    }
    String answer = Question.ask(surroundings, "Do you want to ignore the warning(s)? [y/N] ");
    if (!answer.equals("y") && !answer.equals("yes")) {
      throw Failure.of("cancelled", "Push cancelled.", "").exiting(ExitCode.CANCELLED).exception();
    }
  }

  private void say(String line) {
    surroundings.out().println(line);
  }
}
