package dev.schemend.cli.command;

import dev.schemend.cli.develop.Squash;
import dev.schemend.cli.kit.DialectKit;
import dev.schemend.cli.process.ExitCode;
import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.render.FailureText;
import dev.schemend.cli.state.LayoutChoice;
import dev.schemend.cli.state.Project;
import dev.schemend.exec.ledger.PrismaLedger;
import dev.schemend.exec.ledger.Resolution;
import dev.schemend.exec.migrate.MigrationResolver;
import dev.schemend.history.Checksum;
import dev.schemend.history.Migration;
import dev.schemend.history.MigrationHistory;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code migrate squash}: one migration in the place of several, proven to do the same. */
@Command(
    name = "squash",
    description =
        "Put one migration in the place of several, where it is proven to lead to the same schema.",
    footer = {
      "",
      "Examples:",
      "  schemend migrate squash --name initial",
      "  schemend migrate squash --from 20240101000000_a --to 20240601000000_f --dry-run",
      "  schemend migrate squash --resolve --url-file dev.url"
    })
final class MigrateSquash implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private DatabaseOptions database;
  @Mixin private ServerOptionsOffline server;

  @Option(
      names = "--migrations",
      paramLabel = "DIR",
      description = "The migrations; without it ./prisma/migrations, else ./migrations.")
  private String directory;

  @Option(names = "--from", paramLabel = "NAME", description = "The first; else the very first.")
  private String first;

  @Option(names = "--to", paramLabel = "NAME", description = "The last; else the very last.")
  private String last;

  @Option(
      names = {"-n", "--name"},
      paramLabel = "NAME",
      description = "What the new migration is called; default squashed.")
  private String name = "squashed";

  @Option(
      names = "--data",
      paramLabel = "WHAT",
      description =
          "What becomes of statements that change rows: refuse (the default), keep or drop.")
  private Squash.Data data = Squash.Data.REFUSE;

  @Option(names = "--dry-run", description = "Print the new migration; change nothing.")
  private boolean dryRun;

  @Option(names = "--resolve", description = "Also record it in the history table of the database.")
  private boolean resolve;

  MigrateSquash(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Project project = database.project(surroundings);
    String place = directory == null ? project.migrations() : directory;
    MigrationHistory history = LayoutChoice.NONE.read(place, surroundings, Optional.empty());
    if (!history.layout().equals("prisma") || place.startsWith("git:")) {
      throw Failure.usage(
              "Only a directory of Prisma's migrations can be squashed.",
              "Name one with --migrations DIR.")
          .exception();
    }
    List<Migration> range = range(history);
    DialectKit kit = kit(history);
    Squash squash = Squash.of(history, range, name, data, kit);
    squash.data().stream()
        .flatMap(finding -> FailureText.remark(finding).stream())
        .forEach(surroundings.err()::println);
    if (dryRun) {
      surroundings.out().print(squash.migration().script());
      surroundings.out().flush();
      return ExitCode.CLEAN.status();
    }
    if (resolve) {
      recorded(place, squash);
    } else {
      write(place, squash);
      instruct(squash);
    }
    return ExitCode.CLEAN.status();
  }

  private List<Migration> range(MigrationHistory history) {
    MigrationHistory until = last == null ? history : history.until(last);
    List<Migration> before = first == null ? List.of() : history.before(first).migrations();
    List<Migration> range =
        until
            .migrations()
            .subList(Math.min(before.size(), until.migrations().size()), until.migrations().size());
    if (range.size() < 2) {
      throw Failure.usage(
              "There are not two migrations to put one in the place of.",
              "Name an earlier one with --from, or a later one with --to.")
          .exception();
    }
    return range;
  }

  private DialectKit kit(MigrationHistory history) {
    return DialectKit.of(server.choice().offline(List.of(history)));
  }

  private void write(String place, Squash squash) {
    SchemaFiles.writeNew(
        surroundings,
        place + "/" + squash.migration().name() + "/migration.sql",
        squash.migration().script());
    squash
        .replaced()
        .forEach(one -> SchemaFiles.deleteDirectory(surroundings, place + "/" + one.name()));
    surroundings
        .out()
        .println(
            squash.migration().name()
                + " stands for "
                + squash.replaced().size()
                + " migrations; with it the history leads to the same schema.");
  }

  private void instruct(Squash squash) {
    surroundings.out().println();
    surroundings.out().println("In each database that has them, record it without running it:");
    surroundings.out().println("  schemend migrate resolve --applied " + squash.migration().name());
    surroundings
        .out()
        .println("Their rows stay there; migrate dev asks for a reset as long as they do.");
  }

  /** The database first: where it is half way, no file may change. */
  private void recorded(String place, Squash squash) {
    try (OpenedDatabase opened = OpenedDatabase.at(database.url(surroundings))) {
      List<String> names = squash.replaced().stream().map(Migration::name).toList();
      MigrationHistory replaced =
          new MigrationHistory("prisma", squash.replaced(), Optional.empty());
      Set<String> applied = new HashSet<>(opened.diagnosis(replaced).applied());
      List<String> missing = names.stream().filter(one -> !applied.contains(one)).toList();
      if (!missing.isEmpty()) {
        throw Failure.of(
                "not-applied",
                "The database has not all of these migrations; nothing was changed.",
                "Apply them with schemend migrate deploy, then squash.")
            .because(missing)
            .exception();
      }
      write(place, squash);
      new MigrationResolver(opened.live())
          .squashed(
              opened.database(),
              new PrismaLedger(opened.database(), opened.live().ledger(), Clock.systemUTC()),
              names,
              new Resolution.Applied(
                  squash.migration().name(), Checksum.of(squash.migration().script())),
              OpenedDatabase.lock(surroundings));
      surroundings
          .out()
          .println("Migration " + squash.migration().name() + " marked as applied in their place.");
    }
  }
}
