package dev.schemend.parser.postgres;

import dev.schemend.parser.split.Characters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A meta-command of psql. Source: manual, "psql", section "Meta-Commands".
 *
 * @param name without the backslash
 * @param words what stands behind it, cut at white space outside of quotes and not yet unquoted
 */
record PsqlCommand(String name, List<String> words) {

  /** Their arguments go to the end of the line, backslashes included. */
  private static final Set<String> WHOLE_LINE = Set.of("!", "copy", "ef", "ev", "sf", "sv");

  PsqlCommand {
    words = List.copyOf(words);
  }

  /** The commands of a line that begins with a backslash: an argument cannot hold another. */
  static List<PsqlCommand> of(String line) {
    List<PsqlCommand> commands = new ArrayList<>();
    int at = 0;
    while (at < line.length() && line.charAt(at) == '\\') {
      int nameEnd = nameEnd(line, at + 1);
      String name = line.substring(at + 1, nameEnd);
      List<String> words = new ArrayList<>();
      at = WHOLE_LINE.contains(name) ? line.length() : words(line, nameEnd, words);
      if (WHOLE_LINE.contains(name)) {
        words.add(line.substring(nameEnd).strip());
      }
      if (!name.isEmpty()) {
        commands.add(new PsqlCommand(name, words));
      }
    }
    return commands;
  }

  private static int nameEnd(String line, int from) {
    int end = from;
    while (end < line.length()
        && line.charAt(end) != '\\'
        && !Characters.isSpace(line.charAt(end))) {
      end++;
      if (line.charAt(end - 1) == '!') {
        return end;
      }
    }
    return end;
  }

  /** Offset of the backslash that ends the arguments, or of the end of the line. */
  private static int words(String line, int from, List<String> words) {
    int at = from;
    StringBuilder word = new StringBuilder();
    while (at < line.length() && line.charAt(at) != '\\') {
      char c = line.charAt(at);
      if (Characters.isSpace(c)) {
        add(word, words);
        at++;
      } else if (c == '\'' || c == '"' || c == '`') {
        int close = Characters.closeQuote(line, at + 1, c, c == '\'');
        int end = close < 0 ? line.length() : close;
        word.append(line, at, end);
        at = end;
      } else {
        word.append(c);
        at++;
      }
    }
    add(word, words);
    return at;
  }

  private static void add(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }
}
