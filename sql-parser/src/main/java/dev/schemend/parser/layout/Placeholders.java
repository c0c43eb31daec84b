package dev.schemend.parser.layout;

import dev.schemend.source.SourceComposer;
import dev.schemend.source.SourceText;
import java.util.Optional;
import java.util.function.Function;

/**
 * Replaces placeholders in a script. Places behind one stay those of the file. One without a value
 * stays as it is and is warned of: where it matters the statement is then broken, and where it
 * stands in data or in a comment it does no harm.
 *
 * @param prefix what opens one, a dollar and a brace with most tools
 * @param suffix what closes it
 * @param values the value of a name, where it is known
 */
public record Placeholders(
    String prefix, String suffix, Function<String, Optional<String>> values) {

  /** The code of a placeholder without a value. */
  public static final String UNKNOWN = "unknown-placeholder";

  private static final int LONGEST_NAME = 200;

  /** The script with the values in place. */
  public SourceText replace(SourceText script, HistoryNotes notes) {
    String text = script.text();
    int at = text.indexOf(prefix);
    if (at < 0 || prefix.isEmpty() || suffix.isEmpty()) {
      return script;
    }
    SourceComposer composer = new SourceComposer(script.name());
    int kept = 0;
    while (at >= 0) {
      int nameStart = at + prefix.length();
      int close = text.indexOf(suffix, nameStart);
      if (close < 0) {
        break;
      }
      String name = close - nameStart > LONGEST_NAME ? "" : text.substring(nameStart, close);
      int next = nameStart;
      if (isName(name)) {
        int end = close + suffix.length();
        Optional<String> value = values.apply(name.strip());
        if (value.isPresent()) {
          composer.copy(script, kept, at).insert(value.get(), script, at);
          kept = end;
        } else {
          notes.warn(
              UNKNOWN,
              script.span(at, end),
              "no value is known for the placeholder " + text.substring(at, end),
              "give it with --variable NAME=VALUE");
        }
        next = end;
      }
      at = text.indexOf(prefix, next);
    }
    return composer.copy(script, kept, text.length()).build();
  }

  private static boolean isName(String name) {
    return !name.isBlank() && name.chars().noneMatch(c -> c == '\n' || c == '{' || c == '$');
  }
}
