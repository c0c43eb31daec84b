package dev.schemend.parser.layout.liquibase;

import dev.schemend.source.SourceComposer;
import dev.schemend.source.SourceText;

/** Finds a value again in the file that it was read from, line by line. */
final class WrittenLines {

  private WrittenLines() {}

  /**
   * A text with the places that its lines have in a file. YAML takes indentation away, XML and JSON
   * have escapes: a line that is not there as it is stands where the value begins.
   *
   * @param value what was read
   * @param file what it was read from
   * @param offset where it begins there, or a little before
   */
  static SourceText of(String value, SourceText file, int offset) {
    SourceComposer composer = new SourceComposer(file.name());
    String text = file.text();
    int cursor = Math.min(offset, text.length());
    int at = 0;
    while (at < value.length()) {
      int feed = value.indexOf('\n', at);
      int end = feed < 0 ? value.length() : feed;
      String line = value.substring(at, end);
      int found = line.isBlank() ? -1 : near(text, line.strip(), cursor, value.length());
      if (found < 0) {
        composer.insert(line, file, cursor);
      } else {
        int lead = line.length() - line.stripLeading().length();
        composer.insert(line.substring(0, lead), file, found);
        composer.copy(file, found, found + line.strip().length());
        composer.insert(line.substring(lead + line.strip().length()), file, found);
        cursor = found + line.strip().length();
      }
      if (feed >= 0) {
        composer.insert("\n", file, cursor);
      }
      at = end + 1;
    }
    return composer.build();
  }

  /** Offset of a line not far behind the cursor; indentation and escapes make the file longer. */
  private static int near(String text, String line, int cursor, int length) {
    int found = text.indexOf(line, cursor);
    return found < cursor + 4L * length + 1000 ? found : -1;
  }
}
