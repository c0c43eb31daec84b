package dev.schemend.evaluate;

import dev.schemend.query.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Arrays in the text form of PostgreSQL (manual, 8.15.2): <code>{a,"b c",NULL}</code>. */
public final class Arrays {

  private Arrays() {}

  /** The elements of a one-dimensional array as texts; empty where it is something else. */
  public static Optional<List<Value>> parse(String text) {
    String body = text.strip();
    if (body.length() < 2 || body.charAt(0) != '{' || body.charAt(body.length() - 1) != '}') {
      return Optional.empty();
    }
    List<Value> items = new ArrayList<>();
    int at = 1;
    int end = body.length() - 1;
    while (at < end) {
      StringBuilder item = new StringBuilder();
      boolean quoted = false;
      boolean inside = false;
      while (at < end && (inside || body.charAt(at) != ',')) {
        char c = body.charAt(at);
        if (c == '\\' && at + 1 < end) {
          at++;
          item.append(body.charAt(at));
        } else if (c == '"') {
          quoted = true;
          inside = !inside;
        } else if (!inside && c == '{') {
          return Optional.empty();
        } else {
          item.append(c);
        }
        at++;
      }
      at++;
      String value = quoted ? item.toString() : item.toString().strip();
      items.add(!quoted && value.equalsIgnoreCase("null") ? Value.NULL : Value.of(value));
    }
    return Optional.of(items);
  }

  /** The text form of the elements, each already a text; empty ones are null. */
  public static String print(List<Optional<String>> items) {
    StringBuilder text = new StringBuilder("{");
    for (Optional<String> item : items) {
      if (text.length() > 1) {
        text.append(',');
      }
      text.append(item.map(Arrays::quoted).orElse("NULL"));
    }
    return text.append('}').toString();
  }

  private static String quoted(String item) {
    boolean plain =
        !item.isEmpty()
            && !item.equalsIgnoreCase("null")
            && item.chars().noneMatch(c -> "{}\",\\ \t\n\r".indexOf(c) >= 0);
    return plain ? item : '"' + item.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
