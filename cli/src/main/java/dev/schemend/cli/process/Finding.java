package dev.schemend.cli.process;

import dev.schemend.source.Diagnostic;
import dev.schemend.source.SourceText;
import dev.schemend.source.StatementText;
import java.util.Objects;
import java.util.Optional;

/**
 * A diagnostic with the line that it is about.
 *
 * @param diagnostic the diagnostic
 * @param line the line of the text that its span begins in, where it has one that a person reads
 */
public record Finding(Diagnostic diagnostic, Optional<String> line) {

  // A generated file may be one line with a thousand errors: that line times a thousand.
  private static final int LONGEST_LINE = 1000;

  /** Rejects null parts. */
  public Finding {
    Objects.requireNonNull(diagnostic, "diagnostic");
    Objects.requireNonNull(line, "line");
  }

  /** A finding in {@code text}, which the span of the diagnostic is of. */
  public static Finding in(SourceText text, Diagnostic diagnostic) {
    return new Finding(
        diagnostic,
        diagnostic
            .span()
            .map(span -> text.lineAt(span.start()))
            .filter(line -> line.length() <= LONGEST_LINE));
  }

  /** A finding without a text to show. */
  public static Finding of(Diagnostic diagnostic) {
    return new Finding(diagnostic, Optional.empty());
  }

  /** The line of {@code text} that a statement begins in. */
  public static String lineIn(SourceText text, StatementText statement) {
    return text.lineAt(statement.span().start());
  }
}
