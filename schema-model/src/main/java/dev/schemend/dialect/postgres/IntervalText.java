package dev.schemend.dialect.postgres;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Intervals in the server's default output style (manual, 8.5.5), for the common input of whole
 * numbers and units; anything else is left to the server.
 */
final class IntervalText {

  private static final Pattern PART = Pattern.compile("([+-]?\\d{1,9})\\s*([a-z]+)\\s*");
  private static final Pattern SECONDS_ALONE = Pattern.compile("\\d{1,9}");
  private static final Pattern CLOCK = Pattern.compile("(\\d{1,6}):(\\d{2})(?::(\\d{2}))?");
  private static final int MONTHS_PER_YEAR = 12;
  private static final long SECONDS_PER_MINUTE = 60;
  private static final long SECONDS_PER_HOUR = 3600;

  private enum Field {
    MONTHS,
    DAYS,
    SECONDS
  }

  private record Unit(Field field, long factor) {}

  private static final Map<String, Unit> UNITS =
      Map.ofEntries(
          Map.entry("year", new Unit(Field.MONTHS, MONTHS_PER_YEAR)),
          Map.entry("y", new Unit(Field.MONTHS, MONTHS_PER_YEAR)),
          Map.entry("month", new Unit(Field.MONTHS, 1)),
          Map.entry("mon", new Unit(Field.MONTHS, 1)),
          Map.entry("week", new Unit(Field.DAYS, 7)),
          Map.entry("day", new Unit(Field.DAYS, 1)),
          Map.entry("d", new Unit(Field.DAYS, 1)),
          Map.entry("hour", new Unit(Field.SECONDS, SECONDS_PER_HOUR)),
          Map.entry("h", new Unit(Field.SECONDS, SECONDS_PER_HOUR)),
          Map.entry("minute", new Unit(Field.SECONDS, SECONDS_PER_MINUTE)),
          Map.entry("min", new Unit(Field.SECONDS, SECONDS_PER_MINUTE)),
          Map.entry("second", new Unit(Field.SECONDS, 1)),
          Map.entry("sec", new Unit(Field.SECONDS, 1)),
          Map.entry("s", new Unit(Field.SECONDS, 1)));

  private IntervalText() {}

  static Optional<String> of(String written) {
    String text = written.toLowerCase(Locale.ROOT).strip();
    if (SECONDS_ALONE.matcher(text).matches()) {
      return Optional.of(text(0, 0, Long.parseLong(text)));
    }
    long months = 0;
    long days = 0;
    long seconds = 0;
    int at = 0;
    Matcher part = PART.matcher(text);
    while (part.find(at) && part.start() == at) {
      Optional<Unit> unit = unit(part.group(2));
      if (unit.isEmpty()) {
        return Optional.empty();
      }
      long amount = Long.parseLong(part.group(1)) * unit.get().factor();
      switch (unit.get().field()) {
        case MONTHS -> months += amount;
        case DAYS -> days += amount;
        case SECONDS -> seconds += amount;
      }
      at = part.end();
      if (at == text.length()) {
        break;
      }
    }
    if (at < text.length()) {
      Matcher clock = CLOCK.matcher(text.substring(at));
      if (!clock.matches()) {
        return Optional.empty();
      }
      seconds += Long.parseLong(clock.group(1)) * SECONDS_PER_HOUR;
      seconds += Long.parseLong(clock.group(2)) * SECONDS_PER_MINUTE;
      seconds += clock.group(3) == null ? 0 : Long.parseLong(clock.group(3));
    }
    boolean signed = months < 0 || days < 0 || seconds < 0;
    return text.isEmpty() || signed ? Optional.empty() : Optional.of(text(months, days, seconds));
  }

  private static Optional<Unit> unit(String word) {
    Unit exact = UNITS.get(word);
    if (exact != null || !word.endsWith("s")) {
      return Optional.ofNullable(exact);
    }
    return Optional.ofNullable(UNITS.get(word.substring(0, word.length() - 1)));
  }

  private static String text(long months, long days, long seconds) {
    StringBuilder text = new StringBuilder();
    append(text, months / MONTHS_PER_YEAR, "year");
    append(text, months % MONTHS_PER_YEAR, "mon");
    append(text, days, "day");
    if (seconds != 0 || text.isEmpty()) {
      text.append(text.isEmpty() ? "" : " ")
          .append(
              String.format(
                  Locale.ROOT,
                  "%02d:%02d:%02d",
                  seconds / SECONDS_PER_HOUR,
                  seconds % SECONDS_PER_HOUR / SECONDS_PER_MINUTE,
                  seconds % SECONDS_PER_MINUTE));
    }
    return text.toString();
  }

  private static void append(StringBuilder text, long amount, String unit) {
    if (amount != 0) {
      text.append(text.isEmpty() ? "" : " ")
          .append(amount)
          .append(' ')
          .append(unit)
          .append(amount == 1 ? "" : "s");
    }
  }
}
