package dev.schemend.dialect.mysql;

import dev.schemend.dialect.Flavor;
import dev.schemend.expr.SqlExpr;
import dev.schemend.expr.SqlExpr.BooleanLiteral;
import dev.schemend.expr.SqlExpr.NumberLiteral;
import dev.schemend.expr.SqlExpr.StringLiteral;
import dev.schemend.expr.SqlExpr.Unary;
import dev.schemend.type.SqlType;
import dev.schemend.type.SqlType.Builtin;
import dev.schemend.type.SqlType.InlineEnum;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Literal defaults in the form of their column's type, as a server stores them: converted to the
 * type when the column is made (manual, 13.6). Takes what an author writes, what {@code SHOW CREATE
 * TABLE} prints and the bare texts of MySQL's {@code COLUMN_DEFAULT} ({@code b'0'} for a bit,
 * {@code 0x61} for bytes, {@code CURRENT_TIMESTAMP} without quotes for a moment).
 */
final class MySqlDefaults {

  private final Flavor flavor;

  MySqlDefaults(Flavor flavor) {
    this.flavor = flavor;
  }

  /** {@code value} as a default of a column of {@code type}; expressions stay as they are. */
  SqlExpr typed(SqlExpr value, SqlType type) {
    if (type instanceof InlineEnum inline) {
      return enumerated(value, inline);
    }
    if (!(type instanceof Builtin builtin)) {
      return value;
    }
    String base = base(builtin.name());
    return switch (base) {
      case "tinyint", "smallint", "mediumint", "int", "bigint", "year" ->
          number(value).map(number -> integer(number, base)).orElse(value);
      case "decimal" -> number(value).map(number -> scaled(number, builtin)).orElse(value);
      case "float", "double" ->
          number(value)
              .map(
                  number ->
                      builtin.modifiers().size() == 2 ? scaled(number, builtin) : real(number))
              .orElse(value);
      case "bit" -> bits(value);
      case "char", "varchar", "tinytext", "text", "mediumtext", "longtext", "json" -> text(value);
      case "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob" ->
          bytes(value, base.equals("binary"));
      case "date", "datetime", "timestamp", "time" -> MySqlMoments.typed(value, builtin, flavor);
      default -> value;
    };
  }

  private static String base(String name) {
    int space = name.indexOf(' ');
    return space < 0 ? name : name.substring(0, space);
  }

  private static Optional<BigDecimal> number(SqlExpr value) {
    return switch (value) {
      case NumberLiteral number -> parsed(number.digits());
      case BooleanLiteral literal ->
          Optional.of(literal.value() ? BigDecimal.ONE : BigDecimal.ZERO);
      case StringLiteral bits when bits.prefix().equals("b") && !bits.value().isEmpty() ->
          Optional.of(new BigDecimal(new BigInteger(bits.value(), 2)));
      case StringLiteral bytes when bytes.prefix().equals("x") && !bytes.value().isEmpty() ->
          Optional.of(new BigDecimal(new BigInteger(bytes.value(), 16)));
      case StringLiteral text when isText(text) -> parsed(text.value().strip());
      case Unary sign when sign.operator().equals("-") ->
          number(sign.operand()).map(BigDecimal::negate);
      case Unary sign when sign.operator().equals("+") -> number(sign.operand());
      default -> Optional.empty();
    };
  }

  static boolean isText(StringLiteral literal) {
    return literal.prefix().isEmpty()
        || (literal.prefix().startsWith("_") && !literal.prefix().equals("_binary"));
  }

  private static Optional<BigDecimal> parsed(String digits) {
    try {
      return Optional.of(new BigDecimal(digits));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static SqlExpr integer(BigDecimal number, String base) {
    // Exponents beyond any integer type would make toPlainString huge.
    if (number.scale() < -40) {
      return literal(number);
    }
    BigInteger whole = number.setScale(0, RoundingMode.HALF_UP).toBigInteger();
    // Manual, 13.2.4: two digits mean 2000 to 2069 and 1970 to 1999.
    if (base.equals("year") && whole.signum() > 0 && whole.bitLength() < 8) {
      int year = whole.intValue();
      whole =
          year < 70
              ? BigInteger.valueOf(2000L + year)
              : year < 100 ? BigInteger.valueOf(1900L + year) : whole;
    }
    return literal(new BigDecimal(whole));
  }

  private static SqlExpr scaled(BigDecimal number, Builtin type) {
    int scale = type.modifiers().size() < 2 ? 0 : type.modifiers().get(1);
    return number.scale() < -80
        ? literal(number)
        : literal(number.setScale(scale, RoundingMode.HALF_UP));
  }

  // my_gcvt of both servers: plain digits while they are few, else 1e20.
  private static SqlExpr real(BigDecimal number) {
    BigDecimal stripped = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    int exponent = stripped.precision() - stripped.scale() - 1;
    if (exponent >= -15 && exponent < 15) {
      return literal(stripped);
    }
    String digits = stripped.unscaledValue().abs().toString();
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    SqlExpr magnitude = new NumberLiteral(mantissa + "e" + exponent);
    return stripped.signum() < 0 ? new Unary("-", magnitude) : magnitude;
  }

  private static SqlExpr literal(BigDecimal number) {
    String digits =
        Math.abs(number.scale()) > 100 ? number.abs().toString() : number.abs().toPlainString();
    SqlExpr magnitude = new NumberLiteral(digits.toLowerCase(Locale.ROOT));
    return number.signum() < 0 ? new Unary("-", magnitude) : magnitude;
  }

  private static SqlExpr bits(SqlExpr value) {
    Optional<BigDecimal> number =
        value instanceof StringLiteral text && isText(text) && text.value().startsWith("b'")
            ? number(new StringLiteral("b", text.value().replaceAll("^b'|'$", "")))
            : number(value);
    return number
        .filter(wanted -> wanted.signum() >= 0 && wanted.scale() >= -40)
        .<SqlExpr>map(wanted -> new StringLiteral("b", wanted.toBigInteger().toString(2)))
        .orElse(value);
  }

  private static SqlExpr text(SqlExpr value) {
    return switch (value) {
      case NumberLiteral number -> new StringLiteral("", asText(number));
      case BooleanLiteral literal -> new StringLiteral("", literal.value() ? "1" : "0");
      case StringLiteral text when isText(text) -> new StringLiteral("", text.value());
      case StringLiteral bytes when bytes.prefix().equals("x") || bytes.prefix().equals("b") ->
          ascii(bytes).<SqlExpr>map(text -> new StringLiteral("", text)).orElse(value);
      case Unary sign
          when sign.operator().equals("-") && sign.operand() instanceof NumberLiteral number ->
          new StringLiteral("", "-" + asText(number));
      default -> value;
    };
  }

  // A number is read before it is written as a text: 007 is 7, and .5 is 0.5 (seen on 8.0.33,
  // 11.4.5).
  private static String asText(NumberLiteral number) {
    if (!number.digits().matches("[\\d.]+(?:[eE][+-]?\\d{1,2})?")) {
      return number.digits();
    }
    BigDecimal value = new BigDecimal(number.digits());
    boolean exponent = number.digits().matches(".*[eE].*");
    return (exponent ? value.stripTrailingZeros() : value).toPlainString();
  }

  private static Optional<String> ascii(StringLiteral literal) {
    return bytesOf(literal)
        .filter(
            bytes -> {
              for (byte each : bytes) {
                if (each < ' ') {
                  return false;
                }
              }
              return true;
            })
        .map(bytes -> new String(bytes, StandardCharsets.US_ASCII));
  }

  private static Optional<byte[]> bytesOf(StringLiteral literal) {
    String hex = literal.value();
    if (literal.prefix().equals("b") && !hex.isEmpty()) {
      hex = new BigInteger(hex, 2).toString(16);
    }
    return Optional.of(HexFormat.of().parseHex(hex.length() % 2 == 0 ? hex : "0" + hex));
  }

  // One form for 'ab', x'6162', and MySQL's bare 0x6162: text where it is ASCII.
  private static SqlExpr bytes(SqlExpr value, boolean padded) {
    if (!(value instanceof StringLiteral literal)) {
      return value instanceof NumberLiteral || value instanceof BooleanLiteral
          ? text(value)
          : value;
    }
    if (isText(literal) && literal.value().matches("0x([0-9A-Fa-f]{2})+")) {
      return bytes(new StringLiteral("x", literal.value().substring(2)), padded);
    }
    String text;
    if (isText(literal) || literal.prefix().equals("_binary")) {
      text = literal.value();
    } else if (literal.prefix().equals("x") || literal.prefix().equals("b")) {
      byte[] bytes = bytesOf(literal).orElse(new byte[0]);
      text = new String(bytes, StandardCharsets.ISO_8859_1);
    } else {
      return value;
    }
    // BINARY(n) pads with zero bytes, which only one of the two catalogs shows.
    String kept = padded ? text.replaceAll("\0+$", "") : text;
    return kept.chars().allMatch(c -> c >= ' ' && c < 0x7f)
        ? new StringLiteral("", kept)
        : new StringLiteral(
            "x",
            HexFormat.of()
                .formatHex(
                    kept.getBytes(
                        isText(literal) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1)));
  }

  private static SqlExpr enumerated(SqlExpr value, InlineEnum type) {
    SqlExpr text = text(value);
    if (!(text instanceof StringLiteral literal) || !isText(literal)) {
      return value;
    }
    List<String> written = List.of(literal.value().split(",", -1));
    List<String> stored =
        type.kind() == InlineEnum.Kind.ENUM
            ? List.of(member(literal.value(), type))
            : type.values().stream()
                .filter(member -> written.stream().anyMatch(member::equalsIgnoreCase))
                .toList();
    return new StringLiteral(
        "",
        type.kind() == InlineEnum.Kind.SET && stored.size() != written.size()
            ? literal.value()
            : String.join(",", stored));
  }

  private static String member(String written, InlineEnum type) {
    if (type.values().contains(written)) {
      return written;
    }
    return type.values().stream().filter(written::equalsIgnoreCase).findFirst().orElse(written);
  }
}
