package dev.schemend.exec.migrate;

import dev.schemend.exec.connect.Connector;
import dev.schemend.exec.introspect.FormsDialect;
import dev.schemend.exec.introspect.RightsDialect;
import dev.schemend.exec.journal.JournalDialect;
import dev.schemend.exec.ledger.EmptinessCheck;
import dev.schemend.exec.ledger.LedgerDialect;
import dev.schemend.exec.ledger.OtherToolsDialect;
import dev.schemend.exec.lock.LockKeeper;
import dev.schemend.exec.preflight.QueryLimits;
import dev.schemend.exec.run.Conduct;
import dev.schemend.exec.run.ScriptRunner;
import dev.schemend.exec.scratch.ScratchDialect;
import dev.schemend.exec.watch.SessionWatch;
import java.util.Objects;

/**
 * All that the executor needs to work on one family of servers.
 *
 * @param connector opens sessions
 * @param locks takes the lock
 * @param ledger the history table's facts
 * @param emptiness tells whether a database holds tables already
 * @param scripts runs scripts
 * @param scratch empties databases that are there for trying
 * @param reset empties databases that are in use
 * @param limits bounds queries
 * @param journal where this tool's own record of a run is
 * @param others the facts of other tools' history tables
 * @param watch what it shows of its sessions
 * @param forms how it is asked for stored forms
 * @param rights how it is asked who is at work
 */
public record LiveDialect(
    Connector connector,
    LockKeeper locks,
    LedgerDialect ledger,
    EmptinessCheck emptiness,
    ScriptRunner scripts,
    ScratchDialect scratch,
    ResetDialect reset,
    QueryLimits limits,
    JournalDialect journal,
    OtherToolsDialect others,
    SessionWatch watch,
    FormsDialect forms,
    RightsDialect rights) {

  /** Rejects null parts. */
  public LiveDialect {
    Objects.requireNonNull(connector, "connector");
    Objects.requireNonNull(locks, "locks");
    Objects.requireNonNull(ledger, "ledger");
    Objects.requireNonNull(emptiness, "emptiness");
    Objects.requireNonNull(scripts, "scripts");
    Objects.requireNonNull(scratch, "scratch");
    Objects.requireNonNull(reset, "reset");
    Objects.requireNonNull(limits, "limits");
    Objects.requireNonNull(journal, "journal");
    Objects.requireNonNull(others, "others");
    Objects.requireNonNull(watch, "watch");
    Objects.requireNonNull(forms, "forms");
    Objects.requireNonNull(rights, "rights");
  }

  /** The same under another lock. */
  public LiveDialect with(LockKeeper otherLocks) {
    return new LiveDialect(
        connector,
        otherLocks,
        ledger,
        emptiness,
        scripts,
        scratch,
        reset,
        limits,
        journal,
        others,
        watch,
        forms,
        rights);
  }

  /** The same with scripts that are run so. */
  public LiveDialect with(Conduct conduct) {
    return new LiveDialect(
        connector,
        locks,
        ledger,
        emptiness,
        scripts.with(conduct),
        scratch,
        reset,
        limits,
        journal,
        others,
        watch,
        forms,
        rights);
  }
}
