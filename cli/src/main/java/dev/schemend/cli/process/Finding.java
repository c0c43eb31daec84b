package dev.schemend.cli.process;

import dev.schemend.source.Diagnostic;
import dev.schemend.source.SourceSpan;
import dev.schemend.source.SourceText;
import dev.schemend.source.StatementText;
import java.util.Objects;
import java.util.Optional;

/**
 * A diagnostic with the line that it is about.
 *
 * @param diagnostic the diagnostic
 * @param line the line of the text that its span begins in, where it has one
 */
public record Finding(Diagnostic diagnostic, Optional<String> line) {

  /** Rejects null parts. */
  public Finding {
    Objects.requireNonNull(diagnostic, "diagnostic");
    Objects.requireNonNull(line, "line");
  }

  /** A finding in {@code text}, which the span of the diagnostic is of. */
  public static Finding in(SourceText text, Diagnostic diagnostic) {
    return new Finding(diagnostic, diagnostic.span().map(span -> lineOf(text.text(), span)));
  }

  /** A finding without a text to show. */
  public static Finding of(Diagnostic diagnostic) {
    return new Finding(diagnostic, Optional.empty());
  }

  /** The line of {@code text} that a statement begins in. */
  public static String lineIn(SourceText text, StatementText statement) {
    return lineOf(text.text(), statement.span());
  }

  private static String lineOf(String text, SourceSpan span) {
    int at = Math.min(span.start(), text.length());
    int begin = at == 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
    int end = text.indexOf('\n', at);
    return text.substring(begin, end < 0 ? text.length() : end).stripTrailing();
  }
}
