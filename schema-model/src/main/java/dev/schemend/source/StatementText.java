package dev.schemend.source;

import java.util.Objects;
import java.util.Optional;

/**
 * One statement as its author wrote it.
 *
 * @param span where it stands; leading white space and comments are outside of it, the terminator
 *     too
 * @param text what the server is to be sent: the characters of the span
 * @param ordinal its place among the statements of its source, from 1
 * @param rows the lines behind {@code COPY … FROM STDIN} (PostgreSQL), which the client sends after
 *     it, without the one that ends them; absent behind any other statement
 */
public record StatementText(SourceSpan span, String text, int ordinal, Optional<String> rows) {

  /** Rejects null parts and ordinals below 1. */
  public StatementText {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(rows, "rows");
    if (ordinal < 1) {
      throw new IllegalArgumentException("statements count from 1, not from " + ordinal);
    }
  }

  /** A statement that nothing is sent behind. */
  public StatementText(SourceSpan span, String text, int ordinal) {
    this(span, text, ordinal, Optional.empty());
  }

  /** This statement with rows to be sent behind it. */
  public StatementText withRows(String newRows) {
    return new StatementText(span, text, ordinal, Optional.of(newRows));
  }
}
