package dev.schemend.parser.mysql;

import dev.schemend.parser.split.Characters;
import java.util.Optional;

/** What may stand behind the mysql client's {@code DELIMITER}, to the end of the line. */
final class DelimiterArgument {

  /** The client keeps no more characters than these. */
  private static final int LONGEST = 15;

  private static final String SYMBOLS = "$/;|!^&";

  private DelimiterArgument() {}

  /**
   * The delimiter that an argument means: up to white space, or what stands between quotes, cut to
   * what the client keeps; empty where the client refuses it.
   */
  static Optional<String> read(String argument) {
    String delimiter = argument.substring(0, wordEnd(argument));
    if (!argument.isEmpty() && "'\"`".indexOf(argument.charAt(0)) >= 0) {
      int close = argument.indexOf(argument.charAt(0), 1);
      delimiter = argument.substring(1, close < 0 ? argument.length() : close);
    }
    return delimiter.isEmpty() || delimiter.indexOf('\\') >= 0
        ? Optional.empty()
        : Optional.of(delimiter.substring(0, Math.min(LONGEST, delimiter.length())));
  }

  /** Whether this is a delimiter for certain, and nothing that can stand behind a column's name. */
  static boolean isUnmistakable(String argument) {
    int end = wordEnd(argument);
    return end > 0 && argument.substring(0, end).chars().allMatch(c -> SYMBOLS.indexOf(c) >= 0);
  }

  private static int wordEnd(String argument) {
    int end = 0;
    while (end < argument.length() && !Characters.isSpace(argument.charAt(end))) {
      end++;
    }
    return end;
  }
}
