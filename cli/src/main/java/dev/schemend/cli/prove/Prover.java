package dev.schemend.cli.prove;

import dev.schemend.cli.process.Finding;
import dev.schemend.diff.Agreement;
import dev.schemend.exec.scratch.ScratchDatabase;
import dev.schemend.history.Migration;
import dev.schemend.source.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Runs a history in a scratch database and compares what the server makes of it with what is read
 * offline (law L13).
 *
 * <p>To compare costs about a dozen catalog queries. So it is done once, at the end; only where the
 * readings differ is the history run again, comparing after each migration, and the migration that
 * makes the difference a third time, comparing after each statement.
 */
final class Prover {

  private final FoldedHistory history;
  private final ScratchDatabase scratch;
  private final HistoryRun runs;
  private final ProofSettings settings;
  private final SortedSet<String> createdRoles = new TreeSet<>();

  Prover(FoldedHistory history, ScratchDatabase scratch, HistoryRun runs, ProofSettings settings) {
    this.history = history;
    this.scratch = scratch;
    this.runs = runs;
    this.settings = settings;
  }

  /** Runs it, as often as it takes, and cleans up unless it is to be kept. */
  Proof prove() {
    Proof proof;
    try {
      RunEnd end = first();
      proof =
          proof(
              end,
              end instanceof RunEnd.Apart apart
                  ? Optional.of(located(apart).divergence())
                  : Optional.empty());
    } catch (RuntimeException | Error failure) {
      cleanBehind(failure);
      throw failure;
    }
    if (settings.afterwards() == Afterwards.EMPTIED) {
      clean();
    }
    return proof;
  }

  private void cleanBehind(Throwable failure) {
    try {
      if (settings.afterwards() == Afterwards.EMPTIED) {
        clean();
      }
    } catch (RuntimeException second) {
      // The first failure is the one to tell of.
      failure.addSuppressed(second);
    }
  }

  private void clean() {
    scratch.clean(history.schemasNamed(), history::mentions);
  }

  private RunEnd first() {
    return switch (settings.stepping()) {
      case HISTORY, END -> withRoles("running", HistoryRun.NEVER, HistoryRun.NEVER);
      case MIGRATION -> withRoles("comparing after each migration", 0, HistoryRun.NEVER);
      case STATEMENT -> withRoles("comparing after each statement", 0, 0);
    };
  }

  /** Where the server misses a role that may be made, makes it and starts anew. */
  private RunEnd withRoles(String activity, int compareFrom, int stepFrom) {
    RunEnd end = runs.run(activity, compareFrom, stepFrom);
    while (settings.createRoles() && scratch.wasEmpty()) {
      Optional<String> role = end.stop().flatMap(ServerStop::missingRole);
      if (role.isEmpty() || !createdRoles.add(role.get())) {
        break;
      }
      end = again(activity, compareFrom, stepFrom);
    }
    return end;
  }

  private RunEnd again(String activity, int compareFrom, int stepFrom) {
    clean();
    createdRoles.forEach(scratch::createRole);
    return runs.run(activity, compareFrom, stepFrom);
  }

  /** Looks closer until the statement is known, as far as that can be. */
  private RunEnd.Apart located(RunEnd.Apart found) {
    boolean asked = settings.stepping() != Stepping.HISTORY;
    if (!asked || !scratch.wasEmpty() || found.divergence().statement().isPresent()) {
      return found;
    }
    RunEnd.Apart closer = found;
    if (settings.stepping() == Stepping.END
        && again("looking for the migration", 0, HistoryRun.NEVER) instanceof RunEnd.Apart apart) {
      closer = apart;
    }
    if (closer.divergence().statement().isPresent()) {
      return closer;
    }
    int index = history.indexOf(closer.divergence().migration());
    RunEnd closest = again("looking for the statement", HistoryRun.NEVER, index);
    // In transactions of their own, its statements may do what they do not do together.
    return closest instanceof RunEnd.Apart apart
            && apart.divergence().migration().equals(closer.divergence().migration())
        ? apart
        : closer;
  }

  private Proof proof(RunEnd end, Optional<Divergence> divergence) {
    List<Finding> findings = new ArrayList<>(history.findings());
    runs.leftOpen().stream().map(Prover::rolledBack).forEach(findings::add);
    findings.addAll(end.live().findings());
    Agreement agreement =
        switch (end) {
          case RunEnd.Same same -> same.agreement();
          case RunEnd.Apart apart -> apart.divergence().agreement();
        };
    return new Proof(
        history.migrations().size(),
        end.run(),
        history.end().coverage(),
        findings,
        agreement,
        divergence,
        end.stop(),
        createdRoles);
  }

  private static Finding rolledBack(Migration migration) {
    int end = migration.script().text().length();
    return Finding.in(
        migration.script(),
        new Diagnostic(
            "open-transaction",
            Diagnostic.Severity.WARNING,
            Optional.of(migration.script().span(end, end)),
            "the script ends inside a transaction that it began, and the server rolled that back",
            "end it with COMMIT"));
  }
}
