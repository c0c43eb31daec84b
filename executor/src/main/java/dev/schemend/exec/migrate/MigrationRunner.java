package dev.schemend.exec.migrate;

import dev.schemend.exec.connect.Database;
import dev.schemend.exec.error.ExecError;
import dev.schemend.exec.error.ExecException;
import dev.schemend.exec.journal.Journal;
import dev.schemend.exec.ledger.HistoryDiagnosis;
import dev.schemend.exec.ledger.Ledger;
import dev.schemend.exec.ledger.LedgerError;
import dev.schemend.exec.ledger.LedgerRow;
import dev.schemend.exec.ledger.LedgerUse;
import dev.schemend.exec.ledger.Resolution;
import dev.schemend.exec.lock.DatabaseLock;
import dev.schemend.exec.lock.LockSettings;
import dev.schemend.exec.run.Grouping;
import dev.schemend.exec.run.RunOutcome;
import dev.schemend.history.Migration;
import dev.schemend.history.MigrationHistory;
import dev.schemend.source.SourceText;
import dev.schemend.source.StatementText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Applies pending migrations, as {@code prisma migrate deploy} does. */
public final class MigrationRunner {

  private final LiveDialect live;
  private final Function<SourceText, List<StatementText>> splitter;

  /**
   * A runner for servers of one family.
   *
   * @param splitter cuts a script into statements; may throw, before anything is run
   */
  public MigrationRunner(LiveDialect live, Function<SourceText, List<StatementText>> splitter) {
    this.live = Objects.requireNonNull(live, "live");
    this.splitter = Objects.requireNonNull(splitter, "splitter");
  }

  /**
   * Applies what is pending, in order, and stops at the first failure.
   *
   * <p>Checks, in Prisma's order: the provider (P3019), the lock (P1002), an empty database where
   * there is no history table (P3005), failed migrations (P3009).
   *
   * @throws ExecException where a check fails; nothing was applied then
   */
  public DeployOutcome deploy(
      Database database,
      Ledger ledger,
      MigrationHistory local,
      LockSettings settings,
      DeployListener listener) {
    ProviderCheck.require(local, live.connector().family());
    ledger.require(LedgerUse.APPLY);
    try (DatabaseLock lock = live.locks().acquire(database, settings)) {
      Optional<List<LedgerRow>> rows = ledger.rows();
      if (rows.isEmpty()) {
        requireEmpty(database, ledger);
        ledger.create();
      }
      HistoryDiagnosis diagnosis = HistoryDiagnosis.of(rows, local, ledger::matches);
      if (!diagnosis.failed().isEmpty()) {
        throw new ExecException(new LedgerError.FailedMigrations(diagnosis.failed()));
      }
      List<Script> scripts = scripts(diagnosis.pending());
      listener.pending(diagnosis.pending());
      return applyAll(database, ledger, lock, scripts, listener);
    }
  }

  private void requireEmpty(Database database, Ledger ledger) {
    try (Connection session = database.session()) {
      List<String> tables = live.emptiness().tables(session);
      if (!tables.isEmpty()) {
        throw new ExecException(new LedgerError.SchemaNotEmpty(tables, ledger.table()));
      }
    } catch (SQLException failure) {
      throw new ExecException(
          new LedgerError.TableFailed("look for", ledger.table(), database.serverError(failure)),
          failure);
    }
  }

  private record Script(Migration migration, List<StatementText> statements) {}

  /** Cuts all scripts before the first is run: one that cannot be read must not stop the others. */
  private List<Script> scripts(List<Migration> pending) {
    return pending.stream()
        .map(migration -> new Script(migration, splitter.apply(migration.script())))
        .toList();
  }

  private DeployOutcome applyAll(
      Database database,
      Ledger ledger,
      DatabaseLock lock,
      List<Script> scripts,
      DeployListener listener) {
    List<String> applied = new ArrayList<>();
    for (Script script : scripts) {
      if (live.scripts().conduct().stop().isRaised()) {
        return new DeployOutcome(applied, Optional.empty(), Optional.of(script.migration().name()));
      }
      lock.verify();
      Optional<ApplyError> error = apply(database, ledger, script, listener);
      if (error.isPresent()) {
        return new DeployOutcome(applied, error);
      }
      applied.add(script.migration().name());
    }
    return new DeployOutcome(applied, Optional.empty());
  }

  private Optional<ApplyError> apply(
      Database database, Ledger ledger, Script script, DeployListener listener) {
    Migration migration = script.migration();
    String id = ledger.start(migration);
    listener.beginning(migration);
    Journal journal = new Journal(database, live.journal());
    RunOutcome outcome =
        live.scripts()
            .run(
                database,
                script.statements(),
                Grouping.of(migration.wish()),
                listener,
                journal.open(id, script.statements()));
    if (outcome instanceof RunOutcome.Completed) {
      ledger.succeed(id);
      journal.close(id);
      listener.finished(migration);
      return Optional.empty();
    }
    ApplyError error = new ApplyError(migration.name(), outcome, Optional.empty());
    Optional<ExecError> unrecorded = record(ledger, id, error);
    if (error.isStopped() && error.leftNothing()) {
      journal.close(id);
    }
    return Optional.of(new ApplyError(migration.name(), outcome, unrecorded));
  }

  /** The first error must be told, whether or not the history table can still be written to. */
  private static Optional<ExecError> record(Ledger ledger, String id, ApplyError error) {
    try {
      ledger.fail(id, error.logs());
      if (error.isStopped() && error.leftNothing()) {
        // Nothing is there to be repaired: the next deployment begins with it.
        ledger.resolve(Resolution.rolledBack(ledger.rows().orElseGet(List::of), error.migration()));
      }
      return Optional.empty();
    } catch (ExecException unrecorded) {
      return Optional.of(unrecorded.error());
    }
  }
}
