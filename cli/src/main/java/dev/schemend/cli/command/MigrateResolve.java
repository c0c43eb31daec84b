package dev.schemend.cli.command;

import dev.schemend.cli.kit.ServerFamily;
import dev.schemend.cli.process.ExitCode;
import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.state.Project;
import dev.schemend.exec.connect.DatabaseUrl;
import dev.schemend.exec.lock.LockSettings;
import dev.schemend.exec.migrate.MigrationResolver;
import dev.schemend.history.MigrationHistory;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code migrate resolve}: says which way a failed migration went. */
@Command(
    name = "resolve",
    description = "Say which way a failed migration went.",
    footer = {
      "",
      "Examples:",
      "  schemend migrate resolve --rolled-back 20230101120000_unique",
      "  schemend migrate resolve --applied 20230101120000_unique"
    })
final class MigrateResolve implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private DatabaseOptions database;
  @Mixin private MigrationsOption migrations;

  @Option(
      names = "--applied",
      paramLabel = "NAME",
      description = "Record the migration as applied; its local file gives the checksum.")
  private String applied;

  @Option(
      names = "--rolled-back",
      paramLabel = "NAME",
      description = "Record the failed migration as rolled back.")
  private String rolledBack;

  MigrateResolve(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    requireOne();
    Project project = database.project(surroundings);
    LockSettings lock = OpenedDatabase.lock(surroundings);
    if (applied != null) {
      DatabaseUrl url = database.url(surroundings);
      var local =
          migrations.read(project, surroundings, Optional.of(ServerFamily.of(url).mainFlavor()));
      try (OpenedDatabase opened = OpenedDatabase.at(url).of(local)) {
        new MigrationResolver(opened.live())
            .applied(opened.database(), opened.ledger(), local, applied, lock);
        done(opened, applied, "applied");
      }
    } else {
      // Only to know whose they are: whoever goes backward has often deleted the one in question.
      DatabaseUrl url = database.url(surroundings);
      MigrationHistory local =
          migrations.readIfThere(
              project, surroundings, Optional.of(ServerFamily.of(url).mainFlavor()));
      try (OpenedDatabase opened = OpenedDatabase.at(url).of(local)) {
        new MigrationResolver(opened.live())
            .rolledBack(opened.database(), opened.ledger(), rolledBack, lock);
        done(opened, rolledBack, "rolled back");
      }
    }
    return ExitCode.CLEAN.status();
  }

  private void requireOne() {
    if (applied == null && rolledBack == null) {
      throw Failure.usage(
              "Neither --applied nor --rolled-back is given.",
              "Give --applied \"20230101120000_name\" or --rolled-back \"20230101120000_name\".")
          .exception();
    }
    if (applied != null && rolledBack != null) {
      throw Failure.usage("--applied and --rolled-back exclude each other.", "Give one of them.")
          .exception();
    }
    if ("".equals(applied) || "".equals(rolledBack)) {
      throw Failure.usage(
              "The name of the migration is empty.",
              "Give the whole name of its directory, such as 20230101120000_name.")
          .exception();
    }
  }

  private void done(OpenedDatabase opened, String name, String how) {
    surroundings.out().println(opened.headline());
    surroundings.out().println();
    surroundings.out().println("Migration " + name + " marked as " + how + ".");
  }
}
