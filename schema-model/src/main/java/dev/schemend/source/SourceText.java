package dev.schemend.source;

import java.util.Objects;

/**
 * A named text, read whole.
 *
 * @param name how a person finds it again: a path relative to what the user named, {@code
 *     <rev>:<path>} for a git blob, or a server's label for text that a catalog gave
 * @param text the characters, as read (a byte order mark included: it is part of the checksum)
 */
public record SourceText(String name, String text) {

  /** Rejects null parts. */
  public SourceText {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(text, "text");
  }

  /**
   * The span of {@code [start, end)} in this text, with the line and column of its start.
   *
   * <p>Counts lines from the beginning of the text; a caller that needs many spans of one text
   * keeps its own running count and uses the constructor.
   */
  public SourceSpan span(int start, int end) {
    int line = 1;
    int lineStart = 0;
    for (int i = text.indexOf('\n'); i >= 0 && i < start; i = text.indexOf('\n', i + 1)) {
      line++;
      lineStart = i + 1;
    }
    return new SourceSpan(name, start, end, line, start - lineStart + 1);
  }
}
