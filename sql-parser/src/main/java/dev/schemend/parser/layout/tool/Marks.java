package dev.schemend.parser.layout.tool;

import dev.schemend.parser.layout.Sections.Mark;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The lines by which a tool knows the two ways of a file.
 *
 * @param key a text that stands in every such line, so that most files are passed over at once
 * @param up what the line before the way forward looks like; empty where the file begins with it
 * @param down what the line before the way back looks like
 * @param other other lines that are for the tool alone
 * @param needed whether a file without marks is refused; else all of it goes forward
 */
record Marks(
    String key, Optional<Pattern> up, Pattern down, Optional<Pattern> other, boolean needed) {

  /** Marks written as patterns for a whole line, without regard to case. */
  static Marks of(String key, String up, String down, String other) {
    return new Marks(key, pattern(up), pattern(down).orElseThrow(), pattern(other), !up.isEmpty());
  }

  /** The same marks, for a tool that runs the whole of a file without them. */
  Marks optional() {
    return new Marks(key, up, down, other, false);
  }

  private static Optional<Pattern> pattern(String text) {
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(Pattern.compile(text, Pattern.CASE_INSENSITIVE));
  }

  boolean mayStandIn(String text) {
    return text.contains(key);
  }

  /** Whether a line tells which tool wrote it. */
  boolean tells(String line) {
    return read(line).filter(mark -> mark != Mark.OTHER).isPresent();
  }

  Optional<Mark> read(String line) {
    if (up.isPresent() && up.get().matcher(line).matches()) {
      return Optional.of(Mark.UP);
    }
    if (down.matcher(line).matches()) {
      return Optional.of(Mark.DOWN);
    }
    return other.filter(pattern -> pattern.matcher(line).matches()).map(pattern -> Mark.OTHER);
  }
}
