package dev.schemend.parser.split;

/** What the lexers of all dialects agree on, character by character. */
public final class Characters {

  /**
   * The byte order mark, which editors put before a text and no server accepts. Where scripts were
   * joined, one stands before statements in the middle too.
   */
  public static final char BYTE_ORDER_MARK = '\uFEFF';

  private Characters() {}

  /** White space of SQL lexers: ASCII's, nothing of Unicode's. */
  public static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  /** An ASCII digit. */
  public static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** An ASCII letter, the underscore, or anything beyond ASCII: what a bare name may hold. */
  public static boolean isNameLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= '\u0080';
  }

  /**
   * Offset behind the quote that closes a quoted text.
   *
   * @param from offset behind the opening quote
   * @param quote the quote; two of them stand for one in the text
   * @param backslashes whether a backslash takes its meaning from the character behind it
   * @return -1 where it is never closed
   */
  public static int closeQuote(String text, int from, char quote, boolean backslashes) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && backslashes) {
        i++;
      } else if (c == quote) {
        if (i + 1 < text.length() && text.charAt(i + 1) == quote) {
          i++;
        } else {
          return i + 1;
        }
      }
    }
    return -1;
  }

  /** Offset of the end of a line, its line end excluded. */
  public static int lineEnd(String text, int from) {
    int feed = text.indexOf('\n', from);
    return feed < 0 ? text.length() : feed;
  }

  /** Offset behind the last character of {@code [from, to)} that is not white space. */
  public static int trimEnd(String text, int from, int to) {
    int end = to;
    while (end > from && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }
}
