package dev.schemend.cli.render;

import dev.schemend.cli.process.Finding;
import dev.schemend.lint.Level;
import dev.schemend.lint.LintFinding;
import dev.schemend.lint.LintLevels;
import dev.schemend.lint.LintRule;
import dev.schemend.lint.LintedMigration;
import dev.schemend.source.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Findings for people: each with its place, its line, and what to do. */
public final class LintText {

  private LintText() {}

  /** The lines. */
  public static List<String> lines(List<LintedMigration> migrations, List<LintFinding> findings) {
    List<String> lines = new ArrayList<>();
    for (LintFinding finding : findings) {
      Diagnostic diagnostic =
          new Diagnostic(
              finding.rule().words(),
              finding.level() == Level.ERROR
                  ? Diagnostic.Severity.ERROR
                  : Diagnostic.Severity.WARNING,
              finding.span(),
              finding.rule().words() + ": " + finding.message(),
              finding.hint());
      lines.addAll(
          FailureText.remark(
              finding
                  .source()
                  .map(source -> Finding.in(source, diagnostic))
                  .orElseGet(() -> Finding.of(diagnostic))));
    }
    long judged =
        migrations.stream()
            .filter(
                one ->
                    switch (one.state()) {
                      case NEW, NEW_BEFORE_APPLIED -> true;
                      case APPLIED, EDITED -> false;
                    })
            .count();
    lines.add(
        count(judged, "migration")
            + " checked: "
            + count(of(findings, Level.ERROR), "error")
            + ", "
            + count(of(findings, Level.WARNING), "warning")
            + ".");
    return lines;
  }

  /** The rules, a line each. */
  public static List<String> rules(LintLevels levels) {
    List<String> lines = new ArrayList<>();
    for (LintRule rule : LintRule.values()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%-26s %-8s %s",
              rule.words(),
              levels.of(rule).name().toLowerCase(Locale.ROOT),
              rule.summary()));
    }
    return lines;
  }

  private static long of(List<LintFinding> findings, Level level) {
    return findings.stream().filter(finding -> finding.level() == level).count();
  }

  private static String count(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
