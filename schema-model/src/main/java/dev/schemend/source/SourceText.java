package dev.schemend.source;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A named text, read whole; or a text that was put together from stretches of such texts, as the
 * section of a file that a migration tool runs is. Spans are offsets in this text and places in the
 * file where its author finds the words.
 *
 * <p>Not a record, because it keeps the starts of its lines: a script of a million statements asks
 * for a million places.
 */
public final class SourceText {

  private final String name;
  private final String text;
  private final List<SourcePart> parts;
  // Found on first use. Racing threads find the same.
  private volatile int[] lineStarts;

  /**
   * A text read from one place.
   *
   * @param name how a person finds it again: a path relative to what the user named, {@code
   *     <rev>:<path>} for a git blob, or a server's label for text that a catalog gave
   * @param text the characters, as read (a byte order mark included: it is part of the checksum)
   */
  public SourceText(String name, String text) {
    this(name, text, List.of());
  }

  SourceText(String name, String text, List<SourcePart> parts) {
    this.name = Objects.requireNonNull(name, "name");
    this.text = Objects.requireNonNull(text, "text");
    this.parts = List.copyOf(parts);
  }

  /** How a person finds it again. */
  public String name() {
    return name;
  }

  /** The characters. */
  public String text() {
    return text;
  }

  /** What it was put together from, in order and without gaps; empty for a text read whole. */
  List<SourcePart> parts() {
    return parts;
  }

  /**
   * The span of {@code [start, end)} in this text, with the file, line and column of its start.
   * Takes logarithmic time, once the lines are counted.
   */
  public SourceSpan span(int start, int end) {
    if (parts.isEmpty()) {
      int line = lineOf(start);
      return new SourceSpan(name, start, end, line + 1, start - lines()[line] + 1);
    }
    SourcePart part = partAt(start);
    SourceSpan place = part.place(start);
    return new SourceSpan(place.source(), start, end, place.line(), place.column());
  }

  /** The whole line, in the file it comes from, that holds what stands at {@code offset} here. */
  public String lineAt(int offset) {
    if (!parts.isEmpty()) {
      SourcePart part = partAt(offset);
      return part.origin().lineAt(part.originOffset(offset));
    }
    int line = lineOf(Math.min(offset, text.length()));
    int end = line + 1 < lines().length ? lines()[line + 1] : text.length();
    return text.substring(lines()[line], end).stripTrailing();
  }

  /**
   * Offset in this text of the end of the line that holds {@code offset}, without the line feed.
   */
  public int lineEnd(int offset) {
    int next = lineOf(offset) + 1;
    return next < lines().length ? lines()[next] - 1 : text.length();
  }

  /** Index of the line that {@code offset} lies in, from 0. */
  private int lineOf(int offset) {
    int found = Arrays.binarySearch(lines(), offset);
    return found >= 0 ? found : -found - 2;
  }

  private SourcePart partAt(int offset) {
    return parts.get(partIndex(offset));
  }

  /** Index of the part that {@code offset} lies in; the last one's where it lies behind all. */
  int partIndex(int offset) {
    int low = 0;
    int high = parts.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (parts.get(middle).start() <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private int[] lines() {
    int[] known = lineStarts;
    if (known == null) {
      known = countLines();
      lineStarts = known;
    }
    return known;
  }

  private int[] countLines() {
    int lines = 1;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      lines++;
    }
    int[] starts = new int[lines];
    int line = 0;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      starts[++line] = i + 1;
    }
    return starts;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SourceText that
        && name.equals(that.name)
        && text.equals(that.text)
        && parts.equals(that.parts);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, text);
  }

  /** The name and the length: a text can be long. */
  @Override
  public String toString() {
    return name + " (" + text.length() + " characters)";
  }
}
