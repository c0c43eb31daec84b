package dev.schemend.exec.migrate;

import dev.schemend.exec.connect.Database;
import dev.schemend.exec.error.ExecException;
import dev.schemend.exec.journal.Journal;
import dev.schemend.exec.ledger.Ledger;
import dev.schemend.exec.ledger.LedgerError;
import dev.schemend.exec.ledger.LedgerRow;
import dev.schemend.exec.ledger.Resolution;
import dev.schemend.exec.ledger.RowState;
import dev.schemend.exec.lock.DatabaseLock;
import dev.schemend.exec.lock.LockSettings;
import dev.schemend.exec.run.Grouping;
import dev.schemend.exec.run.RunOutcome;
import dev.schemend.exec.run.StatementMarks;
import dev.schemend.source.StatementText;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Runs a repair and closes the history behind it, all under the lock of the owning tool. */
public final class MigrationRepairer {

  private final LiveDialect live;

  /** A repairer for servers of one family. */
  public MigrationRepairer(LiveDialect live) {
    this.live = Objects.requireNonNull(live, "live");
  }

  /**
   * Runs the scripts, has the result looked at, and only then closes the history.
   *
   * @return empty where all went well; else how the script that failed ended, and nothing was
   *     closed
   * @throws ExecException where the lock cannot be had, or somebody else has resolved the migration
   *     meanwhile (P3012); nothing was run then
   */
  public Optional<ApplyError> run(
      Database database,
      Ledger ledger,
      LockSettings settings,
      Repair repair,
      RepairWitness witness) {
    try (DatabaseLock lock = live.locks().acquire(database, settings)) {
      List<LedgerRow> rows =
          ledger
              .rows()
              .orElseThrow(() -> new ExecException(new LedgerError.TableMissing(ledger.table())));
      repair.openRow().ifPresent(id -> requireOpen(rows, id, repair.migration()));
      // Before anything runs: a history that cannot be closed must not be worked on.
      Resolution resolution = repair.resolution().apply(rows);
      resolution.requireOf(ledger);
      witness.beforehand();
      Journal journal = new Journal(database, live.journal());
      for (List<StatementText> script : repair.scripts()) {
        lock.verify();
        RunOutcome outcome =
            live.scripts()
                .run(
                    database,
                    script,
                    isRest(repair, script) ? repair.grouping() : Grouping.SCRIPT,
                    witness,
                    marks(journal, repair, script));
        if (!(outcome instanceof RunOutcome.Completed)) {
          return Optional.of(failure(ledger, repair, outcome));
        }
      }
      witness.afterwards();
      lock.verify();
      if (!resolution.equals(Resolution.NONE)) {
        ledger.resolve(resolution);
      }
      repair.openRow().ifPresent(journal::close);
      return Optional.empty();
    }
  }

  /** The rest of a migration goes on with the record of its run. */
  private static StatementMarks marks(Journal journal, Repair repair, List<StatementText> script) {
    return isRest(repair, script) && repair.openRow().isPresent()
        ? journal.open(repair.openRow().get(), script)
        : StatementMarks.NONE;
  }

  private static boolean isRest(Repair repair, List<StatementText> script) {
    return repair.isOfMigration() && script.equals(repair.scripts().getLast());
  }

  private static void requireOpen(List<LedgerRow> rows, String id, String migration) {
    boolean open =
        rows.stream().anyMatch(row -> row.id().equals(id) && row.state() == RowState.FAILED);
    if (!open) {
      throw new ExecException(new LedgerError.NotFailed(migration));
    }
  }

  /** The row's text names the statement that failed; the next repair looks for it there. */
  private static ApplyError failure(Ledger ledger, Repair repair, RunOutcome outcome) {
    ApplyError error = new ApplyError(repair.migration(), outcome, Optional.empty());
    if (!repair.isOfMigration() || repair.openRow().isEmpty()) {
      return error;
    }
    try {
      ledger.fail(repair.openRow().get(), error.logs());
      return error;
    } catch (ExecException unrecorded) {
      return new ApplyError(repair.migration(), outcome, Optional.of(unrecorded.error()));
    }
  }
}
