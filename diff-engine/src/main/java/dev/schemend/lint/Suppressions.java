package dev.schemend.lint;

import dev.schemend.source.SourceSpan;
import dev.schemend.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Comments that allow what a rule finds: {@code -- schemend:allow data-loss,table-rewrite reason}
 * above a statement or behind it on its last line, and {@code -- schemend:allow-file rule reason}
 * anywhere in the file.
 */
final class Suppressions {

  private static final Pattern COMMENT =
      Pattern.compile(
          "(?m)(?:--|#|/\\*)[ \\t]*schemend:allow(?<file>-file)?[ \\t]+"
              + "(?<rules>[a-z][a-z-]*(?:[ \\t]*,[ \\t]*[a-z][a-z-]*)*)");

  private static final class Mark {
    private final SourceSpan span;
    private final String name;
    private final boolean wholeFile;
    private boolean used;

    Mark(SourceSpan span, String name, boolean wholeFile) {
      this.span = span;
      this.name = name;
      this.wholeFile = wholeFile;
    }
  }

  private final SourceText source;
  private final List<Mark> marks = new ArrayList<>();

  /**
   * The comments of a script.
   *
   * @param statements where its statements stand, so that no string is taken for a comment
   */
  Suppressions(SourceText source, List<SourceSpan> statements) {
    this.source = source;
    Matcher matcher = COMMENT.matcher(source.text());
    while (matcher.find()) {
      int at = matcher.start();
      if (statements.stream().noneMatch(span -> span.start() <= at && at < span.end())) {
        for (String name : matcher.group("rules").split(",", -1)) {
          marks.add(
              new Mark(
                  source.span(at, matcher.end()), name.strip(), matcher.group("file") != null));
        }
      }
    }
  }

  /**
   * Whether what {@code rule} finds in a statement is allowed.
   *
   * @param previousEnd where the statement before ends
   * @param statement where the statement stands
   */
  boolean allows(LintRule rule, int previousEnd, SourceSpan statement) {
    boolean allowed = false;
    int from = previousEnd == 0 ? 0 : source.lineEnd(previousEnd);
    int to = source.lineEnd(statement.end());
    for (Mark mark : marks) {
      boolean near = mark.span.start() >= from && mark.span.start() <= to;
      if (mark.name.equals(rule.words()) && (mark.wholeFile || near)) {
        mark.used = true;
        allowed = true;
      }
    }
    return allowed;
  }

  /** What nothing was found for, or no rule is called. */
  List<Unused> unused() {
    return marks.stream()
        .filter(mark -> !mark.used)
        .map(mark -> new Unused(mark.span, mark.name, LintRule.named(mark.name)))
        .toList();
  }

  record Unused(SourceSpan span, String name, Optional<LintRule> rule) {}
}
