package dev.schemend.dialect.postgres;

import dev.schemend.expr.SqlExpr;
import dev.schemend.type.SqlType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Constants as the server prints them again: a typed literal is read by its type's input function
 * when the expression is parsed, and printed by the output function. Where a spelling is not
 * understood it stays as written.
 */
final class Literals {

  private static final Set<String> TRUE = Set.of("t", "true", "y", "yes", "on", "1");
  private static final Set<String> FALSE = Set.of("f", "false", "n", "no", "off", "0");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");
  private static final Pattern DAY = Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2})");
  private static final Pattern MOMENT =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})[ T](\\d{2}:\\d{2})(:\\d{2})?(\\.\\d{1,6})?(?:"
              + " ?(Z|[+-]\\d{2}(?::?\\d{2})?))?");
  private static final Pattern CLOCK = Pattern.compile("(\\d{2}:\\d{2})(:\\d{2})?(\\.\\d{1,6})?");
  private static final Pattern MONEY = Pattern.compile("(-?)\\$?(\\d[\\d,]{0,17}(?:\\.\\d{0,9})?)");
  private static final Pattern BITS = Pattern.compile("[01]*");
  private static final Pattern HEX = Pattern.compile("\\\\x([0-9a-fA-F]{2})*");
  private static final DateTimeFormatter PRINTED =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final int HOURS_AND_MINUTES = "+0000".length();
  private static final int BITS_PER_DIGIT = 4;
  private static final int HEX_RADIX = 16;
  private static final int OCTAL_RADIX = 8;

  private Literals() {}

  /** A number without exponent, base prefix or underscores (4.1.2.6). */
  static String plain(String digits) {
    String plain = digits.replace("_", "").toLowerCase(Locale.ROOT);
    if (plain.startsWith("0x")) {
      return based(plain, HEX_RADIX);
    }
    if (plain.startsWith("0o")) {
      return based(plain, OCTAL_RADIX);
    }
    if (plain.startsWith("0b")) {
      return based(plain, 2);
    }
    return NUMBER.matcher(plain).matches() ? new BigDecimal(plain).toPlainString() : digits;
  }

  private static String based(String digits, int radix) {
    try {
      return new BigInteger(digits.substring(2), radix).toString();
    } catch (NumberFormatException notANumber) {
      return digits;
    }
  }

  /** A number without trailing zeros. */
  static String shortest(String digits) {
    if (!NUMBER.matcher(digits).matches()) {
      return digits;
    }
    return new BigDecimal(digits).stripTrailingZeros().toPlainString();
  }

  /** {@code X'1F'} is {@code B'00011111'} (4.1.2.5). */
  static SqlExpr bits(SqlExpr.StringLiteral string) {
    if (!string.prefix().equals("x")) {
      return string;
    }
    StringBuilder bits = new StringBuilder();
    for (char digit : string.value().toCharArray()) {
      int value = Character.digit(digit, HEX_RADIX);
      if (value < 0) {
        return string;
      }
      String binary = Integer.toBinaryString(value);
      bits.append("0".repeat(BITS_PER_DIGIT - binary.length())).append(binary);
    }
    return new SqlExpr.StringLiteral("b", bits.toString());
  }

  /** A string read as a value of {@code type}; the cast stays where the value needs it. */
  static SqlExpr typed(SqlExpr.StringLiteral literal, SqlType type) {
    if (!literal.prefix().isEmpty()) {
      boolean idle = type instanceof SqlType.Builtin builtin && builtin.name().startsWith("bit");
      return idle ? literal : new SqlExpr.Cast(literal, type);
    }
    return switch (type) {
      case SqlType.Builtin builtin -> builtin(literal, builtin);
      case SqlType.ArrayOf array ->
          new SqlExpr.Cast(new SqlExpr.StringLiteral("", array(literal.value())), type);
      case SqlType.UserDefined user -> new SqlExpr.Cast(literal, type);
      case SqlType.InlineEnum inline -> new SqlExpr.Cast(literal, type);
    };
  }

  // '{a, b}' is '{a,b}' (8.15.2); anything with quotes or nesting is left alone.
  private static String array(String value) {
    boolean simple =
        value.strip().startsWith("{") && value.indexOf('"') < 0 && value.indexOf('\\') < 0;
    return simple ? value.strip().replaceAll("\\s*([{},])\\s*", "$1") : value;
  }

  private static SqlExpr builtin(SqlExpr.StringLiteral literal, SqlType.Builtin type) {
    String value = literal.value().strip();
    return switch (type.name()) {
      case "boolean" ->
          bool(value)
              .<SqlExpr>map(SqlExpr.BooleanLiteral::new)
              .orElseGet(() -> new SqlExpr.Cast(literal, type));
      case "smallint", "integer", "bigint", "numeric", "real", "double precision" ->
          NUMBER.matcher(value).matches() ? number(value, type) : new SqlExpr.Cast(literal, type);
      case "date" -> cast(date(value), type);
      case "timestamp without time zone" -> cast(moment(value), type);
      case "timestamp with time zone" -> cast(zoned(value), type);
      case "uuid" -> cast(value.toLowerCase(Locale.ROOT), type);
      case "jsonb" -> cast(JsonbText.of(literal.value()).orElse(literal.value()), type);
      case "interval" -> cast(IntervalText.of(value).orElse(value), type);
      case "money" -> cast(money(value), type);
      case "time without time zone" -> cast(time(value), type);
      case "bytea" -> cast(bytes(literal.value()), type);
      case "bit varying" ->
          BITS.matcher(value).matches() && type.modifiers().isEmpty()
              ? new SqlExpr.StringLiteral("b", value)
              : new SqlExpr.Cast(literal, type);
      default -> new SqlExpr.Cast(literal, type);
    };
  }

  private static SqlExpr cast(String value, SqlType type) {
    return new SqlExpr.Cast(new SqlExpr.StringLiteral("", value), type);
  }

  private static Optional<Boolean> bool(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    if (TRUE.contains(lower)) {
      return Optional.of(true);
    }
    return FALSE.contains(lower) ? Optional.of(false) : Optional.empty();
  }

  private static SqlExpr number(String value, SqlType.Builtin type) {
    boolean negative = value.startsWith("-");
    String digits =
        plain(value.startsWith("-") || value.startsWith("+") ? value.substring(1) : value);
    SqlExpr number = new SqlExpr.NumberLiteral(digits);
    SqlExpr signed = negative ? new SqlExpr.Unary("-", number) : number;
    boolean fraction = digits.indexOf('.') >= 0;
    // What the digits alone would be typed as needs no cast (4.1.2.6).
    boolean natural =
        type.modifiers().isEmpty()
            && (fraction ? type.name().equals("numeric") : type.name().equals("integer"));
    return natural ? signed : new SqlExpr.Cast(signed, type);
  }

  // 8.4: the hex format is the one that is printed; text without backslashes is its own bytes.
  private static String bytes(String value) {
    if (HEX.matcher(value).matches()) {
      return value.toLowerCase(Locale.ROOT);
    }
    return value.indexOf('\\') >= 0
        ? value
        : "\\x" + HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether the text is the server's own for its value, so that no other text is that value. */
  static boolean isSettled(String value, SqlType type) {
    return type instanceof SqlType.Builtin builtin
        && builtin.modifiers().isEmpty()
        && switch (builtin.name()) {
          case "interval" -> IntervalText.of(value).filter(value::equals).isPresent();
          case "jsonb" -> JsonbText.of(value).filter(value::equals).isPresent();
          case "date" -> DAY.matcher(value).matches();
          default -> false;
        };
  }

  // 8.2: the output of a server whose lc_monetary is C or English; other spellings are left alone.
  private static String money(String value) {
    var amount = MONEY.matcher(value);
    if (!amount.matches()) {
      return value;
    }
    BigDecimal cents =
        new BigDecimal(amount.group(2).replace(",", "")).setScale(2, RoundingMode.HALF_UP);
    boolean negative = !amount.group(1).isEmpty() && cents.signum() != 0;
    return (negative ? "-$" : "$") + String.format(Locale.ROOT, "%,.2f", cents);
  }

  private static String time(String value) {
    var clock = CLOCK.matcher(value);
    return clock.matches()
        ? clock.group(1) + seconds(clock.group(2)) + fraction(clock.group(3))
        : value;
  }

  private static String seconds(String written) {
    return written == null ? ":00" : written;
  }

  private static String fraction(String written) {
    return written == null ? "" : written.replaceAll("\\.?0+$", "");
  }

  private static String date(String value) {
    var moment = MOMENT.matcher(value);
    return moment.matches() ? moment.group(1) : day(value).orElse(value);
  }

  // 8.5.1.1: ISO 8601, with dashes or without.
  private static Optional<String> day(String value) {
    var day = DAY.matcher(value);
    return day.matches()
        ? Optional.of(String.join("-", day.group(1), day.group(2), day.group(3)))
        : Optional.empty();
  }

  /** A moment with an offset: its own, or that of the session which reads it. */
  static SqlExpr.StringLiteral inZone(SqlExpr.StringLiteral literal, ZoneOffset zone) {
    String value = literal.value().strip();
    Optional<String> day = day(value);
    var moment = MOMENT.matcher(value);
    boolean bare = day.isPresent() || (moment.matches() && moment.group(5) == null);
    return bare
        ? new SqlExpr.StringLiteral(
            "", moment(value) + (zone.equals(ZoneOffset.UTC) ? "+00" : zone))
        : literal;
  }

  // 8.5.1.3: an offset says nothing to a type without time zone. 8.5.1.4: epoch is a moment.
  private static String moment(String value) {
    if (value.equals("epoch")) {
      return "1970-01-01 00:00:00";
    }
    Optional<String> day = day(value);
    if (day.isPresent()) {
      return day.get() + " 00:00:00";
    }
    var moment = MOMENT.matcher(value);
    if (!moment.matches()) {
      return value;
    }
    return moment.group(1)
        + " "
        + moment.group(2)
        + seconds(moment.group(3))
        + fraction(moment.group(4));
  }

  // A moment with an offset, as a session in UTC prints it; one without hangs on the session.
  private static String zoned(String value) {
    if (value.equals("epoch")) {
      return "1970-01-01 00:00:00+00";
    }
    var moment = MOMENT.matcher(value);
    if (!moment.matches() || moment.group(5) == null) {
      return value;
    }
    String clock = moment.group(2) + seconds(moment.group(3)) + fraction(moment.group(4));
    try {
      OffsetDateTime utc =
          OffsetDateTime.of(
                  LocalDateTime.parse(moment.group(1) + "T" + clock),
                  ZoneOffset.of(offset(moment.group(5))))
              .withOffsetSameInstant(ZoneOffset.UTC);
      String[] parts = utc.toLocalDateTime().format(PRINTED).split(" ", 2);
      return parts[0] + " " + parts[1] + fraction(moment.group(4)) + "+00";
    } catch (DateTimeException noSuchMoment) {
      return value;
    }
  }

  private static String offset(String written) {
    return written.length() == HOURS_AND_MINUTES
        ? written.substring(0, 3) + ":" + written.substring(3)
        : written;
  }
}
