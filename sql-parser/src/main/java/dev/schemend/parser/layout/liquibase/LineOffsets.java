package dev.schemend.parser.layout.liquibase;

import java.util.ArrayList;
import java.util.List;

/** Where the lines of a text begin, for readers that tell places in lines and columns. */
final class LineOffsets {

  private final List<Integer> starts = new ArrayList<>(List.of(0));
  private final int length;

  LineOffsets(String text) {
    this.length = text.length();
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      starts.add(i + 1);
    }
  }

  /** The offset of a place, both counted from 1; the nearest one where it is none. */
  int offset(int line, int column) {
    int start = starts.get(Math.clamp(line - 1, 0, starts.size() - 1));
    return Math.clamp(start + column - 1L, 0, length);
  }
}
