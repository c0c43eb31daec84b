package dev.schemend.parser.split;

import java.util.List;
import java.util.function.ToIntFunction;

/**
 * What a grammar is not asked to read. Its time grows with the square of the depth of brackets and
 * its memory with the number of tokens; no statement that defines a schema comes near these bounds,
 * and a file that somebody else wrote may well be beyond them.
 */
public final class ReadingLimits {

  /** Tokens of one statement. */
  public static final int MOST_TOKENS = 1_000_000;

  /** Characters of one statement that is looked at as a whole. */
  public static final int MOST_CHARACTERS = 8_000_000;

  /** Statements, comments and commands of one script. */
  public static final int MOST_PARTS = 1_000_000;

  /** Brackets inside of brackets. */
  public static final int DEEPEST = 200;

  /** Syntax errors of one script that are explained by what could stand there instead. */
  public static final int MOST_EXPLAINED = 20;

  private ReadingLimits() {}

  /** Whether a text has so few opening brackets that they cannot nest too deeply. */
  public static boolean isFlat(String text) {
    int open = 0;
    for (int i = text.indexOf('('); i >= 0 && open <= DEEPEST; i = text.indexOf('(', i + 1)) {
      open++;
    }
    return open <= DEEPEST;
  }

  /**
   * Whether brackets nest too deeply.
   *
   * @param step 1 for a token that opens, -1 for one that closes, 0 for any other
   */
  public static <T> boolean isTooDeep(List<T> tokens, ToIntFunction<T> step) {
    int depth = 0;
    for (T token : tokens) {
      depth += step.applyAsInt(token);
      if (depth > DEEPEST) {
        return true;
      }
    }
    return false;
  }
}
