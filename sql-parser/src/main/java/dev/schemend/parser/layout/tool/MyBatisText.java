package dev.schemend.parser.layout.tool;

import dev.schemend.parser.layout.HistoryNotes;
import dev.schemend.parser.layout.LayoutOptions;
import dev.schemend.parser.layout.Placeholders;
import dev.schemend.parser.split.Characters;
import dev.schemend.source.SourceComposer;
import dev.schemend.source.SourceText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What MyBatis Migrations replaces in a script: {@code ${name}}, lines of comment, which it never
 * sends, and the delimiter that {@code -- @DELIMITER} names. Source: its manual, "Migrate:
 * Environment properties" and "Alternative delimiters" ({@code ScriptRunner}).
 */
final class MyBatisText {

  private static final Pattern DELIMITER =
      Pattern.compile("(?:--|//)\\s*(?://)?\\s*@DELIMITER\\s+(\\S+)", Pattern.CASE_INSENSITIVE);

  private MyBatisText() {}

  static SourceText replace(SourceText section, LayoutOptions options, HistoryNotes notes) {
    return lines(
        new Placeholders("${", "}", name -> Optional.ofNullable(options.variables().get(name)))
            .replace(section, notes));
  }

  /** Another delimiter ends a line; in its place a semicolon is read. */
  private static SourceText lines(SourceText script) {
    String text = script.text();
    SourceComposer composer = new SourceComposer(script.name());
    String delimiter = ";";
    int at = 0;
    while (at < text.length()) {
      int end = Characters.lineEnd(text, at);
      int content = Characters.trimEnd(text, at, end);
      String line = text.substring(at, content).stripLeading();
      if (line.startsWith("--") || line.startsWith("//")) {
        Matcher named = DELIMITER.matcher(line);
        delimiter = named.matches() ? named.group(1) : delimiter;
      } else if (!delimiter.equals(";")
          && text.startsWith(delimiter, content - delimiter.length())) {
        int from = content - delimiter.length();
        composer.copy(script, at, from).insert(";", script, from);
      } else {
        composer.copy(script, at, content);
      }
      int next = Math.min(end + 1, text.length());
      composer.copy(script, content, next);
      at = next;
    }
    return composer.build();
  }
}
