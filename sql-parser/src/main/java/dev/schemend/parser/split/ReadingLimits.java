package dev.schemend.parser.split;

import java.util.List;
import java.util.function.ToIntBiFunction;

/**
 * What a grammar is not asked to read. Its time grows with the square of the depth of brackets and
 * of {@code CASE} and its memory with the number of tokens; no statement that defines a schema
 * comes near these bounds, and a file that somebody else wrote may well be beyond them.
 */
public final class ReadingLimits {

  /** Tokens of one statement. */
  public static final int MOST_TOKENS = 1_000_000;

  /** Characters of one statement that is looked at as a whole. */
  public static final int MOST_CHARACTERS = 8_000_000;

  /** Statements, comments and commands of one script. */
  public static final int MOST_PARTS = 1_000_000;

  /** Brackets inside of brackets, {@code CASE … END} among them. */
  public static final int DEEPEST = 200;

  /** Syntax errors of one script that are explained by what could stand there instead. */
  public static final int MOST_EXPLAINED = 20;

  private static final String CASE = "case";

  private ReadingLimits() {}

  /** Whether a text has so few opening brackets that they cannot nest too deeply. */
  public static boolean isFlat(String text) {
    int open = 0;
    for (int i = 0; i < text.length() && open <= DEEPEST; i++) {
      char c = text.charAt(i);
      if (c == '('
          || ((c == 'c' || c == 'C') && text.regionMatches(true, i, CASE, 0, CASE.length()))) {
        open++;
      }
    }
    return open <= DEEPEST;
  }

  /**
   * Whether brackets nest too deeply.
   *
   * @param step of a token and the one before it (the first follows itself): 1 where the token
   *     opens, -1 where it closes, 0 for any other
   */
  public static <T> boolean isTooDeep(List<T> tokens, ToIntBiFunction<T, T> step) {
    int depth = 0;
    T before = tokens.isEmpty() ? null : tokens.getFirst();
    for (T token : tokens) {
      // What closes nothing must not make room for what opens later.
      depth = Math.max(0, depth + step.applyAsInt(token, before));
      if (depth > DEEPEST) {
        return true;
      }
      before = token;
    }
    return false;
  }
}
