package dev.schemend.cli.state;

import dev.schemend.apply.Coverage;
import dev.schemend.cli.kit.DialectKit;
import dev.schemend.cli.kit.ServerFamily;
import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.FailureException;
import dev.schemend.cli.process.Finding;
import dev.schemend.dialect.Flavor;
import dev.schemend.exec.connect.ConnectionPools;
import dev.schemend.exec.connect.Database;
import dev.schemend.exec.connect.DatabaseUrl;
import dev.schemend.exec.introspect.ServerProfiles;
import dev.schemend.exec.migrate.LiveDialect;
import dev.schemend.exec.run.Grouping;
import dev.schemend.exec.run.RunListener;
import dev.schemend.exec.run.RunOutcome;
import dev.schemend.exec.scratch.ScratchDatabase;
import dev.schemend.history.Migration;
import dev.schemend.history.MigrationHistory;
import dev.schemend.source.Diagnostic;
import dev.schemend.source.StatementText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Lets a server settle what a fold left open: an empty database in which the history is run, and
 * whose catalogs are then the state. What the history made is taken away again.
 */
final class ShadowReading {

  private final DatabaseUrl url;
  private final SessionInit init;
  private final boolean rights;

  /**
   * Readings in the database at {@code url}, which is connected to when one is needed.
   *
   * @param init what every session begins with
   * @param rights whether owners and privileges are read, too
   */
  ShadowReading(DatabaseUrl url, SessionInit init, boolean rights) {
    this.rights = rights;
    this.url = url;
    this.init = init;
  }

  /**
   * Makes sure that it is none of the databases that are compared.
   *
   * @throws FailureException where it is
   */
  void requireApartFrom(List<DatabaseUrl> compared) {
    if (compared.stream().anyMatch(this::isSameDatabase)) {
      throw Failure.usage(
              "The shadow database is one of those that are compared.",
              "Make an empty database of its own for it: the migrations are run there.")
          .exception();
    }
  }

  private boolean isSameDatabase(DatabaseUrl other) {
    return url.family() == other.family()
        && url.endpoint().equals(other.endpoint())
        && url.database().equals(other.database());
  }

  /**
   * The state of a history by the shadow database.
   *
   * @param folded the state as far as it could be read offline
   * @throws FailureException where the server does not run the history
   * @throws dev.schemend.exec.error.ExecException where the database cannot serve
   */
  ReadState settle(ReadState folded, MigrationHistory history, Flavor flavor, Scope scope) {
    if (!ServerFamily.of(url).equals(ServerFamily.of(flavor))) {
      throw Failure.usage(
              "The shadow database is of another dialect than the migrations.",
              "Use an empty database of a server like the one that they are for.")
          .exception();
    }
    LiveDialect live = ServerFamily.of(url).live();
    try (Database database = ConnectionPools.open(url, live.connector())) {
      DialectKit kit =
          DialectKit.of(rights ? AskedRights.live(database) : ServerProfiles.of(database));
      SortedSet<String> others = others(kit, folded, history);
      ScratchDatabase scratch =
          ScratchDatabase.claim(database, live.scratch(), live.scripts(), others, false);
      try {
        history.migrations().forEach(migration -> run(kit, scratch, migration));
        Scope read = scope(scope, others);
        return settled(folded, new LiveReading(kit).run(folded.spec(), database, read), kit);
      } finally {
        scratch.clean(others, name -> mentions(history, name));
      }
    }
  }

  /** All of a history on MySQL is what it made in any database. */
  private Scope scope(Scope asked, SortedSet<String> others) {
    return switch (ServerFamily.of(url).mainFlavor()) {
      case POSTGRESQL -> asked;
      case MYSQL, MARIADB ->
          asked instanceof Scope.All
              ? new Scope.Databases(
                  others.stream().filter(name -> !name.equals(url.database())).toList())
              : asked;
    };
  }

  private SortedSet<String> others(DialectKit kit, ReadState folded, MigrationHistory history) {
    OtherDatabases others = new OtherDatabases();
    history.migrations().stream()
        .map(migration -> init.frontend(kit).parse(migration.script()))
        .forEach(others::in);
    others.in(folded.schema());
    return others.names();
  }

  private static boolean mentions(MigrationHistory history, String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return history.migrations().stream()
        .anyMatch(migration -> migration.script().text().toLowerCase(Locale.ROOT).contains(wanted));
  }

  private void run(DialectKit kit, ScratchDatabase scratch, Migration migration) {
    List<StatementText> script = new ArrayList<>(init.statements(kit));
    script.addAll(init.frontend(kit).split(migration.script()));
    RunOutcome outcome = scratch.run(script, Grouping.SCRIPT, RunListener.NONE);
    if (outcome.serverError().isPresent()) {
      throw new ShadowFailure(migration, outcome).failure().exception();
    }
  }

  private ReadState settled(ReadState folded, ReadState live, DialectKit kit) {
    Coverage read = folded.coverage();
    int settled = read.unknown().size();
    List<Finding> findings = new ArrayList<>();
    findings.add(
        Finding.of(
            new Diagnostic(
                "shadow",
                Diagnostic.Severity.NOTE,
                Optional.empty(),
                folded.spec().label()
                    + ": "
                    + settled
                    + (settled == 1 ? " statement" : " statements")
                    + " could not be decided offline; the shadow database ("
                    + kit.profile().flavor().productName()
                    + " "
                    + kit.profile().version()
                    + ") ran the migrations, and this state is what it held then",
                "")));
    findings.addAll(live.findings());
    return new ReadState(
            folded.spec(),
            live.schema(),
            new Coverage(read.applied() + settled, read.inert(), read.opaque(), List.of()),
            findings,
            new TreeSet<>())
        .madeBy(folded.provenance())
        .telling(folded.renamed());
  }
}
