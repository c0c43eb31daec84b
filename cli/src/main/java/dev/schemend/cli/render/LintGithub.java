package dev.schemend.cli.render;

import dev.schemend.lint.Level;
import dev.schemend.lint.LintFinding;
import dev.schemend.source.SourceSpan;
import java.util.List;

/** Findings as commands that GitHub's runners read from a workflow's output as annotations. */
public final class LintGithub {

  private LintGithub() {}

  /** A line each: {@code ::error file=…,line=…,col=…,title=…::message}. */
  public static List<String> lines(List<LintFinding> findings) {
    return findings.stream().map(LintGithub::line).toList();
  }

  private static String line(LintFinding finding) {
    String title = "title=" + property(finding.rule().words());
    return (finding.level() == Level.ERROR ? "::error " : "::warning ")
        + finding.span().map(span -> place(span) + ",").orElse("")
        + title
        + "::"
        + message(
            finding.message() + (finding.hint().isEmpty() ? "" : " (" + finding.hint() + ")"));
  }

  private static String place(SourceSpan span) {
    return "file=" + property(span.source()) + ",line=" + span.line() + ",col=" + span.column();
  }

  private static String message(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return message(text).replace(":", "%3A").replace(",", "%2C");
  }
}
