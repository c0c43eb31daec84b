package dev.schemend.cli.state;

import dev.schemend.apply.FoldState;
import dev.schemend.apply.SchemaFold;
import dev.schemend.cli.kit.DialectKit;
import dev.schemend.cli.kit.ServerFamily;
import dev.schemend.cli.process.Finding;
import dev.schemend.dialect.Flavor;
import dev.schemend.diff.ChangePolicy;
import dev.schemend.exec.connect.Database;
import dev.schemend.exec.journal.Journal;
import dev.schemend.exec.journal.JournalEntry;
import dev.schemend.exec.ledger.HistoryDiagnosis;
import dev.schemend.exec.ledger.LedgerRow;
import dev.schemend.history.Migration;
import dev.schemend.history.MigrationHistory;
import dev.schemend.locate.Located;
import dev.schemend.locate.Locator;
import dev.schemend.locate.RunRecord;
import dev.schemend.script.ParsedScript;
import dev.schemend.source.Diagnostic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds out where a database stands in a migration that failed. Reads, and changes nothing. */
public final class FailedMigrationReader {

  /** History tables are compared on no side. */
  public static final ChangePolicy POLICY =
      new ChangePolicy(new TreeSet<>(HistoryTables.NAMES), false);

  private final DialectKit kit;
  private final Database database;
  private final Scope scope;
  private final Journal journal;

  /** A reader of one database. */
  public FailedMigrationReader(DialectKit kit, Database database) {
    this.journal = new Journal(database, ServerFamily.of(kit.profile().flavor()).live().journal());
    this.kit = kit;
    this.database = database;
    this.scope =
        new ScopeChoice(List.of(), List.of()).on(kit.profile().flavor(), List.of(database.url()));
  }

  /** Which schemas of it are looked at. */
  public Scope scope() {
    return scope;
  }

  /** What the database holds. */
  public ReadState live() {
    return new LiveReading(kit).run(new StateSpec.LiveDatabase(database.url()), database, scope);
  }

  /**
   * What migrations lead to, within what the database is asked for.
   *
   * @param place where they are, as a person knows it
   */
  public ReadState folded(MigrationHistory history, String place) {
    return new HistoryFold(kit, SessionInit.NONE)
        .run(new StateSpec.MigrationsDirectory(place), history, scope);
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
        .map(
            migration ->
                locate(
                    migration,
                    before(local, diagnosis, migration),
                    Optional.of(row),
                    diagnosis.edited().contains(migration)));
  }

  /**
   * The next pending migration, where the database shows that it was begun and the history does
   * not: tools that write their row at the end leave none behind when they are killed. Empty where
   * nothing of it is there, or something else than it may have made what is.
   */
  public Optional<FailedMigration> unrecorded(MigrationHistory local, HistoryDiagnosis diagnosis) {
    if (!diagnosis.tablePresent()
        || !diagnosis.failed().isEmpty()
        || diagnosis.pending().isEmpty()) {
      return Optional.empty();
    }
    Migration next = diagnosis.pending().getFirst();
    return Optional.of(locate(next, before(local, diagnosis, next), Optional.empty(), false))
        .filter(begun -> begun.located().isExact() && begun.located().atLeast() > 0);
  }

  private static List<Migration> before(
      MigrationHistory local, HistoryDiagnosis diagnosis, Migration failed) {
    return AppliedHistory.of(local, diagnosis).migrations().stream()
        .filter(migration -> !migration.name().equals(failed.name()))
        .toList();
  }

  private FailedMigration locate(
      Migration migration, List<Migration> before, Optional<LedgerRow> row, boolean edited) {
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
    FailedMigration failed = new FailedMigration(migration, row, edited, located, live, findings);
    Located narrowed =
        located
            .under(row.map(one -> record(one, edited)).orElse(RunRecord.NONE))
            .under(failed.hint());
    return new FailedMigration(migration, row, edited, narrowed, live, findings);
  }

  /** What this tool wrote down of the run, where it was this tool that ran it. */
  public RunRecord record(LedgerRow row, boolean edited) {
    List<JournalEntry> entries = journal.entries(row.id());
    Map<Integer, RunRecord.Mark> marks = new HashMap<>();
    Set<String> digests = new HashSet<>();
    boolean reliable = false;
    for (JournalEntry entry : entries) {
      if (entry.ordinal() == 0) {
        reliable = entry.state() == JournalEntry.State.DONE;
      } else if (entry.state() == JournalEntry.State.DONE) {
        marks.put(entry.ordinal(), RunRecord.Mark.DONE);
        digests.add(entry.digest());
      } else {
        marks.put(entry.ordinal(), RunRecord.Mark.BEGUN);
      }
    }
    return new RunRecord(reliable, marks, digests, edited);
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
