package dev.schemend.dialect.mysql;

import dev.schemend.dialect.Flavor;
import dev.schemend.expr.SqlExpr;
import dev.schemend.expr.SqlExpr.FunctionCall;
import dev.schemend.expr.SqlExpr.NumberLiteral;
import dev.schemend.expr.SqlExpr.StringLiteral;
import dev.schemend.type.SqlType.Builtin;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Defaults of {@code DATE}, {@code TIME}, {@code DATETIME} and {@code TIMESTAMP} columns. The
 * servers take many spellings of a moment (manual, 11.2.8 and 9.1.3) and print one.
 */
final class MySqlMoments {

  private static final Pattern DATE_TIME =
      Pattern.compile(
          "(\\d{4})\\D(\\d{1,2})\\D(\\d{1,2})"
              + "(?:[T ]+(\\d{1,2})(?:\\D(\\d{1,2}))?(?:\\D(\\d{1,2}))?(?:\\.(\\d{0,6}))?)?");
  private static final Pattern DATE_TIME_DIGITS =
      Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:(\\d{2})(\\d{2})(\\d{2})(?:\\.(\\d{0,6}))?)?");
  private static final Pattern TIME =
      Pattern.compile("(-?)(\\d{1,3}):(\\d{1,2})(?::(\\d{1,2}))?(?:\\.(\\d{0,6}))?");
  private static final Pattern TIME_DIGITS =
      Pattern.compile("(-?)(\\d{1,3})(\\d{2})(\\d{2})(?:\\.(\\d{0,6}))?");
  private static final Pattern BARE_NOW = Pattern.compile("(?i)current_timestamp(?:\\((\\d?)\\))?");

  private MySqlMoments() {}

  static SqlExpr typed(SqlExpr value, Builtin type, Flavor flavor) {
    if (MySqlFunctions.isNow(value)) {
      return now((FunctionCall) value, type, flavor);
    }
    boolean quoted = false;
    String text;
    if (value instanceof NumberLiteral number) {
      text = number.digits();
    } else if (value instanceof StringLiteral literal
        && (MySqlDefaults.isText(literal) || isMoment(literal.prefix()))) {
      text = literal.value();
      quoted = true;
    } else {
      return value;
    }
    Matcher now = BARE_NOW.matcher(text);
    if (quoted && now.matches()) {
      boolean plain = now.group(1) == null || now.group(1).isEmpty();
      return MySqlFunctions.now(plain ? List.of() : List.of(new NumberLiteral(now.group(1))));
    }
    int precision = type.modifiers().isEmpty() ? 0 : type.modifiers().getFirst();
    return type.name().equals("time")
        ? time(value, text, precision)
        : dateTime(value, text, type.name().equals("date"), precision);
  }

  // MariaDB gives CURRENT_TIMESTAMP the column's precision; MySQL refuses the column.
  private static SqlExpr now(FunctionCall now, Builtin type, Flavor flavor) {
    boolean adapted =
        flavor == Flavor.MARIADB && now.arguments().isEmpty() && !type.modifiers().isEmpty();
    return adapted
        ? MySqlFunctions.now(
            List.of(new NumberLiteral(String.valueOf(type.modifiers().getFirst()))))
        : now;
  }

  private static boolean isMoment(String prefix) {
    return prefix.equals("date") || prefix.equals("time") || prefix.equals("timestamp");
  }

  private static SqlExpr dateTime(SqlExpr value, String text, boolean dateOnly, int precision) {
    Matcher parts = DATE_TIME.matcher(text.strip());
    if (!parts.matches()) {
      parts = DATE_TIME_DIGITS.matcher(text.strip());
      if (!parts.matches()) {
        return text.matches("0+") ? zero(dateOnly, precision) : value;
      }
    }
    String date = parts.group(1) + "-" + two(parts.group(2)) + "-" + two(parts.group(3));
    return new StringLiteral(
        "",
        dateOnly
            ? date
            : date
                + " "
                + two(parts.group(4))
                + ":"
                + two(parts.group(5))
                + ":"
                + two(parts.group(6))
                + fraction(parts.group(7), precision));
  }

  private static SqlExpr zero(boolean dateOnly, int precision) {
    return new StringLiteral(
        "", dateOnly ? "0000-00-00" : "0000-00-00 00:00:00" + fraction("", precision));
  }

  private static SqlExpr time(SqlExpr value, String text, int precision) {
    Matcher parts = TIME.matcher(text.strip());
    if (!parts.matches()) {
      parts = TIME_DIGITS.matcher(text.strip());
      if (!parts.matches()) {
        return value;
      }
    }
    return new StringLiteral(
        "",
        parts.group(1)
            + two(parts.group(2))
            + ":"
            + two(parts.group(3))
            + ":"
            + two(parts.group(4))
            + fraction(parts.group(5), precision));
  }

  private static String two(String digits) {
    return digits == null ? "00" : digits.length() < 2 ? "0" + digits : digits;
  }

  private static String fraction(String digits, int precision) {
    if (precision == 0) {
      return "";
    }
    String padded = (digits == null ? "" : digits) + "0".repeat(precision);
    return String.format(Locale.ROOT, ".%s", padded.substring(0, precision));
  }
}
