package dev.schemend.dialect.postgres;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * JSON as {@code jsonb} prints it (manual, 8.14; server source {@code jsonb.c}): one space behind
 * commas and colons, keys by length and then bytes, the last of equal keys. Numbers and strings
 * with escapes are left to the server, and so is everything that holds one.
 */
final class JsonbText {

  private static final int DEEPEST = 64;

  private final String text;
  private int at;

  private JsonbText(String text) {
    this.text = text;
  }

  static Optional<String> of(String text) {
    JsonbText reader = new JsonbText(text);
    Optional<String> value = reader.value(0);
    reader.space();
    return reader.at == text.length() ? value : Optional.empty();
  }

  private void space() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean take(char expected) {
    space();
    if (at < text.length() && text.charAt(at) == expected) {
      at++;
      return true;
    }
    return false;
  }

  private Optional<String> value(int depth) {
    space();
    if (at >= text.length() || depth > DEEPEST) {
      return Optional.empty();
    }
    return switch (text.charAt(at)) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> string();
      default -> word();
    };
  }

  private Optional<String> array(int depth) {
    take('[');
    List<String> elements = new ArrayList<>();
    if (take(']')) {
      return Optional.of("[]");
    }
    do {
      Optional<String> element = value(depth + 1);
      if (element.isEmpty()) {
        return Optional.empty();
      }
      elements.add(element.get());
    } while (take(','));
    return take(']') ? Optional.of("[" + String.join(", ", elements) + "]") : Optional.empty();
  }

  private Optional<String> object(int depth) {
    take('{');
    TreeMap<String, String> members =
        new TreeMap<>(
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
    if (take('}')) {
      return Optional.of("{}");
    }
    do {
      space();
      Optional<String> key = string();
      Optional<String> member = key.isPresent() && take(':') ? value(depth + 1) : Optional.empty();
      if (member.isEmpty()) {
        return Optional.empty();
      }
      members.put(key.get(), member.get());
    } while (take(','));
    if (!take('}')) {
      return Optional.empty();
    }
    List<String> printed = new ArrayList<>();
    members.forEach((key, member) -> printed.add(key + ": " + member));
    return Optional.of("{" + String.join(", ", printed) + "}");
  }

  // Only printable ASCII without escapes: its length in characters is its length in bytes.
  private Optional<String> string() {
    int start = at;
    if (!take('"')) {
      return Optional.empty();
    }
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at);
      if (c == '\\' || c < ' ' || c > '~') {
        return Optional.empty();
      }
      at++;
    }
    return take('"') ? Optional.of(text.substring(start, at)) : Optional.empty();
  }

  private Optional<String> word() {
    int start = at;
    while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(start, at);
    boolean plain =
        word.equals("true")
            || word.equals("false")
            || word.equals("null")
            || word.matches("-?(0|[1-9]\\d*)(\\.\\d+)?");
    return plain && !word.equals("-0") ? Optional.of(word) : Optional.empty();
  }
}
