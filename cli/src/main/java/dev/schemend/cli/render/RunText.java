package dev.schemend.cli.render;

import dev.schemend.exec.error.ServerError;
import dev.schemend.exec.run.RunOutcome;
import dev.schemend.exec.run.StatementFates;
import dev.schemend.source.StatementText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The account of a run that did not come to its end: which statements are applied, which not. */
public final class RunText {

  private RunText() {}

  /** What the server said, and what became of every statement. */
  public static List<String> lines(RunOutcome outcome) {
    List<String> lines = new ArrayList<>();
    switch (outcome) {
      case RunOutcome.Completed completed -> {}
      case RunOutcome.Failed failed -> {
        lines.addAll(said(failed.error()));
        lines.add(statement("failed", failed.failed(), "the commit behind the last statement"));
      }
      case RunOutcome.ConnectionLost lost -> {
        lines.addAll(said(lost.error()));
        lines.add(statement("not answered", lost.inFlight(), "the commit"));
      }
      case RunOutcome.LeftOpen open ->
          lines.add("the script ends inside a transaction that it began; that was rolled back");
      case RunOutcome.Stopped stopped ->
          stopped
              .cancelled()
              .ifPresent(
                  statement -> lines.add("cancelled, not applied: " + StatementLine.of(statement)));
    }
    lines.addAll(fates(outcome.fates()));
    return lines;
  }

  private static List<String> said(ServerError error) {
    List<String> lines = new ArrayList<>();
    lines.add(error.line());
    lines.add(
        "SQLSTATE "
            + error.sqlState()
            + (error.vendorCode() == 0 ? "" : ", error number " + error.vendorCode()));
    if (!error.hint().isEmpty()) {
      lines.add("the server's hint: " + error.hint());
    }
    return lines;
  }

  private static String statement(String fate, Optional<StatementText> statement, String other) {
    return fate + ": " + statement.map(StatementLine::of).orElse(other);
  }

  private static List<String> fates(StatementFates fates) {
    List<String> lines = new ArrayList<>();
    add(lines, "applied", fates.applied());
    add(lines, "rolled back, not applied", fates.rolledBack());
    add(lines, "perhaps applied, the server did not answer", fates.unknown());
    add(lines, "not run, not applied", fates.notRun());
    if (fates.applied().isEmpty() && fates.unknown().isEmpty()) {
      lines.add("nothing of it is applied");
    }
    return lines;
  }

  private static void add(List<String> lines, String fate, List<StatementText> statements) {
    if (!statements.isEmpty()) {
      lines.add(fate + " (" + statements.size() + "):");
      statements.forEach(statement -> lines.add("  " + StatementLine.of(statement)));
    }
  }
}
