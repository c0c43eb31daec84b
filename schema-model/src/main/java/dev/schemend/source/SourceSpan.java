package dev.schemend.source;

import java.util.Objects;

/**
 * A stretch of a source. Its offsets are for machines and count in the {@link SourceText} that was
 * read; source, line and column are for people and name a place in a file. The two differ where
 * what is run is a part of a file, or put together from several.
 *
 * @param source name of the file that the first character stands in
 * @param start offset of the first character in the text that was read, in UTF-16 units from 0
 * @param end offset behind the last character in that text
 * @param line line of the first character in the file, from 1
 * @param column column of the first character in the file, in UTF-16 units from 1
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
