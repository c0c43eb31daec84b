package dev.schemend.parser.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The first words of a statement, read without the lexer: an INSERT of many megabytes costs as much
 * as its first line.
 */
final class LeadingWords {

  private static final int ENOUGH = 16;

  private LeadingWords() {}

  /** Up to sixteen words in upper case; a bracket counts as a word, other signs are left out. */
  static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    int at = 0;
    while (at < text.length() && words.size() < ENOUGH) {
      char c = text.charAt(at);
      if (c == '/' && text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at + 2);
        at = end < 0 ? text.length() : end + 2;
      } else if (c == '#' || (c == '-' && text.startsWith("--", at))) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end + 1;
      } else if (Character.isLetterOrDigit(c) || c == '_' || c == '$') {
        int start = at;
        while (at < text.length() && isWordPart(text.charAt(at))) {
          at++;
        }
        words.add(text.substring(start, at).toUpperCase(Locale.ROOT));
      } else {
        if (c == '(') {
          words.add("(");
        }
        at++;
      }
    }
    return words;
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }
}
