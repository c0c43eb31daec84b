package dev.schemend.cli.command;

import dev.schemend.cli.develop.DataLoss;
import dev.schemend.cli.develop.Difference;
import dev.schemend.cli.develop.NewMigration;
import dev.schemend.cli.develop.PrismaProject;
import dev.schemend.cli.develop.ResetReasons;
import dev.schemend.cli.kit.DialectKit;
import dev.schemend.cli.process.ExitCode;
import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.Finding;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.render.AppliedText;
import dev.schemend.cli.render.FailureText;
import dev.schemend.cli.state.AppliedHistory;
import dev.schemend.cli.state.PlanStyle;
import dev.schemend.cli.state.Project;
import dev.schemend.cli.state.ReadState;
import dev.schemend.cli.state.Scope;
import dev.schemend.cli.state.StatePair;
import dev.schemend.exec.connect.DatabaseUrl;
import dev.schemend.exec.ledger.HistoryDiagnosis;
import dev.schemend.exec.preflight.RowCounts;
import dev.schemend.history.MigrationHistory;
import dev.schemend.source.Diagnostic;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code migrate dev}: writes the migration that leads to the schema, and applies it. */
@Command(
    name = "dev",
    description =
        "Write a migration from changes of the Prisma schema, and apply it; no shadow database is"
            + " needed.",
    footer = {"", "Example:", "  schemend migrate dev --name add_users"})
final class MigrateDev implements Callable<Integer> {

  private static final Duration COUNTING = Duration.ofSeconds(60);

  private final Surroundings surroundings;

  @Mixin private DatabaseOptions database;
  @Mixin private DevelopmentOptions options;
  @Mixin private RenameOptions renaming;

  @Option(
      names = {"-n", "--name"},
      paramLabel = "NAME",
      description = "What the migration is called, behind its time stamp.")
  private String name;

  @Option(
      names = "--create-only",
      description = "Write the migration and do not apply it; also where nothing changed.")
  private boolean createOnly;

  MigrateDev(Surroundings surroundings) {
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
      requireNoReset(opened, prisma);
      List<String> pending = applyPending(development, opened, prisma.history());
      return create(development, opened, prisma, pending);
    }
  }

  /** Prisma's diagnosis, from the files and the database alone. */
  private void requireNoReset(OpenedDatabase opened, PrismaProject prisma) {
    DialectKit kit = opened.kit();
    Scope scope = prisma.scope(opened.database());
    HistoryDiagnosis diagnosis = opened.diagnosis(prisma.history());
    ReadState expected =
        prisma.folded(AppliedHistory.of(prisma.history(), diagnosis).migrations(), kit, scope);
    requireReadable(expected);
    requireReadable(prisma.folded(prisma.history().migrations(), kit, scope));
    ReadState live = PrismaProject.live(opened.database(), kit, scope);
    List<String> reasons =
        ResetReasons.of(diagnosis, prisma.own(expected, kit), prisma.own(live, kit), kit);
    if (reasons.isEmpty()) {
      return;
    }
    ResetReasons.text(reasons).lines().forEach(this::say);
    say("");
    say("We need to reset the " + reset(opened, prisma));
    say("");
    throw Failure.of(
            "reset",
            "The database must be reset before it can be brought on; nothing was changed.",
            "You may use schemend migrate reset to drop the development database: all data will"
                + " be lost. Without losing it: schemend repair for a failed migration, schemend"
                + " migrate diff --from-url … --to "
                + prisma.directory()
                + " --script for drift.")
        .exiting(ExitCode.CANCELLED)
        .exception();
  }

  private static String reset(OpenedDatabase opened, PrismaProject prisma) {
    return DevelopmentDatabase.words(opened, prisma.schemas(opened.database()));
  }

  /** What a server would refuse of the migrations, Prisma finds in its shadow database. */
  private void requireReadable(ReadState state) {
    List<Finding> errors =
        state.findings().stream()
            .filter(one -> one.diagnostic().severity() == Diagnostic.Severity.ERROR)
            .toList();
    if (!errors.isEmpty()) {
      throw new Failure(
              "P3006",
              "A migration would not apply cleanly to an empty database.",
              List.of(),
              errors,
              "Correct the migration, or take it out of its directory.",
              ExitCode.FAILURE)
          .exception();
    }
  }

  private List<String> applyPending(
      DevelopmentDatabase development, OpenedDatabase opened, MigrationHistory history) {
    boolean pending = !opened.diagnosis(history).pending().isEmpty();
    if (!pending) {
      return List.of();
    }
    List<String> applied = development.apply(opened, history);
    say("The following migration(s) have been applied:", applied);
    return applied;
  }

  private int create(
      DevelopmentDatabase development,
      OpenedDatabase opened,
      PrismaProject prisma,
      List<String> pending) {
    DialectKit kit = opened.kit();
    Scope scope = prisma.scope(opened.database());
    ReadState folded = prisma.folded(prisma.history().migrations(), kit, scope);
    folded.findings().stream()
        .flatMap(finding -> FailureText.remark(finding).stream())
        .forEach(surroundings.err()::println);
    // Where not all could be read, the database knows: it has just been found in step.
    ReadState from =
        folded.coverage().isComplete() ? folded : PrismaProject.live(opened.database(), kit, scope);
    Difference difference = difference(new StatePair(kit, from, prisma.declared(kit, scope)));
    difference.note().ifPresent(note -> surroundings.err().println("note: " + note));
    if (difference.plan().isEmpty() && !createOnly) {
      say(
          pending.isEmpty()
              ? "Already in sync, no schema change or pending migration was found."
              : "Your database is now in sync with your schema.");
      return ExitCode.CLEAN.status();
    }
    requireConsent(opened, kit, difference);
    NewMigration migration =
        NewMigration.named(
            words(),
            DataLoss.possible(difference, kit).header() + difference.script(),
            Clock.systemUTC());
    write(prisma, migration);
    if (createOnly) {
      say("Prisma Migrate created the following migration without applying it " + migration.name());
      say("");
      say("You can now edit it and apply it by running schemend migrate dev.");
      return ExitCode.CLEAN.status();
    }
    PrismaProject with =
        PrismaProject.read(
            database.project(surroundings),
            prisma.location(),
            prisma.directory(),
            Optional.of(kit.profile().flavor()),
            surroundings);
    List<String> applied = development.apply(opened, with.history());
    say(
        "The following migration(s) have been created and applied from new schema changes:",
        applied);
    say("Your database is now in sync with your schema.");
    return ExitCode.CLEAN.status();
  }

  private Difference difference(StatePair states) {
    return Difference.of(
        states,
        renaming.renames(
            states, Difference.POLICY, surroundings, false, PlanStyle.PRISMA.comparesSequences()));
  }

  private void requireConsent(OpenedDatabase opened, DialectKit kit, Difference difference) {
    DataLoss loss;
    try (RowCounts counts =
        RowCounts.in(opened.database(), opened.live().limits(), kit.frontend()::print, COUNTING)) {
      loss = DataLoss.counted(difference, kit, counts);
    }
    if (!loss.unexecutable().isEmpty()) {
      List<String> steps =
          loss.unexecutable().stream()
              .map(one -> "  • Step " + one.step() + " " + one.message())
              .toList();
      if (!createOnly) {
        throw Failure.of(
                "unexecutable",
                "⚠️ We found changes that cannot be executed:",
                "You can use schemend migrate dev --create-only to create the migration file, and"
                    + " manually modify it to address the underlying issue(s). Then run schemend"
                    + " migrate dev to apply it and verify it works.")
            .because(steps)
            .exception();
      }
      surroundings.err().println("⚠️ We found changes that cannot be executed:");
      steps.forEach(surroundings.err()::println);
    }
    if (loss.warnings().isEmpty()) {
      return;
    }
    say("⚠️  Warnings for the current datasource:");
    say("");
    loss.warnings().forEach(one -> say("  • " + one));
    say("");
    if (!surroundings.answering()) {
      throw Failure.of(
              "non-interactive",
              "Prisma Migrate has detected that the environment is non-interactive, which is not"
                  + " supported.",
              "migrate dev asks before data is lost: run it on a terminal, or write the migration"
                  + " with migrate diff --script and apply it with migrate deploy.")
          .exception();
    }
    String answer =
        Question.ask(
            surroundings,
            createOnly
                ? "Are you sure you want to create this migration? [y/N] "
                : "Are you sure you want to create and apply this migration? [y/N] ");
    if (!answer.equals("y") && !answer.equals("yes")) {
      throw Failure.of("cancelled", "Migration cancelled.", "")
          .exiting(ExitCode.CANCELLED)
          .exception();
    }
  }

  private String words() {
    if (name != null) {
      return name;
    }
    return surroundings.answering()
        ? Question.ask(surroundings, "Enter a name for the new migration: ")
        : "";
  }

  private void write(PrismaProject prisma, NewMigration migration) {
    Path directory = Path.of(prisma.directory());
    SchemaFiles.writeNew(
        surroundings,
        directory.resolve(migration.name()).resolve("migration.sql").toString(),
        migration.script());
    if (prisma.history().provider().isEmpty()) {
      SchemaFiles.write(
          surroundings,
          directory.resolve("migration_lock.toml").toString(),
          NewMigration.lockFile(prisma.provider()));
    }
  }

  private void say(String heading, List<String> migrations) {
    AppliedText.lines(heading, migrations).forEach(this::say);
  }

  private void say(String line) {
    surroundings.out().println(line);
  }
}
