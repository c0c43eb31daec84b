package dev.schemend.cli.render;

import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.Finding;
import dev.schemend.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;

/** Failures and findings as a person reads them on standard error. */
public final class FailureText {

  private static final String INDENT = "  ";

  private FailureText() {}

  /**
   * The lines of a failure: code and title, then why, where and what to do.
   *
   * <pre>
   * error: P1003 The database does not exist on the server (…).
   *   ERROR 1049 (42000): Unknown database 'shop'
   *   hint: Create it, or correct its name in the URL.
   * </pre>
   */
  public static List<String> lines(Failure failure) {
    List<String> lines = new ArrayList<>();
    lines.add("error: " + failure.code() + " " + failure.title());
    failure.because().stream()
        .flatMap(String::lines)
        .map(line -> (INDENT + line).stripTrailing())
        .forEach(lines::add);
    failure.findings().forEach(finding -> lines.addAll(lines(finding)));
    if (!failure.remedy().isEmpty()) {
      lines.add(INDENT + "hint: " + failure.remedy());
    }
    return lines;
  }

  /**
   * The lines of a finding: its text as editors and terminals know it, then the line it is about
   * with a caret under its first character.
   */
  public static List<String> lines(Finding finding) {
    List<String> lines = new ArrayList<>();
    finding.diagnostic().text().lines().forEach(lines::add);
    finding
        .diagnostic()
        .span()
        .ifPresent(span -> finding.line().ifPresent(line -> lines.addAll(excerpt(line, span))));
    return lines;
  }

  /** The lines of a finding that does not end the run, with what it is before the first. */
  public static List<String> remark(Finding finding) {
    String prefix =
        switch (finding.diagnostic().severity()) {
          case ERROR -> "error: ";
          case WARNING -> "warning: ";
          case NOTE -> "note: ";
        };
    List<String> lines = new ArrayList<>(lines(finding));
    lines.set(0, prefix + lines.getFirst());
    return lines;
  }

  /** A line with a caret under the character that a span begins with. */
  static List<String> excerpt(String line, SourceSpan span) {
    String number = Integer.toString(span.line());
    int before = Math.min(span.column() - 1, line.length());
    // Tabs stay tabs, so that the caret stands under its character whatever their width is.
    String blanks = line.substring(0, before).replaceAll("[^\t]", " ");
    return List.of(
        INDENT + number + " | " + line,
        INDENT + " ".repeat(number.length()) + " | " + blanks + "^");
  }
}
