package dev.schemend.cli.command;

import dev.schemend.cli.kit.DialectKit;
import dev.schemend.cli.kit.ServerFamily;
import dev.schemend.cli.process.ExitCode;
import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.render.FailureText;
import dev.schemend.cli.render.LocationText;
import dev.schemend.cli.state.FailedMigrationReader;
import dev.schemend.cli.state.Project;
import dev.schemend.cli.state.ReadState;
import dev.schemend.diff.ChangePolicy;
import dev.schemend.exec.connect.DatabaseUrl;
import dev.schemend.exec.migrate.MigrationResolver;
import dev.schemend.history.MigrationHistory;
import dev.schemend.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code migrate baseline}: a database with a past gets its history, once the two agree. */
@Command(
    name = "baseline",
    description = "Record migrations as applied on a database that has their schema already.",
    footer = {
      "",
      "The schema that they lead to is compared with the database's; where the two differ, nothing",
      "is recorded and the differences are shown (exit 3), unless --force is given.",
      "",
      "Example:",
      "  schemend migrate baseline 20230101000000_init --url-file prod.url"
    })
final class MigrateBaseline implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private DatabaseOptions database;
  @Mixin private MigrationsOption migrations;

  @Parameters(paramLabel = "NAME", description = "The last migration that the database has.")
  private String last;

  @Option(names = "--force", description = "Record them even where the schemas differ.")
  private boolean force;

  @Option(names = "--dry-run", description = "Compare; record nothing.")
  private boolean dryRun;

  MigrateBaseline(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Project project = database.project(surroundings);
    DatabaseUrl url = database.url(surroundings);
    MigrationHistory local =
        migrations.read(project, surroundings, Optional.of(ServerFamily.of(url).mainFlavor()));
    MigrationHistory had = local.until(last);
    try (OpenedDatabase opened = OpenedDatabase.at(url).of(local)) {
      say(opened.headline());
      say("");
      compare(opened, had, migrations.directory(project));
      if (dryRun) {
        say("Nothing was recorded.");
        return ExitCode.CLEAN.status();
      }
      List<String> recorded = new ArrayList<>();
      new MigrationResolver(opened.live())
          .baseline(
              opened.database(),
              opened.ledger(),
              local,
              had.names(),
              OpenedDatabase.lock(surroundings),
              recorded::add);
      recorded.forEach(name -> say("Migration " + name + " marked as applied."));
      if (recorded.isEmpty()) {
        say("All of them were recorded already.");
      }
      return ExitCode.CLEAN.status();
    }
  }

  /** What follows from the migrations must be what is there. */
  private void compare(OpenedDatabase opened, MigrationHistory had, String place) {
    DialectKit kit = opened.kit();
    FailedMigrationReader reader = new FailedMigrationReader(kit, opened.database());
    ReadState folded = reader.folded(had, place);
    ReadState live = reader.live();
    List<String> doubts = new ArrayList<>();
    folded.findings().forEach(finding -> doubts.addAll(FailureText.remark(finding)));
    live.findings().forEach(finding -> doubts.addAll(FailureText.remark(finding)));
    ChangePolicy.Selection differing =
        FailedMigrationReader.POLICY.select(
            kit.differ().diff(folded.schema(), live.schema()),
            folded.schema(),
            kit.rules().movesColumns());
    differing.left().stream()
        .map(Plan.Left::change)
        .map(LocationText::changes)
        .forEach(doubts::addAll);
    doubts.forEach(doubt -> surroundings.err().println("warning: " + doubt));
    List<String> differences =
        differing.actionable().stream()
            .flatMap(change -> LocationText.changes(change).stream())
            .toList();
    if (differences.isEmpty()) {
      say("The database has the schema that " + last + " leads to.");
      return;
    }
    if (!force) {
      throw Failure.of(
              "schemas-differ",
              "The database is not as " + last + " would leave it; nothing was recorded.",
              "Name the migration that it is at, mend the difference, or give --force. In full:"
                  + " schemend migrate diff --from migrations --until NAME --to URL.")
          .because(differences)
          .exiting(ExitCode.REFUSED)
          .exception();
    }
    differences.forEach(line -> surroundings.err().println("differs: " + line));
  }

  private void say(String line) {
    surroundings.out().println(line);
  }
}
