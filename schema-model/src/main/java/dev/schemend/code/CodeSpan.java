package dev.schemend.code;

/**
 * A stretch of code.
 *
 * @param start offset of the first character in the text that was read, in UTF-16 units
 * @param end offset behind the last
 */
public record CodeSpan(int start, int end) {

  /** Rejects spans that cannot be. */
  public CodeSpan {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no such span: " + start + ".." + end);
    }
  }

  /** The same stretch of a text that begins {@code characters} earlier. */
  public CodeSpan shifted(int characters) {
    return new CodeSpan(start + characters, end + characters);
  }
}
