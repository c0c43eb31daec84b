package dev.schemend.dialect.postgres.catalog;

import dev.schemend.query.Value;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates and times of code that runs at a moment which somebody has told (manual, 8.5 and 9.9), in
 * the server's time zone. A date is its text; a time of day and a span are known by what they mean,
 * not by how the server spells them.
 */
final class Moments {

  private static final Pattern MOMENT =
      Pattern.compile(
          "(\\d{4})-?(\\d{2})-?(\\d{2})(?:[ T](\\d{2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?)?");
  private static final Pattern SPAN =
      Pattern.compile("([+-]?\\d{1,6})\\s*(second|minute|hour|day|week|month|year)s?");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  /** What {@code to_char} makes of the patterns that stand for numbers (table 9.27). */
  private static final Pattern FIELD =
      Pattern.compile(
          "\"([^\"]*)\"|YYYY|IYYY|HH24|DDD|YY|MM|DD|MI|SS|IW|Q|[A-Z]+|.", Pattern.CASE_INSENSITIVE);

  private Moments() {}

  /** What the function gives; empty where that is not for this class to say. */
  static Optional<Value> call(String name, List<Value> arguments, Optional<LocalDateTime> clock) {
    return switch (name) {
      case "current_date" -> clock.map(LocalDateTime::toLocalDate).map(Moments::date);
      case "now",
          "clock_timestamp",
          "statement_timestamp",
          "transaction_timestamp",
          "current_timestamp",
          "localtimestamp" ->
          clock.map(Moments::time);
      case "date_trunc" ->
          arguments.size() == 2
              ? moment(arguments.get(1)).flatMap(at -> truncated(arguments.getFirst(), at))
              : Optional.empty();
      case "to_char" ->
          arguments.size() == 2 && arguments.get(1) instanceof Value.Text format
              ? moment(arguments.getFirst()).flatMap(at -> printed(at, format.value()))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** A value as a date. */
  static Optional<Value> asDate(Value value, Optional<LocalDateTime> clock) {
    return relative(value, clock).or(() -> moment(value)).map(at -> date(at.toLocalDate()));
  }

  /** A value as a date with a time of day. */
  static Optional<Value> asTime(Value value, Optional<LocalDateTime> clock) {
    return relative(value, clock).or(() -> moment(value)).map(Moments::time);
  }

  /** A value as a span of time. */
  static Optional<Value> asSpan(Value value) {
    return text(value)
        .filter(written -> SPAN.matcher(written).matches())
        .map(Value.Paraphrase::new);
  }

  /** The sum or difference of a moment and a span, or a number of days. */
  static Optional<Value> moved(String operator, Value left, Value right) {
    boolean back = operator.equals("-");
    Optional<LocalDateTime> from = moment(left);
    if (from.isEmpty() || !(back || operator.equals("+"))) {
      return Optional.empty();
    }
    if (right instanceof Value.Num days && left instanceof Value.Text) {
      long count = days.value().longValue();
      return Optional.of(date(from.get().toLocalDate().plusDays(back ? -count : count)));
    }
    return right instanceof Value.Paraphrase span
        ? span(span.text(), back).map(step -> time(step.from(from.get())))
        : Optional.empty();
  }

  private record Step(long count, ChronoUnit unit) {
    LocalDateTime from(LocalDateTime start) {
      return start.plus(count, unit);
    }
  }

  private static Optional<Step> span(String text, boolean back) {
    Matcher span = SPAN.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!span.matches()) {
      return Optional.empty();
    }
    long count = Long.parseLong(span.group(1));
    ChronoUnit unit = ChronoUnit.valueOf(span.group(2).toUpperCase(Locale.ROOT) + "S");
    return Optional.of(new Step(back ? -count : count, unit));
  }

  private static Optional<String> text(Value value) {
    return switch (value) {
      case Value.Text written -> Optional.of(written.value().strip().toLowerCase(Locale.ROOT));
      case Value.Paraphrase written -> Optional.of(written.text());
      default -> Optional.empty();
    };
  }

  private static Optional<LocalDateTime> moment(Value value) {
    return text(value).map(MOMENT::matcher).filter(Matcher::matches).flatMap(Moments::read);
  }

  private static Optional<LocalDateTime> read(Matcher parts) {
    int month = Integer.parseInt(parts.group(2));
    int day = Integer.parseInt(parts.group(3));
    int hour = number(parts.group(4));
    int minute = number(parts.group(5));
    int second = number(parts.group(6));
    LocalDate first = LocalDate.of(Integer.parseInt(parts.group(1)), 1, 1);
    boolean real = month >= 1 && month <= 12 && hour < 24 && minute < 60 && second < 60;
    return real && day >= 1 && day <= first.withMonth(month).lengthOfMonth()
        ? Optional.of(first.withMonth(month).withDayOfMonth(day).atTime(hour, minute, second))
        : Optional.empty();
  }

  private static int number(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  // Table 8.13.
  private static Optional<LocalDateTime> relative(Value value, Optional<LocalDateTime> clock) {
    LocalDateTime now = clock.orElse(null);
    if (now == null) {
      return Optional.empty();
    }
    LocalDateTime today = now.truncatedTo(ChronoUnit.DAYS);
    return switch (text(value).orElse("")) {
      case "now" -> Optional.of(now);
      case "today" -> Optional.of(today);
      case "tomorrow" -> Optional.of(today.plusDays(1));
      case "yesterday" -> Optional.of(today.minusDays(1));
      default -> Optional.empty();
    };
  }

  private static Value date(LocalDate date) {
    return Value.of(date.toString());
  }

  private static Value time(LocalDateTime time) {
    return new Value.Paraphrase(TIME.format(time));
  }

  private static Optional<Value> truncated(Value unit, LocalDateTime at) {
    LocalDate day = at.toLocalDate();
    return switch (text(unit).orElse("")) {
      case "second" -> Optional.of(time(at.truncatedTo(ChronoUnit.SECONDS)));
      case "minute" -> Optional.of(time(at.truncatedTo(ChronoUnit.MINUTES)));
      case "hour" -> Optional.of(time(at.truncatedTo(ChronoUnit.HOURS)));
      case "day" -> Optional.of(time(day.atStartOfDay()));
      // Weeks are those of ISO 8601.
      case "week" ->
          Optional.of(time(day.minusDays(day.getDayOfWeek().getValue() - 1L).atStartOfDay()));
      case "month" -> Optional.of(time(day.withDayOfMonth(1).atStartOfDay()));
      case "quarter" -> Optional.of(time(day.with(IsoFields.DAY_OF_QUARTER, 1).atStartOfDay()));
      case "year" -> Optional.of(time(day.withDayOfYear(1).atStartOfDay()));
      default -> Optional.empty();
    };
  }

  private static Optional<Value> printed(LocalDateTime at, String format) {
    StringBuilder printed = new StringBuilder();
    Matcher fields = FIELD.matcher(format);
    while (fields.find()) {
      Optional<String> field = field(at, fields.group(), fields.group(1));
      if (field.isEmpty()) {
        return Optional.empty();
      }
      printed.append(field.get());
    }
    return Optional.of(Value.of(printed.toString()));
  }

  private static Optional<String> field(LocalDateTime at, String pattern, String quoted) {
    return switch (pattern.toUpperCase(Locale.ROOT)) {
      case "YYYY" -> Optional.of(digits(at.getYear(), 4));
      case "IYYY" -> Optional.of(digits(at.get(IsoFields.WEEK_BASED_YEAR), 4));
      case "YY" -> Optional.of(digits(at.getYear() % 100, 2));
      case "MM" -> Optional.of(digits(at.getMonthValue(), 2));
      case "DD" -> Optional.of(digits(at.getDayOfMonth(), 2));
      case "DDD" -> Optional.of(digits(at.getDayOfYear(), 3));
      case "HH24" -> Optional.of(digits(at.getHour(), 2));
      case "MI" -> Optional.of(digits(at.getMinute(), 2));
      case "SS" -> Optional.of(digits(at.getSecond(), 2));
      case "IW" -> Optional.of(digits(at.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), 2));
      case "Q" -> Optional.of(digits(at.get(IsoFields.QUARTER_OF_YEAR), 1));
      default ->
          quoted != null
              ? Optional.of(quoted)
              : Optional.of(pattern).filter(one -> !Character.isLetter(one.charAt(0)));
    };
  }

  private static String digits(int number, int width) {
    return String.format(Locale.ROOT, "%0" + width + "d", number);
  }
}
