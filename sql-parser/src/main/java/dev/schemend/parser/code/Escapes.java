package dev.schemend.parser.code;

/** Backslashes in strings and names. */
final class Escapes {

  private static final int HEX = 16;
  private static final int OCTAL = 8;

  private Escapes() {}

  /** {@code E'…'} of PostgreSQL (manual, 4.1.2.2). */
  static String postgres(String raw) {
    StringBuilder value = new StringBuilder();
    int at = 0;
    while (at < raw.length()) {
      char c = raw.charAt(at);
      if (c == '\'') {
        value.append(c);
        at += 2;
      } else if (c != '\\' || at + 1 == raw.length()) {
        value.append(c);
        at++;
      } else {
        at = escape(raw, at + 1, value);
      }
    }
    return value.toString();
  }

  private static int escape(String raw, int at, StringBuilder value) {
    char c = raw.charAt(at);
    return switch (c) {
      case 'b' -> plain('\b', at, value);
      case 'f' -> plain('\f', at, value);
      case 'n' -> plain('\n', at, value);
      case 'r' -> plain('\r', at, value);
      case 't' -> plain('\t', at, value);
      case 'x' -> code(raw, at + 1, 2, HEX, value);
      case 'u' -> code(raw, at + 1, 4, HEX, value);
      case 'U' -> code(raw, at + 1, 8, HEX, value);
      case '0', '1', '2', '3', '4', '5', '6', '7' -> code(raw, at, 3, OCTAL, value);
      default -> plain(c, at, value);
    };
  }

  private static int plain(char c, int at, StringBuilder value) {
    value.append(c);
    return at + 1;
  }

  private static int code(String raw, int from, int most, int radix, StringBuilder value) {
    int end = from;
    int code = 0;
    while (end < raw.length()
        && end - from < most
        && Character.digit(raw.charAt(end), radix) >= 0) {
      code = code * radix + Character.digit(raw.charAt(end), radix);
      end++;
    }
    if (end > from && Character.isValidCodePoint(code)) {
      value.appendCodePoint(code);
    }
    return end;
  }

  /** <code>U&amp;'…'</code> of PostgreSQL (manual, 4.1.2.3), with the backslash as its escape. */
  static String unicode(String raw) {
    StringBuilder value = new StringBuilder();
    int at = 0;
    while (at < raw.length()) {
      char c = raw.charAt(at);
      if (c != '\\') {
        value.append(c);
        at++;
      } else if (raw.startsWith("\\\\", at)) {
        value.append('\\');
        at += 2;
      } else {
        boolean six = raw.startsWith("\\+", at);
        at = code(raw, six ? at + 2 : at + 1, six ? 6 : 4, HEX, value);
      }
    }
    return value.toString();
  }

  /** Strings of MySQL (manual, 9.1.1). */
  static String mysql(String raw, char quote) {
    StringBuilder value = new StringBuilder();
    int at = 0;
    while (at < raw.length()) {
      char c = raw.charAt(at);
      if (c == quote) {
        value.append(c);
        at += 2;
      } else if (c != '\\' || at + 1 == raw.length()) {
        value.append(c);
        at++;
      } else {
        char next = raw.charAt(at + 1);
        switch (next) {
          case '0' -> value.append('\0');
          case 'b' -> value.append('\b');
          case 'n' -> value.append('\n');
          case 'r' -> value.append('\r');
          case 't' -> value.append('\t');
          case 'Z' -> value.append('\u001a');
          // Kept with their backslash, which LIKE reads.
          case '%', '_' -> value.append('\\').append(next);
          default -> value.append(next);
        }
        at += 2;
      }
    }
    return value.toString();
  }
}
