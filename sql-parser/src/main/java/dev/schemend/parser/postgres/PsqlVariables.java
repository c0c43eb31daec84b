package dev.schemend.parser.postgres;

import dev.schemend.parser.split.Characters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The variables of a psql session, as far as a script says what is in them. Source: manual, "psql",
 * sections "Variables" and "SQL Interpolation".
 */
final class PsqlVariables {

  /** Beyond it a value is taken for unknown: one that is doubled again and again has no end. */
  private static final int LONGEST = 1_000_000;

  // A name without a value was set by something that only a running psql knows.
  private final Map<String, Optional<String>> values = new HashMap<>();
  private boolean queried;

  /** How a variable is written in a text. */
  enum Form {
    PLAIN,
    LITERAL,
    IDENTIFIER,
    /** {@code :{?name}}: whether it is set. */
    TEST
  }

  /**
   * A variable in a text.
   *
   * @param end offset behind it
   */
  record Reference(String name, Form form, int end) {}

  /** What stands for a reference. */
  sealed interface Value {
    /** A text. */
    record Known(String text) implements Value {}

    /** Something that cannot be told from here. */
    record Unknown() implements Value {}

    /** There is no such variable: psql leaves the text as it is. */
    record None() implements Value {}
  }

  void set(String name, Optional<String> value) {
    values.put(name, value.filter(text -> text.length() <= LONGEST));
  }

  void unset(String name) {
    values.remove(name);
  }

  /** A query has set variables named as its columns; the names are somewhere in its text. */
  void setByQuery(String query) {
    queried = true;
    values.replaceAll((name, value) -> query.contains(name) ? Optional.empty() : value);
  }

  /** The reference that begins with the colon at an offset, if one does. */
  static Optional<Reference> reference(String text, int colon) {
    if (colon + 1 >= text.length()) {
      return Optional.empty();
    }
    char c = text.charAt(colon + 1);
    if (c == '\'' || c == '"') {
      int end = nameEnd(text, colon + 2);
      boolean closed = end > colon + 2 && end < text.length() && text.charAt(end) == c;
      return closed
          ? Optional.of(
              new Reference(
                  text.substring(colon + 2, end),
                  c == '"' ? Form.IDENTIFIER : Form.LITERAL,
                  end + 1))
          : Optional.empty();
    }
    if (text.startsWith("{?", colon + 1)) {
      int end = nameEnd(text, colon + 3);
      boolean closed = end > colon + 3 && end < text.length() && text.charAt(end) == '}';
      return closed
          ? Optional.of(new Reference(text.substring(colon + 3, end), Form.TEST, end + 1))
          : Optional.empty();
    }
    int end = nameEnd(text, colon + 1);
    return end > colon + 1
        ? Optional.of(new Reference(text.substring(colon + 1, end), Form.PLAIN, end))
        : Optional.empty();
  }

  private static int nameEnd(String text, int from) {
    int end = from;
    while (end < text.length()
        && (Characters.isNameLetter(text.charAt(end)) || Characters.isDigit(text.charAt(end)))) {
      end++;
    }
    return end;
  }

  Value value(Reference reference) {
    Optional<String> value = values.get(reference.name());
    if (value == null) {
      return missing(reference);
    }
    if (reference.form() == Form.TEST) {
      return new Value.Known("TRUE");
    }
    return value
        .<Value>map(text -> new Value.Known(quoted(text, reference.form())))
        .orElseGet(Value.Unknown::new);
  }

  private Value missing(Reference reference) {
    if (queried) {
      return new Value.Unknown();
    }
    return reference.form() == Form.TEST ? new Value.Known("FALSE") : new Value.None();
  }

  private static String quoted(String text, Form form) {
    return switch (form) {
      case PLAIN, TEST -> text;
      case IDENTIFIER -> "\"" + text.replace("\"", "\"\"") + "\"";
      case LITERAL -> {
        String doubled = text.replace("'", "''");
        yield text.indexOf('\\') < 0
            ? "'" + doubled + "'"
            : " E'" + doubled.replace("\\", "\\\\") + "'";
      }
    };
  }

  /** The text of an argument, its quotes taken off and its variables replaced; empty if unknown. */
  Optional<String> argument(String word) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < word.length()) {
      char c = word.charAt(at);
      if (c == '`') {
        return Optional.empty();
      }
      if (c == '\'' || c == '"') {
        int close = Characters.closeQuote(word, at + 1, c, c == '\'');
        int end = close < 0 ? word.length() : close - 1;
        text.append(c == '"' ? word.substring(at, end) + c : unescaped(word, at + 1, end));
        at = close < 0 ? word.length() : close;
        continue;
      }
      Optional<Reference> reference = c == ':' ? reference(word, at) : Optional.empty();
      if (reference.isEmpty()) {
        text.append(c);
        at++;
        continue;
      }
      switch (value(reference.get())) {
        case Value.Known known -> text.append(known.text());
        case Value.None none -> text.append(word, at, reference.get().end());
        case Value.Unknown unknown -> {
          return Optional.empty();
        }
      }
      at = reference.get().end();
    }
    return Optional.of(text.toString());
  }

  /** The arguments of a command put together, as {@code \set} does; empty if one is unknown. */
  Optional<String> joined(List<String> words) {
    List<String> texts = new ArrayList<>();
    for (String word : words) {
      Optional<String> text = argument(word);
      if (text.isEmpty()) {
        return Optional.empty();
      }
      texts.add(text.get());
    }
    return Optional.of(String.join("", texts));
  }

  private static String unescaped(String word, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      char c = word.charAt(i);
      boolean pair = i + 1 < to;
      if (c == '\'' && pair && word.charAt(i + 1) == '\'') {
        i++;
        text.append(c);
      } else if (c == '\\' && pair) {
        i++;
        text.append(escape(word.charAt(i)));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  private static char escape(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      default -> c;
    };
  }
}
