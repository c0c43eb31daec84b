package dev.schemend.exec.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The first tokens of a statement, which say what kind of statement it is. White space and comments
 * are passed over as both dialects do it; what lies inside quotes is no keyword.
 */
public final class LeadingWords {

  private static final String QUOTES = "\"`'";

  private final String text;
  private int at;

  private LeadingWords(String text) {
    this.text = text;
  }

  /**
   * At most {@code limit} tokens: words in upper case, quoted names and literals with their quotes,
   * any other character by itself.
   */
  public static List<String> of(String statement, int limit) {
    return new LeadingWords(statement).read(limit);
  }

  private List<String> read(int limit) {
    List<String> tokens = new ArrayList<>();
    skipSpaceAndComments();
    while (tokens.size() < limit && at < text.length()) {
      int start = at;
      if (QUOTES.indexOf(text.charAt(at)) >= 0) {
        int close = text.indexOf(text.charAt(at), at + 1);
        at = close < 0 ? text.length() : close + 1;
        tokens.add(text.substring(start, at));
      } else {
        do {
          at++;
        } while (at < text.length()
            && isWordCharacter(text.charAt(start))
            && isWordCharacter(text.charAt(at)));
        tokens.add(text.substring(start, at).toUpperCase(Locale.ROOT));
      }
      skipSpaceAndComments();
    }
    return List.copyOf(tokens);
  }

  private static boolean isWordCharacter(char c) {
    return c == '_' || c == '$' || Character.isLetterOrDigit(c);
  }

  private void skipSpaceAndComments() {
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else if (text.startsWith("--", at) || text.charAt(at) == '#') {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end + 1;
      } else if (text.startsWith("/*", at) && !text.startsWith("/*!", at)) {
        skipBlockComment();
      } else {
        return;
      }
    }
  }

  /** PostgreSQL's nest. MySQL's do not, but do not hold a second opening in practice. */
  private void skipBlockComment() {
    int depth = 0;
    do {
      if (text.startsWith("/*", at)) {
        depth++;
        at += 2;
      } else if (text.startsWith("*/", at)) {
        depth--;
        at += 2;
      } else {
        at++;
      }
    } while (depth > 0 && at < text.length());
  }
}
