package dev.schemend.source;

import java.util.Objects;

/**
 * A stretch of a source.
 *
 * @param source the {@link SourceText#name()} it lies in
 * @param start offset of the first character, in UTF-16 units from 0
 * @param end offset behind the last character
 * @param line line of the first character, from 1
 * @param column column of the first character, in UTF-16 units from 1
 */
public record SourceSpan(String source, int start, int end, int line, int column) {

  /** Rejects spans that cannot be. */
  public SourceSpan {
    Objects.requireNonNull(source, "source");
    if (start < 0 || end < start || line < 1 || column < 1) {
      throw new IllegalArgumentException(
          "no such span: " + start + ".." + end + " at " + line + ":" + column);
    }
  }

  /** The form editors and terminals jump to: {@code source:line:column}. */
  public String position() {
    return source + ":" + line + ":" + column;
  }
}
