package dev.schemend.parser.prisma.model;

import dev.schemend.parser.prisma.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;

/** Which constants are values of which scalar type. */
public final class Constants {

  private static final BigInteger INT_MOST = BigInteger.valueOf(Integer.MAX_VALUE);
  private static final BigInteger INT_LEAST = BigInteger.valueOf(Integer.MIN_VALUE);
  private static final BigInteger LONG_MOST = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger LONG_LEAST = BigInteger.valueOf(Long.MIN_VALUE);

  private Constants() {}

  /** What would be right, where the value is not of that type. */
  static Optional<String> problemOf(ScalarType type, Value value) {
    return switch (type) {
      case STRING -> unless(value instanceof Value.Text, "Write a text in double quotes.");
      case BOOLEAN ->
          unless(
              value instanceof Value.Constant word
                  && (word.written().equals("true") || word.written().equals("false")),
              "Write true or false, without quotes.");
      case INT -> unless(isWhole(value, INT_LEAST, INT_MOST), "Write a whole number of 32 bits.");
      case BIG_INT ->
          unless(isWhole(value, LONG_LEAST, LONG_MOST), "Write a whole number of 64 bits.");
      case FLOAT -> unless(value instanceof Value.Numeric, "Write a number.");
      case DECIMAL ->
          unless(
              value instanceof Value.Numeric
                  || (value instanceof Value.Text text && isDecimal(text.text())),
              "Write a number.");
      case DATE_TIME ->
          unless(
              value instanceof Value.Text text && moment(text.text()).isPresent(),
              "Write a moment as RFC 3339 has it: \"2024-01-31T12:00:00Z\"");
      case JSON ->
          unless(
              value instanceof Value.Text text && JsonSyntax.isJson(text.text()),
              "Write JSON in double quotes, its own quotes escaped: \"{\\\"a\\\": 1}\"");
      case BYTES ->
          unless(
              value instanceof Value.Text text && bytes(text.text()).isPresent(),
              "Write the bytes as base64 in double quotes.");
    };
  }

  /** Whether the text is JSON. */
  public static boolean isJson(String text) {
    return JsonSyntax.isJson(text);
  }

  private static Optional<String> unless(boolean fits, String hint) {
    return fits ? Optional.empty() : Optional.of(hint);
  }

  private static boolean isWhole(Value value, BigInteger least, BigInteger most) {
    if (!(value instanceof Value.Numeric number) || number.written().contains(".")) {
      return false;
    }
    BigInteger whole = new BigInteger(number.written());
    return whole.compareTo(least) >= 0 && whole.compareTo(most) <= 0;
  }

  private static boolean isDecimal(String text) {
    try {
      new BigDecimal(text);
      return true;
    } catch (NumberFormatException notANumber) {
      return false;
    }
  }

  /** The moment that an RFC 3339 text names. */
  public static Optional<OffsetDateTime> moment(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text));
    } catch (DateTimeParseException notAMoment) {
      return Optional.empty();
    }
  }

  /** The bytes that a base64 text holds. */
  public static Optional<byte[]> bytes(String text) {
    try {
      return Optional.of(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
