package dev.schemend.cli.render;

import dev.schemend.cli.drift.Drift;
import dev.schemend.exec.ledger.LedgerRow;
import dev.schemend.history.Migration;
import dev.schemend.plan.Change;
import java.util.ArrayList;
import java.util.List;

/** Drift, for a person. */
public final class DriftText {

  private static final String INDENT = "  ";

  private DriftText() {}

  /** What differs, object by object, and which statement made it. */
  public static List<String> lines(String database, Drift drift) {
    List<String> lines = new ArrayList<>();
    lines.add(database + ": " + headline(drift));
    drift.differences().forEach(change -> lines.addAll(LocationText.changes(change)));
    if (drift.isThere()) {
      BlameText.of(drift.states(), drift.toDatabase().plan()).lines().forEach(lines::add);
    }
    return lines;
  }

  private static String headline(Drift drift) {
    int applied = drift.applied().migrations().size();
    String after =
        drift
            .since()
            .map(
                last ->
                    "the last applied migration, "
                        + last
                        + " ("
                        + applied
                        + (applied == 1 ? " is applied)" : " are applied)"))
            .orElse("an empty database, for no local migration is applied");
    return drift.isThere()
        ? "drift since " + after
        : "no drift" + (drift.isCertain() ? "" : " that could be seen") + " since " + after;
  }

  /** What makes the answer less than certain, or looks like drift and is none. */
  public static List<String> remarks(Drift drift) {
    List<String> lines = new ArrayList<>();
    drift.findings().forEach(finding -> lines.addAll(FailureText.remark(finding)));
    if (!drift.states().from().coverage().isComplete()) {
      lines.add("warning: " + CoverageText.of(drift.states().from(), drift.toDatabase().plan()));
    }
    drift
        .doubts()
        .forEach(
            change -> lines.add("warning: whether it differs could not be shown: " + change.ref()));
    drift
        .order()
        .forEach(change -> lines.add("note: the columns are in another order: " + change.ref()));
    for (LedgerRow row : drift.diagnosis().failed()) {
      lines.add(
          "warning: "
              + row.migration()
              + " failed, and what it did is counted as drift; see schemend repair");
    }
    if (!drift.unknownHere().isEmpty()) {
      lines.add(
          "warning: applied in the database and not among the local migrations, so what they made"
              + " is counted as drift: "
              + String.join(", ", drift.unknownHere()));
    }
    List<String> edited =
        drift.diagnosis().edited().stream()
            .map(Migration::name)
            .filter(drift.applied().names()::contains)
            .toList();
    if (!edited.isEmpty()) {
      lines.add(
          "warning: edited after they were applied, and read as they are now: "
              + String.join(", ", edited));
    }
    List<Migration> pending = drift.diagnosis().pending();
    if (!pending.isEmpty()) {
      lines.add(
          "note: not yet applied, and left out: "
              + String.join(", ", pending.stream().map(Migration::name).toList()));
    }
    return lines;
  }

  /** {@code table public.users: index hotfix only in the database}, without the indentation. */
  static List<String> differences(List<Change> changes) {
    return changes.stream()
        .flatMap(change -> LocationText.changes(change).stream())
        .map(line -> line.startsWith(INDENT) ? line.substring(INDENT.length()) : line)
        .toList();
  }
}
