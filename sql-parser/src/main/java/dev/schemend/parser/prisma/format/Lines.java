package dev.schemend.parser.prisma.format;

import dev.schemend.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The lines inside of a block: entries, comments and empty lines. */
final class Lines {

  /** One line that is to be written. */
  private sealed interface Line {
    /** An entry with the comment behind it. */
    record Entry(Row row, String comment) implements Line {}

    /** A line without an entry. */
    record Comment(String text) implements Line {}

    /** Nothing. */
    record Blank() implements Line {}
  }

  private static final String INDENT = "  ";

  private final String text;
  private final int start;
  private final int end;
  private final Map<Integer, Row> rows = new TreeMap<>();
  private final Map<Integer, Integer> ends = new TreeMap<>();

  Lines(String text, int start, int end) {
    this.text = text;
    this.start = start;
    this.end = end;
  }

  /** What stands behind the opening brace. */
  String behindBrace() {
    return text.substring(start, lineEnd(start)).strip();
  }

  void put(SourceSpan span, Row row) {
    rows.put(span.start(), row);
    ends.put(span.start(), span.end());
  }

  private int lineEnd(int from) {
    int line = text.indexOf('\n', from);
    return line < 0 || line > end ? end : line;
  }

  String formatted() {
    List<Line> lines = read();
    StringBuilder out = new StringBuilder();
    int from = 0;
    while (from < lines.size()) {
      int to = from;
      while (to < lines.size() && !(lines.get(to) instanceof Line.Blank)) {
        to++;
      }
      group(lines.subList(from, to), out);
      if (to < lines.size()) {
        out.append('\n');
      }
      from = to + 1;
    }
    return out.toString();
  }

  private List<Line> read() {
    List<Line> lines = new ArrayList<>();
    int at = Math.min(lineEnd(start) + 1, end);
    while (at < end) {
      int line = lineEnd(at);
      int first = at;
      int entry =
          rows.keySet().stream()
              .filter(place -> place >= first && place < line)
              .findFirst()
              .orElse(-1);
      if (entry >= 0) {
        int rest = ends.get(entry);
        int last = lineEnd(rest);
        add(lines, new Line.Entry(rows.get(entry), text.substring(rest, last).strip()));
        at = last + 1;
      } else {
        String words = text.substring(at, line).strip();
        add(lines, words.isEmpty() ? new Line.Blank() : new Line.Comment(words));
        at = line + 1;
      }
    }
    while (!lines.isEmpty() && lines.getLast() instanceof Line.Blank) {
      lines.removeLast();
    }
    return lines;
  }

  private static void add(List<Line> lines, Line line) {
    boolean open = lines.isEmpty() || lines.getLast() instanceof Line.Blank;
    if (line instanceof Line.Blank && open) {
      return;
    }
    if (line instanceof Line.Entry(Row row, String comment)
        && row.ofBlock()
        && !open
        && lines.getLast() instanceof Line.Entry(Row before, String behind)
        && !before.ofBlock()) {
      lines.add(new Line.Blank());
    }
    lines.add(line);
  }

  /** Lines without an empty one between them share their columns. */
  private static void group(List<Line> lines, StringBuilder out) {
    List<Integer> widths = new ArrayList<>();
    for (Line line : lines) {
      if (line instanceof Line.Entry(Row row, String comment) && !row.ofBlock()) {
        for (int i = 0; i < row.cells().size(); i++) {
          int width = row.cells().get(i).codePointCount(0, row.cells().get(i).length());
          if (i == widths.size()) {
            widths.add(0);
          }
          widths.set(i, Math.max(widths.get(i), width));
        }
      }
    }
    for (Line line : lines) {
      switch (line) {
        case Line.Entry(Row row, String comment) -> {
          String words = row.ofBlock() ? row.cells().getFirst() : aligned(row, widths);
          out.append(INDENT).append((words + " " + comment).stripTrailing()).append('\n');
        }
        case Line.Comment(String words) -> out.append(INDENT).append(words).append('\n');
        case Line.Blank blank -> {}
      }
    }
  }

  private static String aligned(Row row, List<Integer> widths) {
    StringBuilder aligned = new StringBuilder();
    for (int i = 0; i < row.cells().size(); i++) {
      String cell = row.cells().get(i);
      aligned.append(cell);
      if (i < row.cells().size() - 1) {
        aligned.append(" ".repeat(1 + widths.get(i) - cell.codePointCount(0, cell.length())));
      }
    }
    return aligned.toString().stripTrailing();
  }
}
