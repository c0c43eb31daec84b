package dev.schemend.source;

import java.util.Objects;

/**
 * One statement as its author wrote it.
 *
 * @param span where it stands; leading white space and comments are outside of it, the terminator
 *     too
 * @param text what the server is to be sent: the characters of the span
 * @param ordinal its place among the statements of its source, from 1
 */
public record StatementText(SourceSpan span, String text, int ordinal) {

  /** Rejects null parts and ordinals below 1. */
  public StatementText {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(text, "text");
    if (ordinal < 1) {
      throw new IllegalArgumentException("statements count from 1, not from " + ordinal);
    }
  }
}
