package dev.schemend.dialect.mysql;

import dev.schemend.expr.SqlExpr;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whole numbers that are written as expressions, as the values of partitions are, which the servers
 * compute once (MySQL manual, 26.6.3 "Partitioning Limitations Relating to Functions"). Moments are
 * taken as UTC, as by a server whose clock is.
 */
final class MySqlConstants {

  // Manual, 14.7: TO_DAYS counts from year 0; the Unix epoch is day 719528.
  private static final long EPOCH_DAY = 719_528;
  private static final int SECONDS_PER_DAY = 86_400;
  private static final Pattern MOMENT =
      Pattern.compile(
          "(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:["
              + " T](\\d{1,2}):(\\d{1,2})(?::(\\d{1,2}))?(?:\\.\\d*)?)?");

  private MySqlConstants() {}

  /** {@code expression} as a number, if it is a constant that can be computed; else itself. */
  static SqlExpr folded(SqlExpr expression) {
    return expression instanceof SqlExpr.NumberLiteral
        ? expression
        : number(expression).<SqlExpr>map(MySqlConstants::literal).orElse(expression);
  }

  private static SqlExpr literal(BigInteger value) {
    SqlExpr magnitude = new SqlExpr.NumberLiteral(value.abs().toString());
    return value.signum() < 0 ? new SqlExpr.Unary("-", magnitude) : magnitude;
  }

  private static Optional<BigInteger> number(SqlExpr expression) {
    return switch (expression) {
      case SqlExpr.NumberLiteral literal -> whole(literal.digits());
      case SqlExpr.Unary sign when sign.operator().equals("-") ->
          number(sign.operand()).map(BigInteger::negate);
      case SqlExpr.Binary binary ->
          number(binary.left())
              .flatMap(
                  left ->
                      number(binary.right())
                          .flatMap(right -> computed(binary.operator(), left, right)));
      case SqlExpr.FunctionCall call -> call(call);
      default -> Optional.empty();
    };
  }

  private static Optional<BigInteger> whole(String digits) {
    try {
      return Optional.of(new BigDecimal(digits).toBigIntegerExact());
    } catch (NumberFormatException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static Optional<BigInteger> computed(String operator, BigInteger left, BigInteger right) {
    return switch (operator) {
      case "+" -> Optional.of(left.add(right));
      case "-" -> Optional.of(left.subtract(right));
      case "*" -> Optional.of(left.multiply(right));
      case "div" -> right.signum() == 0 ? Optional.empty() : Optional.of(left.divide(right));
      case "%", "mod" ->
          right.signum() == 0 ? Optional.empty() : Optional.of(left.remainder(right));
      default -> Optional.empty();
    };
  }

  private static Optional<BigInteger> call(SqlExpr.FunctionCall call) {
    List<SqlExpr> arguments = call.arguments();
    if (arguments.size() != 1 || !(arguments.getFirst() instanceof SqlExpr.StringLiteral text)) {
      return Optional.empty();
    }
    return moment(text.value())
        .flatMap(
            moment ->
                switch (call.name().name().key()) {
                  case "to_days" -> Optional.of(days(moment));
                  case "to_seconds" ->
                      Optional.of(
                          days(moment) * SECONDS_PER_DAY + moment.toLocalTime().toSecondOfDay());
                  case "unix_timestamp" -> Optional.of(moment.toEpochSecond(ZoneOffset.UTC));
                  case "year" -> Optional.of((long) moment.getYear());
                  case "month" -> Optional.of((long) moment.getMonthValue());
                  case "day", "dayofmonth" -> Optional.of((long) moment.getDayOfMonth());
                  case "quarter" -> Optional.of((moment.getMonthValue() + 2L) / 3);
                  default -> Optional.<Long>empty();
                })
        .map(BigInteger::valueOf);
  }

  private static long days(LocalDateTime moment) {
    return ChronoUnit.DAYS.between(LocalDate.EPOCH, moment.toLocalDate()) + EPOCH_DAY;
  }

  private static Optional<LocalDateTime> moment(String text) {
    Matcher parts = MOMENT.matcher(text.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDateTime.of(
              LocalDate.of(part(parts, 1), part(parts, 2), part(parts, 3)),
              LocalTime.of(part(parts, 4), part(parts, 5), part(parts, 6))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int part(Matcher parts, int group) {
    return parts.group(group) == null ? 0 : Integer.parseInt(parts.group(group));
  }
}
