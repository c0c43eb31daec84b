package dev.schemend.parser.prisma.pull;

import dev.schemend.source.SourceSpan;
import dev.schemend.source.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Changes to the text of a formatted file, by places in it as it was. */
final class Edits {

  private record Edit(int start, int end, String text) {}

  private final SourceText file;
  private final String text;
  private final List<Edit> edits = new ArrayList<>();

  Edits(SourceText file) {
    this.file = file;
    this.text = file.text();
  }

  String name() {
    return file.name();
  }

  void replace(int start, int end, String replacement) {
    edits.add(new Edit(start, end, replacement));
  }

  /** Takes the lines of an entry away, with the documentation above it. */
  void remove(SourceSpan entry) {
    int start = lineStart(entry.start());
    while (start > 0) {
      int above = lineStart(start - 1);
      if (!text.substring(above, start).strip().startsWith("///")) {
        break;
      }
      start = above;
    }
    edits.add(new Edit(start, Math.min(lineEnd(entry.end()) + 1, text.length()), ""));
  }

  /** Adds a line below an entry. */
  void below(SourceSpan entry, String line) {
    int next = Math.min(lineEnd(entry.end()) + 1, text.length());
    edits.add(new Edit(next, next, "  " + line + "\n"));
  }

  /** Adds a line before the brace that closes a block. */
  void atEnd(SourceSpan block, String line) {
    int at = lineStart(block.end() - 1);
    edits.add(new Edit(at, at, "  " + line + "\n"));
  }

  /** Adds text at the end of the file. */
  void append(String addition) {
    edits.add(new Edit(text.length(), text.length(), "\n" + addition));
  }

  private int lineStart(int at) {
    return text.lastIndexOf('\n', at - 1) + 1;
  }

  private int lineEnd(int at) {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end;
  }

  /** The text with all of them; those at one place in the order in which they came. */
  String applied() {
    StringBuilder result = new StringBuilder();
    int at = 0;
    // What comes at a place comes before what goes there.
    edits.sort(
        Comparator.comparingInt(Edit::start).thenComparing(edit -> edit.end() > edit.start()));
    for (Edit edit : edits) {
      if (edit.start() < at) {
        // Inside of what goes as a whole.
        continue;
      }
      result.append(text, at, edit.start()).append(edit.text());
      at = edit.end();
    }
    return result.append(text.substring(at)).toString();
  }
}
