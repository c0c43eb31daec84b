package dev.schemend.parser.postgres;

import org.antlr.v4.runtime.Token;

/** The characters that string constants stand for (manual, 4.1.2). */
final class StringConstants {

  private static final int HEX_RADIX = 16;
  private static final int OCTAL_RADIX = 8;
  private static final int OCTAL_DIGITS = 3;

  private StringConstants() {}

  static String value(PostgresParser.StringConstantContext context) {
    return value(context.getStart());
  }

  static String value(Token token) {
    String text = token.getText();
    return switch (token.getType()) {
      case PostgresLexer.ESCAPE_STRING -> escaped(body(text, "E'"));
      case PostgresLexer.NATIONAL_STRING -> body(text, "N'").replace("''", "'");
      case PostgresLexer.UNICODE_STRING -> unicode(body(text, "U&'").replace("''", "'"));
      case PostgresLexer.DOLLAR_STRING -> dollarBody(text);
      default -> joined(text);
    };
  }

  // Parts on lines of their own are one string.
  private static String joined(String text) {
    StringBuilder value = new StringBuilder();
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean doubled = inside && c == '\'' && i + 1 < text.length() && text.charAt(i + 1) == '\'';
      if (doubled) {
        value.append(c);
        i++;
      } else if (c == '\'') {
        inside = !inside;
      } else if (inside) {
        value.append(c);
      }
    }
    return value.toString();
  }

  private static String body(String text, String opening) {
    return text.substring(opening.length(), text.length() - 1);
  }

  /** What stands between the tags. */
  static String dollarBody(String text) {
    int tag = text.indexOf('$', 1) + 1;
    // A string that the script never closes ends with the script.
    int end = text.length() >= 2 * tag ? text.length() - tag : text.length();
    return text.substring(tag, end);
  }

  /** {@code \0041} and {@code \+01F600} of {@code U&} strings and names (4.1.2.3). */
  static String unicode(String text) {
    StringBuilder value = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c != '\\') {
        value.append(c);
        at++;
      } else if (at + 1 < text.length() && text.charAt(at + 1) == '\\') {
        value.append('\\');
        at += 2;
      } else {
        boolean six = at + 1 < text.length() && text.charAt(at + 1) == '+';
        at = code(text, six ? at + 2 : at + 1, six ? 6 : 4, HEX_RADIX, value);
      }
    }
    return value.toString();
  }

  // 4.1.2.2, table 4.1.
  private static String escaped(String text) {
    StringBuilder value = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\'') {
        value.append(c);
        at += 2;
      } else if (c != '\\' || at + 1 == text.length()) {
        value.append(c);
        at++;
      } else {
        at = escape(text, at + 1, value);
      }
    }
    return value.toString();
  }

  private static int escape(String text, int at, StringBuilder value) {
    char c = text.charAt(at);
    switch (c) {
      case 'b' -> value.append('\b');
      case 'f' -> value.append('\f');
      case 'n' -> value.append('\n');
      case 'r' -> value.append('\r');
      case 't' -> value.append('\t');
      case 'x' -> {
        return code(text, at + 1, 2, HEX_RADIX, value);
      }
      case 'u' -> {
        return code(text, at + 1, 4, HEX_RADIX, value);
      }
      case 'U' -> {
        return code(text, at + 1, 8, HEX_RADIX, value);
      }
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        return code(text, at, OCTAL_DIGITS, OCTAL_RADIX, value);
      }
      default -> value.append(c);
    }
    return at + 1;
  }

  private static int code(String text, int from, int most, int radix, StringBuilder value) {
    int end = from;
    int code = 0;
    while (end < text.length()
        && end - from < most
        && Character.digit(text.charAt(end), radix) >= 0) {
      code = code * radix + Character.digit(text.charAt(end), radix);
      end++;
    }
    if (Character.isValidCodePoint(code)) {
      value.appendCodePoint(code);
    }
    return end;
  }
}
