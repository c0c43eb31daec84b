package dev.schemend.evaluate;

import dev.schemend.query.Value;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** {@code LIKE} and regular expressions, in bounded time. */
public final class Patterns {

  private static final int MOST_READS = 1_000_000;
  private static final Value TOO_HARD = Value.unknown("a regular expression");

  private Patterns() {}

  /** Whether {@code text} is like {@code pattern}. */
  public static Value like(String text, String pattern, char escape, boolean ignoreCase) {
    StringBuilder expression = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == escape && i + 1 < pattern.length()) {
        i++;
        expression.append(Pattern.quote(pattern.substring(i, i + 1)));
      } else if (c == '%') {
        expression.append(".*");
      } else if (c == '_') {
        expression.append('.');
      } else {
        expression.append(Pattern.quote(String.valueOf(c)));
      }
    }
    int flags = Pattern.DOTALL | (ignoreCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0);
    try {
      return Value.of(
          Pattern.compile(expression.toString(), flags).matcher(new Bounded(text)).matches());
    } catch (Exhausted | StackOverflowError | PatternSyntaxException tooHard) {
      return TOO_HARD;
    }
  }

  /** Whether {@code pattern} is found in {@code text}. */
  public static Value find(String text, String pattern, boolean ignoreCase) {
    Optional<Pattern> compiled = compile(pattern, ignoreCase);
    if (compiled.isEmpty()) {
      return TOO_HARD;
    }
    try {
      return Value.of(compiled.get().matcher(new Bounded(text)).find());
    } catch (Exhausted | StackOverflowError tooHard) {
      return TOO_HARD;
    }
  }

  /**
   * {@code text} with the first match, or all, replaced.
   *
   * @param replacement with {@code \1} for groups and {@code \&} for the match
   */
  public static Value replace(
      String text, String pattern, String replacement, boolean ignoreCase, boolean all) {
    Optional<Pattern> compiled = compile(pattern, ignoreCase);
    if (compiled.isEmpty()) {
      return TOO_HARD;
    }
    String java = replacement.replace("$", "\\$").replaceAll("\\\\(\\d)", "\\$$1");
    try {
      Matcher matcher = compiled.get().matcher(new Bounded(text));
      return Value.of(all ? matcher.replaceAll(java) : matcher.replaceFirst(java));
    } catch (Exhausted
        | StackOverflowError
        | IllegalArgumentException
        | IndexOutOfBoundsException tooHard) {
      return TOO_HARD;
    }
  }

  /** The pieces of {@code text} between matches; empty where it is too hard. */
  public static Optional<String[]> split(String text, String pattern) {
    try {
      return compile(pattern, false).map(compiled -> compiled.split(new Bounded(text), -1));
    } catch (Exhausted | StackOverflowError tooHard) {
      return Optional.empty();
    }
  }

  // POSIX classes and the escapes of advanced expressions mean the same in Java for plain cases;
  // what does not is left to the server.
  private static Optional<Pattern> compile(String pattern, boolean ignoreCase) {
    if (pattern.contains("[[:")
        || pattern.startsWith("***")
        || pattern.contains("\\m")
        || pattern.contains("\\M")
        || pattern.contains("\\y")) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          Pattern.compile(
              pattern,
              Pattern.DOTALL | (ignoreCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0)));
    } catch (PatternSyntaxException otherSyntax) {
      return Optional.empty();
    }
  }

  /** Raised by {@link Bounded}. */
  private static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1;

    Exhausted() {
      super(null, null, false, false);
    }
  }

  /** A text that may be read so many times and not more: it bounds backtracking. */
  private static final class Bounded implements CharSequence {
    private final String text;
    private int reads;

    Bounded(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      reads++;
      if (reads > MOST_READS) {
        throw new Exhausted();
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
