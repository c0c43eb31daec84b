package dev.schemend.parser.mysql;

import dev.schemend.expr.SqlExpr.FunctionCall;
import java.util.Locale;

/** Function calls; the inverse of {@link CallReader}. */
final class CallPrinter {

  private CallPrinter() {}

  static String print(FunctionCall call) {
    String name = call.name().name().key();
    String arguments = ExpressionPrinter.list(call.arguments());
    int space = name.indexOf(' ');
    if (space > 0 && !call.name().isQualified()) {
      return special(name.substring(0, space), name.substring(space + 1), call, arguments);
    }
    String written = name(call);
    return call.parenthesized() ? written + "(" + arguments + ")" : written;
  }

  private static String special(String function, String word, FunctionCall call, String arguments) {
    String upper = word.toUpperCase(Locale.ROOT);
    return switch (function) {
      case "trim" ->
          call.arguments().size() == 1
              ? "trim(" + upper + " FROM " + arguments + ")"
              : "trim("
                  + upper
                  + " "
                  + ExpressionPrinter.print(call.arguments().get(0))
                  + " FROM "
                  + ExpressionPrinter.print(call.arguments().get(1))
                  + ")";
      case "extract" -> "extract(" + upper + " FROM " + arguments + ")";
      case "timestampadd", "timestampdiff" -> function + "(" + upper + ", " + arguments + ")";
      case "convert", "char" ->
          function + "(" + arguments + " USING " + word.substring("using ".length()) + ")";
      default -> throw new IllegalArgumentException("MySQL has no such call: " + call);
    };
  }

  private static String name(FunctionCall call) {
    if (call.name().isQualified()) {
      return SqlNames.quoted(call.name());
    }
    String key = call.name().name().key();
    if (key.equals("current_timestamp")) {
      return "CURRENT_TIMESTAMP";
    }
    return isPlain(key) ? key : SqlNames.quoted(key);
  }

  private static boolean isPlain(String name) {
    return !Character.isDigit(name.codePointAt(0))
        && name.chars()
            .allMatch(c -> c == '_' || c == '$' || (c < 0x80 && Character.isLetterOrDigit(c)));
  }
}
