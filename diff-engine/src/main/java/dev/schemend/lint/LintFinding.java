package dev.schemend.lint;

import dev.schemend.source.SourceSpan;
import dev.schemend.source.SourceText;
import java.util.Objects;
import java.util.Optional;

/**
 * What a rule found.
 *
 * @param rule which rule
 * @param level how bad it is
 * @param source the text that it is in; empty where the file is not there
 * @param span where it begins
 * @param message what is wrong
 * @param hint what to do, or empty
 */
public record LintFinding(
    LintRule rule,
    Level level,
    Optional<SourceText> source,
    Optional<SourceSpan> span,
    String message,
    String hint) {

  /** Rejects null parts. */
  public LintFinding {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(hint, "hint");
  }
}
