package dev.schemend.parser.layout;

import dev.schemend.parser.split.Characters;
import dev.schemend.source.SourceComposer;
import dev.schemend.source.SourceSpan;
import dev.schemend.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A migration file cut at the lines that say which way what follows goes. The tools read such lines
 * without knowing SQL, in strings and bodies too, and so does this.
 *
 * @param up what runs going forward, without the lines that mark it
 * @param marked whether a line of the file marks that
 * @param outside the first line that holds SQL and belongs to no section
 */
public record Sections(SourceText up, boolean marked, Optional<SourceSpan> outside) {

  /** What a line says. */
  public enum Mark {
    /** What follows goes forward. */
    UP,
    /** What follows undoes it. */
    DOWN,
    /** Something else that is for the tool and not for the server. */
    OTHER
  }

  /** A mark stands in a line of its own; no tool's is longer than this. */
  private static final int LONGEST_MARK = 1000;

  /**
   * Cuts a file.
   *
   * @param upFromStart whether what stands before the first mark goes forward; else it belongs to
   *     no section
   * @param marks what a line says, if anything; the line comes without space around it
   */
  public static Sections of(
      SourceText file, boolean upFromStart, Function<String, Optional<Mark>> marks) {
    String text = file.text();
    SourceComposer up = new SourceComposer(file.name());
    boolean running = upFromStart;
    boolean seen = upFromStart;
    boolean marked = false;
    List<SourceSpan> outside = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = Math.min(Characters.lineEnd(text, at) + 1, text.length());
      Optional<Mark> mark = mark(text, at, end, marks);
      if (mark.isPresent()) {
        marked |= mark.get() == Mark.UP;
        seen |= mark.get() != Mark.OTHER;
        running = mark.get() == Mark.OTHER ? running : mark.get() == Mark.UP;
      } else if (running) {
        up.copy(file, at, end);
      } else if (!seen && outside.isEmpty() && holdsSql(text, at, end)) {
        outside.add(file.span(at, end));
      }
      at = end;
    }
    return new Sections(up.build(), marked, outside.stream().findFirst());
  }

  private static Optional<Mark> mark(
      String text, int from, int to, Function<String, Optional<Mark>> marks) {
    int start = from;
    while (start < to && skipped(text.charAt(start))) {
      start++;
    }
    if (start == to || to - start > LONGEST_MARK || "-#/*".indexOf(text.charAt(start)) < 0) {
      return Optional.empty();
    }
    return marks.apply(text.substring(start, Characters.trimEnd(text, start, to)));
  }

  private static boolean skipped(char c) {
    return Characters.isSpace(c) || c == Characters.BYTE_ORDER_MARK;
  }

  private static boolean holdsSql(String text, int from, int to) {
    int start = from;
    while (start < to && skipped(text.charAt(start))) {
      start++;
    }
    return start < to && !text.startsWith("--", start) && "#/*".indexOf(text.charAt(start)) < 0;
  }
}
