package dev.schemend.parser.mysql;

import dev.schemend.expr.SqlExpr.StringLiteral;
import dev.schemend.parser.mysql.MySqlParser.TextLiteralContext;
import java.util.Locale;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Strings as MySQL reads and writes them (manual, 9.1.1, 9.1.4 and 9.1.5). */
final class Literals {

  private Literals() {}

  /** The characters between the quotes, escapes resolved. */
  static String unquoted(String token) {
    char quote = token.charAt(0);
    StringBuilder value = new StringBuilder(token.length());
    int end = token.length() - 1;
    for (int i = 1; i < end; i++) {
      char c = token.charAt(i);
      if (c == '\\' && i + 1 < end) {
        i++;
        escape(token.charAt(i), value);
      } else {
        value.append(c);
        if (c == quote) {
          i++;
        }
      }
    }
    return value.toString();
  }

  private static void escape(char c, StringBuilder value) {
    switch (c) {
      case '0' -> value.append('\0');
      case 'b' -> value.append('\b');
      case 'n' -> value.append('\n');
      case 'r' -> value.append('\r');
      case 't' -> value.append('\t');
      case 'Z' -> value.append('\u001A');
      // Outside of patterns these two keep their backslash.
      case '%', '_' -> value.append('\\').append(c);
      default -> value.append(c);
    }
  }

  /** {@code value} between single quotes. */
  static String quoted(String value) {
    StringBuilder text = new StringBuilder(value.length() + 2).append('\'');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\'' -> text.append("''");
        case '\\' -> text.append("\\\\");
        case '\0' -> text.append("\\0");
        case '\u001A' -> text.append("\\Z");
        // A bare carriage return would not survive tools that change line ends.
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
    }
    return text.append('\'').toString();
  }

  static StringLiteral read(TextLiteralContext context) {
    String introducer =
        context.INTRODUCER() == null ? "" : context.INTRODUCER().getText().toLowerCase(Locale.ROOT);
    if (context.HEX_STRING() != null) {
      String digits = digits(context.HEX_STRING().getText());
      return new StringLiteral("x", digits.length() % 2 == 0 ? digits : "0" + digits);
    }
    if (context.BIT_STRING() != null) {
      return new StringLiteral("b", digits(context.BIT_STRING().getText()));
    }
    String text = context.STRING().stream().map(Literals::value).collect(Collectors.joining());
    if (context.NATIONAL_STRING() != null) {
      String first = unquoted(context.NATIONAL_STRING().getText().substring(1));
      return new StringLiteral("_utf8mb3", first + text);
    }
    return new StringLiteral(introducer, text);
  }

  // x'4142', 0x4142, b'01', 0b01: two characters in front, perhaps a quote behind.
  private static String digits(String token) {
    return token.substring(2, token.endsWith("'") ? token.length() - 1 : token.length());
  }

  static String value(ParseTree string) {
    return unquoted(string.getText());
  }

  static String value(TerminalNode string) {
    return unquoted(string.getText());
  }
}
