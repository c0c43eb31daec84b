package dev.schemend.dialect.mysql.catalog;

import dev.schemend.query.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * Functions of texts and numbers that give null where an argument is null (MySQL manual, 14.8 and
 * 14.6). Each is given texts; a number is its digits.
 */
final class MySqlTextFunctions {

  private static final int LONGEST = 100_000;

  private static final Map<String, Function<List<String>, Optional<Value>>> FUNCTIONS =
      Map.ofEntries(
          one("lower", text -> text.toLowerCase(Locale.ROOT)),
          one("lcase", text -> text.toLowerCase(Locale.ROOT)),
          one("upper", text -> text.toUpperCase(Locale.ROOT)),
          one("ucase", text -> text.toUpperCase(Locale.ROOT)),
          one("reverse", text -> new StringBuilder(text).reverse().toString()),
          one("ltrim", String::stripLeading),
          one("rtrim", String::stripTrailing),
          one("btrim", String::strip),
          one("trim", String::strip),
          one("quote", MySqlTextFunctions::quoted),
          Map.entry("char_length", MySqlTextFunctions::length),
          Map.entry("character_length", MySqlTextFunctions::length),
          Map.entry("length", MySqlTextFunctions::length),
          Map.entry("replace", texts -> text(texts.get(0).replace(texts.get(1), texts.get(2)))),
          Map.entry("left", texts -> slice(texts.get(0), 0, number(texts.get(1)))),
          Map.entry("right", MySqlTextFunctions::right),
          Map.entry("substring", MySqlTextFunctions::substring),
          Map.entry("substr", MySqlTextFunctions::substring),
          Map.entry("mid", MySqlTextFunctions::substring),
          Map.entry("substring_index", MySqlTextFunctions::substringIndex),
          Map.entry("locate", texts -> position(texts.get(1), texts.get(0))),
          Map.entry("position", texts -> position(texts.get(1), texts.get(0))),
          Map.entry("instr", texts -> position(texts.get(0), texts.get(1))),
          Map.entry("repeat", MySqlTextFunctions::repeat),
          Map.entry("find_in_set", MySqlTextFunctions::findInSet),
          Map.entry("greatest", texts -> extreme(texts, BigDecimal::max)),
          Map.entry("least", texts -> extreme(texts, BigDecimal::min)),
          Map.entry("abs", texts -> calculated(texts.get(0), BigDecimal::abs)),
          Map.entry(
              "floor",
              texts -> calculated(texts.get(0), one -> one.setScale(0, RoundingMode.FLOOR))),
          Map.entry(
              "ceil",
              texts -> calculated(texts.get(0), one -> one.setScale(0, RoundingMode.CEILING))));

  private MySqlTextFunctions() {}

  private static Map.Entry<String, Function<List<String>, Optional<Value>>> one(
      String name, Function<String, String> function) {
    return Map.entry(name, texts -> text(function.apply(texts.get(0))));
  }

  static boolean isKnown(String name) {
    return FUNCTIONS.containsKey(name);
  }

  /** What the function gives; empty where it cannot be told. */
  static Optional<Value> call(String name, List<String> texts) {
    try {
      return FUNCTIONS.get(name).apply(texts);
    } catch (IndexOutOfBoundsException | ArithmeticException | NumberFormatException unfit) {
      return Optional.empty();
    }
  }

  private static Optional<Value> text(String value) {
    return value.length() > LONGEST ? Optional.empty() : Optional.of(Value.of(value));
  }

  private static int number(String digits) {
    return new BigDecimal(digits.strip()).setScale(0, RoundingMode.HALF_UP).intValueExact();
  }

  private static Optional<Value> length(List<String> texts) {
    String text = texts.get(0);
    return Optional.of(Value.of(text.codePointCount(0, text.length())));
  }

  // Manual, 14.8, QUOTE().
  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  private static Optional<Value> slice(String text, int from, int length) {
    int start = Math.min(Math.max(from, 0), text.length());
    int end = Math.min(start + Math.max(length, 0), text.length());
    return text(text.substring(start, end));
  }

  private static Optional<Value> right(List<String> texts) {
    String text = texts.get(0);
    int length = Math.max(number(texts.get(1)), 0);
    return slice(text, text.length() - Math.min(length, text.length()), length);
  }

  // Counted from 1, or from the end where negative; 0 is nowhere.
  private static Optional<Value> substring(List<String> texts) {
    String text = texts.get(0);
    int at = number(texts.get(1));
    int start = at < 0 ? text.length() + at : at - 1;
    if (at == 0 || start < 0) {
      return text("");
    }
    return slice(text, start, texts.size() > 2 ? number(texts.get(2)) : text.length());
  }

  private static Optional<Value> substringIndex(List<String> texts) {
    String text = texts.get(0);
    String delimiter = texts.get(1);
    int count = number(texts.get(2));
    if (delimiter.isEmpty() || count == 0) {
      return text("");
    }
    int at = count > 0 ? -1 : text.length();
    for (int i = 0; i < Math.abs(count); i++) {
      at =
          count > 0
              ? text.indexOf(delimiter, at < 0 ? 0 : at + delimiter.length())
              : text.lastIndexOf(delimiter, at - 1);
      if (at < 0) {
        return text(text);
      }
    }
    return text(count > 0 ? text.substring(0, at) : text.substring(at + delimiter.length()));
  }

  private static Optional<Value> position(String text, String part) {
    int at = text.toLowerCase(Locale.ROOT).indexOf(part.toLowerCase(Locale.ROOT));
    return Optional.of(Value.of(at + 1));
  }

  private static Optional<Value> repeat(List<String> texts) {
    int count = Math.max(number(texts.get(1)), 0);
    return (long) count * texts.get(0).length() > LONGEST
        ? Optional.empty()
        : text(texts.get(0).repeat(count));
  }

  private static Optional<Value> findInSet(List<String> texts) {
    List<String> all = List.of(texts.get(1).split(",", -1));
    return Optional.of(Value.of(all.indexOf(texts.get(0)) + 1));
  }

  private static Optional<Value> extreme(List<String> texts, BinaryOperator<BigDecimal> choice) {
    return texts.stream().map(BigDecimal::new).reduce(choice).map(Value.Num::new);
  }

  private static Optional<Value> calculated(
      String digits, Function<BigDecimal, BigDecimal> function) {
    return Optional.of(new Value.Num(function.apply(new BigDecimal(digits))));
  }
}
