package dev.schemend.parser.split;

import dev.schemend.source.SourceSpan;
import dev.schemend.source.SourceText;
import java.util.Arrays;

/** The starts of a text's lines, so that many spans of one text cost one count. */
final class LineIndex {

  private final SourceText source;
  private final int[] lineStarts;

  LineIndex(SourceText source) {
    this.source = source;
    String text = source.text();
    int[] starts = new int[16];
    int lines = 1;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      if (lines == starts.length) {
        starts = Arrays.copyOf(starts, lines * 2);
      }
      starts[lines++] = i + 1;
    }
    this.lineStarts = Arrays.copyOf(starts, lines);
  }

  /** The same as {@link SourceText#span}, in logarithmic time. */
  SourceSpan span(int start, int end) {
    int found = Arrays.binarySearch(lineStarts, start);
    int line = found >= 0 ? found : -found - 2;
    return new SourceSpan(source.name(), start, end, line + 1, start - lineStarts[line] + 1);
  }
}
