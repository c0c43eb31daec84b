package dev.schemend.cli.render;

import java.util.regex.Pattern;

/** Statements may hold passwords, which nobody is to read in an output or a log. */
final class Secrets {

  /** A literal behind the words that a password or a connection string stands behind. */
  private static final Pattern PASSWORD =
      Pattern.compile(
          "(?i)\\b(PASSWORD|IDENTIFIED(?:\\s+(?:WITH|VIA)\\s+\\S+)?\\s+(?:BY|AS|USING)|CONNECTION)"
              + "(\\s*(?:=|\\()?\\s*(?:PASSWORD\\s*\\(\\s*)?)"
              + "('(?:[^'\\\\]|''|\\\\.)*'?|\"[^\"]*\"?)");

  /** {@code password=…} inside of a connection string or a URL's user part. */
  private static final Pattern URL =
      Pattern.compile("(?i)(password\\s*=\\s*)[^\\s'\"&]+|(://[^\\s:/@]*:)[^\\s@]+(?=@)");

  private Secrets() {}

  /** The same text with stars where a password is. */
  static String masked(String sql) {
    String without = PASSWORD.matcher(sql).replaceAll("$1$2'***'");
    return URL.matcher(without).replaceAll(found -> (found.group(1) == null ? "$2" : "$1") + "***");
  }
}
