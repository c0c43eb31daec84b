package dev.schemend.cli.command;

import dev.schemend.cli.kit.ServerFamily;
import dev.schemend.cli.process.ExitCode;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.render.LocationText;
import dev.schemend.cli.render.StatusText;
import dev.schemend.cli.state.FailedMigrationReader;
import dev.schemend.cli.state.Project;
import dev.schemend.exec.connect.DatabaseUrl;
import dev.schemend.exec.ledger.HistoryDiagnosis;
import dev.schemend.exec.ledger.LedgerRow;
import dev.schemend.history.MigrationHistory;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code migrate status}: where a database stands beside its migrations. Changes nothing. */
@Command(
    name = "status",
    description = "Show where the database stands beside the migrations.",
    footer = {"", "Example:", "  schemend migrate status --url env:PRODUCTION_URL"})
final class MigrateStatus implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private DatabaseOptions database;
  @Mixin private MigrationsOption migrations;

  MigrateStatus(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Project project = database.project(surroundings);
    DatabaseUrl url = database.url(surroundings);
    MigrationHistory local =
        migrations.read(project, surroundings, Optional.of(ServerFamily.of(url).mainFlavor()));
    try (OpenedDatabase opened = OpenedDatabase.at(url).of(local)) {
      surroundings.out().println(opened.headline());
      surroundings.out().println();
      surroundings.out().println(migrations.found(project, local));
      surroundings.out().println();
      HistoryDiagnosis diagnosis = opened.diagnosis(local);
      StatusText status = StatusText.of(diagnosis, local);
      status.out().forEach(surroundings.out()::println);
      status.err().forEach(surroundings.err()::println);
      places(opened, local, diagnosis);
      new Unrecorded(opened, surroundings).tell(local, diagnosis);
      return (status.inOrder() ? ExitCode.CLEAN : ExitCode.FAILURE).status();
    }
  }

  /** How far each failed migration came. */
  private void places(OpenedDatabase opened, MigrationHistory local, HistoryDiagnosis diagnosis) {
    for (LedgerRow row : diagnosis.failed()) {
      surroundings.err().println();
      new FailedMigrationReader(opened.kit(), opened.database())
          .read(local, diagnosis, row)
          .map(LocationText::lines)
          .orElseGet(
              () ->
                  List.of(
                      row.migration()
                          + " is not among the local migrations, so nobody can tell how far it"
                          + " came; name the directory that has it with --migrations DIR"))
          .forEach(surroundings.err()::println);
      local
          .find(row.migration())
          .map(migration -> opened.kit().frontend().parse(migration.script()))
          .map(new StillRunning(opened)::lines)
          .orElseGet(List::of)
          .forEach(surroundings.err()::println);
    }
  }
}
