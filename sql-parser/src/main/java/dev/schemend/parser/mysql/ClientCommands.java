package dev.schemend.parser.mysql;

import dev.schemend.parser.split.Characters;
import java.util.Locale;
import java.util.Set;

/**
 * The commands of the mysql client that scripts hold, {@code DELIMITER} aside. Source: MySQL
 * manual, "mysql Client Commands"; client source {@code client/mysql.cc}, {@code find_command}.
 */
final class ClientCommands {

  /** Those with a name, which begin a line; no statement begins with one of these words. */
  private static final Set<String> LONG =
      Set.of(
          "source",
          "exit",
          "quit",
          "connect",
          "system",
          "tee",
          "notee",
          "pager",
          "nopager",
          "prompt",
          "rehash",
          "status",
          "warnings",
          "nowarning",
          "charset",
          "resetconnection");

  private static final String USE = "use";

  /** The letters of those with a backslash; {@code \\N} is a value. */
  private static final String SHORT = ".!#?CGPRTWcdeghnpqrstuwx";

  private static final String SENDS = "gG";

  private ClientCommands() {}

  /**
   * Whether a backslash outside of quotes begins a command.
   *
   * @param inStatement whether a statement is open: only what sends it is taken for a command then
   */
  static boolean isShort(String text, int backslash, boolean inStatement) {
    if (backslash + 1 >= text.length()) {
      return false;
    }
    char letter = text.charAt(backslash + 1);
    return inStatement ? SENDS.indexOf(letter) >= 0 : SHORT.indexOf(letter) >= 0;
  }

  /** Offset behind such a command: one that sends is two characters, every other a line. */
  static int shortEnd(String text, int backslash) {
    return SENDS.indexOf(text.charAt(backslash + 1)) >= 0
        ? backslash + 2
        : Characters.trimEnd(text, backslash, Characters.lineEnd(text, backslash));
  }

  /** Whether a word at the start of a line is a command, with something behind it or nothing. */
  static boolean isLong(String text, int start, int end) {
    if (end - start > "resetconnection".length()
        || (end < text.length()
            && !Characters.isSpace(text.charAt(end))
            && text.charAt(end) != ';')) {
      return false;
    }
    return isUse(text, start, end)
        || LONG.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
  }

  static boolean isUse(String text, int start, int end) {
    return end - start == USE.length() && text.regionMatches(true, start, USE, 0, USE.length());
  }

  /** The name of a command as it was written: a word, or a backslash and a letter. */
  static String name(String input) {
    if (input.startsWith("\\")) {
      return input.substring(0, Math.min(2, input.length()));
    }
    int end = 0;
    while (end < input.length() && !Characters.isSpace(input.charAt(end))) {
      end++;
    }
    return input.substring(0, end).toLowerCase(Locale.ROOT);
  }
}
