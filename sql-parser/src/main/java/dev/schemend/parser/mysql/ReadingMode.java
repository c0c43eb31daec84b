package dev.schemend.parser.mysql;

import java.util.List;

/**
 * The modes of {@code sql_mode} that change how text is read (manual, 7.1.11).
 *
 * @param ansiQuotes a double quote opens a name
 * @param pipesAsConcat {@code ||} joins strings
 * @param plainBackslashes a backslash in a string is one
 * @param realIsFloat {@code REAL} is {@code FLOAT}
 */
record ReadingMode(
    boolean ansiQuotes, boolean pipesAsConcat, boolean plainBackslashes, boolean realIsFloat) {

  /** That of a server as it is installed. */
  static final ReadingMode PLAIN = new ReadingMode(false, false, false, false);

  /** That of an {@code sql_mode} with its combinations resolved. */
  static ReadingMode of(String sqlMode) {
    List<String> modes = List.of(sqlMode.split(",", -1));
    return new ReadingMode(
        modes.contains("ANSI_QUOTES"),
        modes.contains("PIPES_AS_CONCAT"),
        modes.contains("NO_BACKSLASH_ESCAPES"),
        modes.contains("REAL_AS_FLOAT"));
  }
}
