package dev.schemend.cli.state;

import dev.schemend.apply.FoldState;
import dev.schemend.apply.SchemaFold;
import dev.schemend.cli.kit.DialectKit;
import dev.schemend.cli.process.Finding;
import dev.schemend.dialect.Flavor;
import dev.schemend.diff.ChangePolicy;
import dev.schemend.exec.connect.Database;
import dev.schemend.exec.ledger.HistoryDiagnosis;
import dev.schemend.exec.ledger.LedgerRow;
import dev.schemend.history.Migration;
import dev.schemend.history.MigrationHistory;
import dev.schemend.locate.Located;
import dev.schemend.locate.Locator;
import dev.schemend.script.ParsedScript;
import dev.schemend.source.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Finds out where a database stands in a migration that failed. Reads, and changes nothing. */
public final class FailedMigrationReader {

  /** History tables are compared on no side. */
  public static final ChangePolicy POLICY =
      new ChangePolicy(new TreeSet<>(HistoryTables.NAMES), false);

  private final DialectKit kit;
  private final Database database;
  private final Scope scope;

  /** A reader of one database. */
  public FailedMigrationReader(DialectKit kit, Database database) {
    this.kit = kit;
    this.database = database;
    this.scope =
        new ScopeChoice(List.of(), List.of()).on(kit.profile().flavor(), List.of(database.url()));
  }

  /** What the database holds. */
  public ReadState live() {
    return new LiveReading(kit).run(new StateSpec.LiveDatabase(database.url()), database, scope);
  }

  /**
   * The migration of a failed row; empty where it is not among the local ones.
   *
   * @param local the migrations
   * @param diagnosis what the history says of them
   */
  public Optional<FailedMigration> read(
      MigrationHistory local, HistoryDiagnosis diagnosis, LedgerRow row) {
    return local
        .find(row.migration())
        .map(migration -> locate(migration, before(local, diagnosis, migration), row));
  }

  private static List<Migration> before(
      MigrationHistory local, HistoryDiagnosis diagnosis, Migration failed) {
    return AppliedHistory.of(local, diagnosis).migrations().stream()
        .filter(migration -> !migration.name().equals(failed.name()))
        .toList();
  }

  private FailedMigration locate(Migration migration, List<Migration> before, LedgerRow row) {
    List<Finding> findings = new ArrayList<>();
    FoldState state = fold(before, findings);
    ReadState live = live();
    findings.addAll(live.findings());
    ParsedScript script = kit.frontend().parse(migration.script());
    Located located =
        locator()
            .locate(
                state,
                script,
                live.finished(),
                schema -> scope.restrict(schema, kit.dialect().identifiers()));
    FailedMigration failed = new FailedMigration(migration, row, located, live, findings);
    return new FailedMigration(migration, row, located.under(failed.hint()), live, findings);
  }

  private FoldState fold(List<Migration> migrations, List<Finding> findings) {
    SchemaFold fold = kit.fold();
    FoldState state = fold.start();
    for (Migration migration : migrations) {
      ParsedScript script = kit.frontend().parse(migration.script());
      int known = state.coverage().unknown().size();
      state = fold.run(state, script);
      List<Diagnostic> unknown = state.coverage().unknown();
      unknown.subList(known, unknown.size()).stream()
          .map(missed -> Finding.in(script.source(), missed))
          .forEach(findings::add);
    }
    return state;
  }

  private Locator locator() {
    return new Locator(
        kit.fold(), kit.differ(), POLICY, kit.profile().flavor() == Flavor.POSTGRESQL);
  }
}
