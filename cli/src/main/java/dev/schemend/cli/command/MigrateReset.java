package dev.schemend.cli.command;

import dev.schemend.cli.develop.PrismaProject;
import dev.schemend.cli.process.ExitCode;
import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.render.AppliedText;
import dev.schemend.cli.state.Project;
import dev.schemend.exec.connect.DatabaseUrl;
import dev.schemend.exec.migrate.DatabaseReset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code migrate reset}: empties a development database and applies all migrations. */
@Command(
    name = "reset",
    description =
        "Drop all that the database holds, and apply all migrations. For development: every row is"
            + " lost.",
    footer = {"", "Example:", "  schemend migrate reset --force"})
final class MigrateReset implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private DatabaseOptions database;
  @Mixin private DevelopmentOptions options;

  @Option(
      names = {"-f", "--force"},
      description = "Do not ask.")
  private boolean force;

  MigrateReset(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Project project = database.project(surroundings);
    DatabaseUrl url = database.url(surroundings);
    PrismaProject prisma = options.read(project, url, surroundings);
    DevelopmentDatabase development = new DevelopmentDatabase(surroundings);
    try (OpenedDatabase opened = development.open(url).of(prisma.history())) {
      say(opened.headline());
      say("");
      List<String> schemas = prisma.schemas(opened.database());
      if (!force) {
        requireConsent(opened, schemas);
      }
      DatabaseReset.run(opened.database(), opened.live(), schemas);
      List<String> applied = development.apply(opened, prisma.history());
      say("Database reset successful");
      say("");
      if (!applied.isEmpty()) {
        AppliedText.lines("The following migration(s) have been applied:", applied)
            .forEach(this::say);
      }
      return ExitCode.CLEAN.status();
    }
  }

  /** On a server that is not this machine, a plain yes is not enough. */
  private void requireConsent(OpenedDatabase opened, List<String> schemas) {
    if (!surroundings.answering()) {
      throw Failure.of(
              "non-interactive",
              "Prisma Migrate has detected that the environment is non-interactive. It is"
                  + " recommended to run this command in an interactive environment.",
              "Use --force to run this command without user interaction. It drops the "
                  + DevelopmentDatabase.words(opened, schemas)
                  + ".")
          .exception();
    }
    String name = opened.database().url().database();
    boolean local = DevelopmentDatabase.isLocal(opened.database().url());
    say("This drops the " + DevelopmentDatabase.words(opened, schemas) + ".");
    String answer =
        Question.ask(
            surroundings,
            local
                ? "Are you sure you want to reset your database? All data will be lost. [y/N] "
                : "Are you sure you want to reset your database? All data will be lost. It is not"
                    + " on this machine; type its name: ");
    boolean wanted =
        local
            ? answer.equals("y") || answer.equals("yes")
            : answer.equals(name.toLowerCase(Locale.ROOT));
    if (!wanted) {
      throw Failure.of("cancelled", "Reset cancelled.", "").exiting(ExitCode.CANCELLED).exception();
    }
  }

  private void say(String line) {
    surroundings.out().println(line);
  }
}
