package dev.schemend.cli.command;

import dev.schemend.cli.kit.ServerFamily;
import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.render.RunText;
import dev.schemend.exec.connect.ConnectError;
import dev.schemend.exec.connect.ConnectErrorKind;
import dev.schemend.exec.connect.ConnectionPools;
import dev.schemend.exec.connect.DatabaseUrl;
import dev.schemend.exec.connect.Endpoint;
import dev.schemend.exec.error.ExecException;
import dev.schemend.exec.migrate.ApplyError;
import dev.schemend.exec.migrate.DeployListener;
import dev.schemend.exec.migrate.DeployOutcome;
import dev.schemend.exec.migrate.MigrationRunner;
import dev.schemend.history.Migration;
import dev.schemend.history.MigrationHistory;
import java.util.List;

/** What the commands for development do with a database: open it, make it, apply to it. */
final class DevelopmentDatabase {

  private final Surroundings surroundings;

  DevelopmentDatabase(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** The database; made where the server has none of that name, as Prisma does. */
  OpenedDatabase open(DatabaseUrl url) {
    try {
      return OpenedDatabase.at(url);
    } catch (ExecException failure) {
      if (failure.error() instanceof ConnectError error
          && error.kind() == ConnectErrorKind.DATABASE_MISSING) {
        ConnectionPools.createDatabase(url, ServerFamily.of(url).live().connector());
        OpenedDatabase opened = OpenedDatabase.at(url);
        surroundings
            .out()
            .println(
                opened.database().identity().flavor().productName()
                    + " database "
                    + url.database()
                    + " created at "
                    + url.endpoint());
        surroundings.out().println();
        return opened;
      }
      throw failure;
    }
  }

  /**
   * Applies what is pending.
   *
   * @return the names of what was applied
   * @throws dev.schemend.cli.process.FailureException where a migration failed (P3018)
   */
  List<String> apply(OpenedDatabase opened, MigrationHistory history) {
    DeployOutcome outcome =
        new MigrationRunner(opened.live(), opened.kit().frontend()::split)
            .deploy(
                opened.database(),
                opened.ledger(),
                history,
                OpenedDatabase.lock(surroundings),
                new DeployListener() {
                  @Override
                  public void beginning(Migration migration) {
                    surroundings.out().println("Applying migration `" + migration.name() + "`");
                    surroundings.out().println();
                  }
                });
    outcome
        .error()
        .ifPresent(
            error -> {
              throw failure(error).exception();
            });
    return outcome.applied();
  }

  private static Failure failure(ApplyError error) {
    return Failure.of(error.code(), error.message(), error.hint())
        .because(RunText.lines(error.outcome()));
  }

  /** {@code PostgreSQL database "shop" schema "public" at "localhost:5432"}. */
  static String words(OpenedDatabase opened, List<String> schemas) {
    return opened.database().identity().flavor().productName()
        + " database \""
        + opened.database().url().database()
        + "\""
        + (schemas.isEmpty()
            ? ""
            : (schemas.size() == 1 ? " schema \"" : " schemas \"")
                + String.join(", ", schemas)
                + "\"")
        + " at \""
        + opened.database().url().endpoint()
        + "\"";
  }

  /** Whether the server is this machine: a database elsewhere may be somebody else's. */
  static boolean isLocal(DatabaseUrl url) {
    return switch (url.endpoint()) {
      case Endpoint.UnixSocket socket -> true;
      case Endpoint.Tcp tcp ->
          tcp.host().equalsIgnoreCase("localhost")
              || tcp.host().startsWith("127.")
              || tcp.host().equals("::1");
    };
  }
}
