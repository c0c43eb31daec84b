package dev.schemend.parser.postgres;

import static dev.schemend.parser.split.Characters.isDigit;
import static dev.schemend.parser.split.Characters.isNameLetter;

/** Where the longer lexical elements of PostgreSQL end. Source: manual, "Lexical Structure". */
final class Lexis {

  private Lexis() {}

  /** Offset behind a block comment, which nests; -1 where it is never closed. */
  static int blockCommentEnd(String text, int start) {
    int depth = 1;
    int end = start + 2;
    while (depth > 0) {
      if (end + 1 >= text.length()) {
        return -1;
      }
      if (text.startsWith("/*", end)) {
        depth++;
        end += 2;
      } else if (text.startsWith("*/", end)) {
        depth--;
        end += 2;
      } else {
        end++;
      }
    }
    return end;
  }

  /** Offset of the end of a line comment, which either line end ends. */
  static int lineCommentEnd(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  /** Offset behind the tag of a dollar quote; -1 where the dollar opens none. */
  static int dollarTagEnd(String text, int dollar) {
    int end = dollar + 1;
    // A tag is a name without dollars; it cannot start with a digit.
    if (end < text.length() && isDigit(text.charAt(end))) {
      return -1;
    }
    while (end < text.length() && (isNameLetter(text.charAt(end)) || isDigit(text.charAt(end)))) {
      end++;
    }
    return end < text.length() && text.charAt(end) == '$' ? end + 1 : -1;
  }

  /** Offset behind a name that begins here; it may hold digits and dollars. */
  static int wordEnd(String text, int start) {
    int end = start + 1;
    while (end < text.length() && continuesName(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean continuesName(char c) {
    return isNameLetter(c) || isDigit(c) || c == '$';
  }
}
