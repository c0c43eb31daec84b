package dev.schemend.exec.migrate;

import dev.schemend.exec.connect.Database;
import dev.schemend.exec.error.ExecException;
import dev.schemend.exec.journal.Journal;
import dev.schemend.exec.ledger.HistoryDiagnosis;
import dev.schemend.exec.ledger.Ledger;
import dev.schemend.exec.ledger.LedgerError;
import dev.schemend.exec.ledger.LedgerRow;
import dev.schemend.exec.ledger.LedgerUse;
import dev.schemend.exec.ledger.PrismaLedger;
import dev.schemend.exec.ledger.Resolution;
import dev.schemend.exec.lock.DatabaseLock;
import dev.schemend.exec.lock.LockSettings;
import dev.schemend.history.Migration;
import dev.schemend.history.MigrationHistory;
import dev.schemend.history.UnknownMigrationException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Says which way a failed migration went, as {@code prisma migrate resolve} does. */
public final class MigrationResolver {

  private final LiveDialect live;

  /** A resolver for servers of one family. */
  public MigrationResolver(LiveDialect live) {
    this.live = Objects.requireNonNull(live, "live");
  }

  /**
   * Writes the row that a run should have written and did not, so that the migration counts as one
   * that was begun and not finished.
   *
   * @return the row's id
   * @throws ExecException with {@link LedgerError}: P3009 where a migration has failed, P3012 where
   *     this one is no longer the next
   */
  public String begun(
      Database database,
      Ledger ledger,
      MigrationHistory local,
      String name,
      LockSettings settings) {
    ledger.require(LedgerUse.APPLY);
    try (DatabaseLock lock = live.locks().acquire(database, settings)) {
      HistoryDiagnosis diagnosis = HistoryDiagnosis.of(ledger.rows(), local, ledger::matches);
      if (!diagnosis.failed().isEmpty()) {
        throw new ExecException(new LedgerError.FailedMigrations(diagnosis.failed()));
      }
      if (diagnosis.pending().isEmpty() || !diagnosis.pending().getFirst().name().equals(name)) {
        throw new ExecException(new LedgerError.NotFailed(name));
      }
      lock.verify();
      return ledger.start(named(local, name));
    }
  }

  /**
   * Marks a local migration as applied, and creates the history table where there is none: that is
   * how a database with a past gets its history.
   *
   * @throws ExecException with {@link LedgerError}: P3019, P3017, P3008
   */
  public void applied(
      Database database,
      Ledger ledger,
      MigrationHistory local,
      String name,
      LockSettings settings) {
    ProviderCheck.require(local, live.connector().family());
    try (DatabaseLock lock = live.locks().acquire(database, settings)) {
      String checksum = named(local, name).checksum();
      Optional<List<LedgerRow>> rows = ledger.rows();
      Resolution resolution = Resolution.applied(rows.orElseGet(List::of), name, checksum);
      resolution.requireOf(ledger);
      if (rows.isEmpty()) {
        ledger.create();
      }
      lock.verify();
      ledger.resolve(resolution);
      forget(database, resolution);
    }
  }

  /**
   * Marks the migrations up to and with one as applied, in their order, as far as they are not.
   *
   * @param names theirs, in order
   * @param listener hears of each that is recorded
   * @throws ExecException with {@link LedgerError}: P3019, P3017, P3009 where one has failed
   */
  public void baseline(
      Database database,
      Ledger ledger,
      MigrationHistory local,
      List<String> names,
      LockSettings settings,
      Consumer<String> listener) {
    ProviderCheck.require(local, live.connector().family());
    ledger.require(LedgerUse.RECORD);
    try (DatabaseLock lock = live.locks().acquire(database, settings)) {
      Optional<List<LedgerRow>> rows = ledger.rows();
      HistoryDiagnosis diagnosis = HistoryDiagnosis.of(rows, local, ledger::matches);
      if (!diagnosis.failed().isEmpty()) {
        throw new ExecException(new LedgerError.FailedMigrations(diagnosis.failed()));
      }
      if (rows.isEmpty()) {
        ledger.create();
      }
      Set<String> applied = new HashSet<>(diagnosis.applied());
      for (String name : names) {
        if (!applied.contains(name)) {
          lock.verify();
          ledger.resolve(
              Resolution.applied(rows.orElseGet(List::of), name, named(local, name).checksum()));
          listener.accept(name);
        }
      }
    }
  }

  private static Migration named(MigrationHistory local, String name) {
    return local
        .find(name)
        .orElseThrow(
            () ->
                new ExecException(
                    new LedgerError.NotFound(
                        name, new UnknownMigrationException(name, local.names()).nearest())));
  }

  /**
   * Marks a failed migration as rolled back.
   *
   * @throws ExecException with {@link LedgerError}: P2021 without a history table, P3011, P3012
   */
  public void rolledBack(Database database, Ledger ledger, String name, LockSettings settings) {
    ledger.require(LedgerUse.CLOSE);
    try (DatabaseLock lock = live.locks().acquire(database, settings)) {
      List<LedgerRow> rows =
          ledger
              .rows()
              .orElseThrow(() -> new ExecException(new LedgerError.TableMissing(ledger.table())));
      Resolution resolution = Resolution.rolledBack(rows, name);
      lock.verify();
      ledger.resolve(resolution);
      forget(database, resolution);
    }
  }

  /**
   * Puts one applied migration in the place of several that are all applied.
   *
   * @param names the migrations that are no more
   * @param with the one that does what they did
   */
  public void squashed(
      Database database,
      PrismaLedger ledger,
      List<String> names,
      Resolution.Applied with,
      LockSettings settings) {
    try (DatabaseLock lock = live.locks().acquire(database, settings)) {
      lock.verify();
      ledger.replace(names, with);
    }
  }

  /** What this tool wrote down of runs that are settled is of no more use. */
  private void forget(Database database, Resolution resolution) {
    Journal journal = new Journal(database, live.journal());
    resolution.rollBack().forEach(journal::close);
  }
}
