package dev.schemend.dialect.postgres.catalog;

import dev.schemend.apply.ErrorCode;
import dev.schemend.evaluate.Arrays;
import dev.schemend.evaluate.Patterns;
import dev.schemend.evaluate.RaisedError;
import dev.schemend.query.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Functions of texts, numbers and arrays that are strict: null where an argument is (manual, 9.3,
 * 9.4, 9.19). Each is given values that are neither null nor unknown.
 */
final class TextFunctions {

  private static final int LONGEST = 100_000;
  private static final Value NOT_MODELLED = Value.unknown("a function of texts");

  private static final Map<String, Function<List<Value>, Value>> FUNCTIONS =
      Map.ofEntries(
          one("lower", text -> Value.of(text.toLowerCase(Locale.ROOT))),
          one("upper", text -> Value.of(text.toUpperCase(Locale.ROOT))),
          one("length", text -> Value.of(text.codePointCount(0, text.length()))),
          one("char_length", text -> Value.of(text.codePointCount(0, text.length()))),
          one("character_length", text -> Value.of(text.codePointCount(0, text.length()))),
          one("octet_length", text -> Value.of(text.getBytes(StandardCharsets.UTF_8).length)),
          one("reverse", text -> Value.of(new StringBuilder(text).reverse().toString())),
          one("md5", TextFunctions::md5),
          one("initcap", TextFunctions::initcap),
          one("ascii", text -> Value.of(text.isEmpty() ? 0 : text.codePointAt(0))),
          one("quote_ident", text -> Value.of(QuotedNames.ident(text))),
          one("quote_literal", text -> Value.of(QuotedNames.literal(text))),
          Map.entry("chr", arguments -> chr(arguments.getFirst())),
          Map.entry("replace", TextFunctions::replace),
          Map.entry("regexp_replace", TextFunctions::regexpReplace),
          Map.entry("split_part", TextFunctions::splitPart),
          Map.entry("substring", TextFunctions::substring),
          Map.entry("substr", TextFunctions::substring),
          Map.entry("left", arguments -> left(arguments)),
          Map.entry("right", arguments -> right(arguments)),
          Map.entry("strpos", arguments -> position(arguments.get(1), arguments.get(0))),
          Map.entry("position", arguments -> position(arguments.get(0), arguments.get(1))),
          Map.entry("starts_with", TextFunctions::startsWith),
          Map.entry("btrim", arguments -> trim(arguments, true, true)),
          Map.entry("trim", arguments -> trim(arguments, true, true)),
          Map.entry("ltrim", arguments -> trim(arguments, true, false)),
          Map.entry("rtrim", arguments -> trim(arguments, false, true)),
          Map.entry("lpad", arguments -> pad(arguments, true)),
          Map.entry("rpad", arguments -> pad(arguments, false)),
          Map.entry("repeat", TextFunctions::repeat),
          Map.entry("translate", TextFunctions::translate),
          Map.entry("string_to_array", TextFunctions::toArray),
          Map.entry("regexp_split_to_array", TextFunctions::regexpToArray),
          Map.entry("abs", arguments -> number(arguments.getFirst(), BigDecimal::abs)),
          Map.entry(
              "floor",
              arguments ->
                  number(arguments.getFirst(), one -> one.setScale(0, RoundingMode.FLOOR))),
          Map.entry(
              "ceil",
              arguments ->
                  number(arguments.getFirst(), one -> one.setScale(0, RoundingMode.CEILING))),
          Map.entry(
              "ceiling",
              arguments ->
                  number(arguments.getFirst(), one -> one.setScale(0, RoundingMode.CEILING))));

  private TextFunctions() {}

  private static Map.Entry<String, Function<List<Value>, Value>> one(
      String name, Function<String, Value> function) {
    return Map.entry(name, arguments -> function.apply(text(arguments.getFirst())));
  }

  /** What the function gives for these arguments; empty where there is none of that name. */
  static Optional<Value> call(String name, List<Value> arguments) {
    Function<List<Value>, Value> function = FUNCTIONS.get(name);
    if (function == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(function.apply(arguments));
    } catch (IndexOutOfBoundsException tooFew) {
      throw new RaisedError(
          ErrorCode.of("42883"), "function " + name + " does not exist for these arguments");
    }
  }

  static boolean isKnown(String name) {
    return FUNCTIONS.containsKey(name);
  }

  static String text(Value value) {
    return switch (value) {
      case Value.Text text -> text.value();
      case Value.Num number -> number.value().toPlainString();
      case Value.Bool bool -> String.valueOf(bool.value());
      case Value.Reference reference -> reference.key();
      case Value.Paraphrase text -> text.text();
      case Value.Null none -> "";
      case Value.Items items -> "";
      case Value.Composite row -> "";
      case Value.Unknown unknown -> "";
    };
  }

  private static Optional<Integer> integer(Value value) {
    try {
      return Optional.of(
          new BigDecimal(text(value).strip()).setScale(0, RoundingMode.HALF_UP).intValueExact());
    } catch (NumberFormatException | ArithmeticException noInteger) {
      return Optional.empty();
    }
  }

  private static Value number(Value value, Function<BigDecimal, BigDecimal> function) {
    return value instanceof Value.Num number
        ? new Value.Num(function.apply(number.value()))
        : NOT_MODELLED;
  }

  private static Value md5(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return Value.of(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException missing) {
      return NOT_MODELLED;
    }
  }

  private static Value initcap(String text) {
    StringBuilder result = new StringBuilder();
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      result.append(inside ? Character.toLowerCase(c) : Character.toUpperCase(c));
      inside = Character.isLetterOrDigit(c);
    }
    return Value.of(result.toString());
  }

  private static Value chr(Value code) {
    return integer(code)
        .filter(point -> point > 0 && Character.isValidCodePoint(point))
        .map(point -> Value.of(Character.toString(point)))
        .orElse(NOT_MODELLED);
  }

  private static Value replace(List<Value> arguments) {
    String from = text(arguments.get(1));
    String text = text(arguments.get(0));
    return from.isEmpty() ? Value.of(text) : Value.of(text.replace(from, text(arguments.get(2))));
  }

  private static Value regexpReplace(List<Value> arguments) {
    String flags = arguments.size() > 3 ? text(arguments.get(3)) : "";
    return Patterns.replace(
        text(arguments.get(0)),
        text(arguments.get(1)),
        text(arguments.get(2)),
        flags.contains("i"),
        flags.contains("g"));
  }

  private static Value splitPart(List<Value> arguments) {
    String separator = text(arguments.get(1));
    String text = text(arguments.get(0));
    Optional<Integer> place = integer(arguments.get(2));
    if (place.isEmpty() || place.get() == 0) {
      return NOT_MODELLED;
    }
    List<String> parts = separator.isEmpty() ? List.of(text) : split(text, separator);
    int index = place.get() > 0 ? place.get() - 1 : parts.size() + place.get();
    return Value.of(index >= 0 && index < parts.size() ? parts.get(index) : "");
  }

  private static List<String> split(String text, String separator) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
      parts.add(text.substring(from, at));
      from = at + separator.length();
    }
    parts.add(text.substring(from));
    return parts;
  }

  private static Value substring(List<Value> arguments) {
    String text = text(arguments.get(0));
    Optional<Integer> from = integer(arguments.get(1));
    Optional<Integer> count = arguments.size() > 2 ? integer(arguments.get(2)) : Optional.empty();
    // With a text for a place it is a search (9.7.3).
    boolean search = arguments.get(1) instanceof Value.Text;
    if (from.isEmpty() || search || (arguments.size() > 2 && count.isEmpty())) {
      return NOT_MODELLED;
    }
    long start = Math.max(1, from.get());
    long end = count.map(one -> (long) from.get() + one).orElse(Long.MAX_VALUE);
    int length = text.length();
    int begin = (int) Math.min(length, start - 1);
    int stop = (int) Math.max(begin, Math.min(length, end - 1));
    return Value.of(text.substring(begin, stop));
  }

  private static Value left(List<Value> arguments) {
    String text = text(arguments.get(0));
    return integer(arguments.get(1))
        .map(
            count ->
                count >= 0 ? Math.min(count, text.length()) : Math.max(0, text.length() + count))
        .map(end -> Value.of(text.substring(0, end)))
        .orElse(NOT_MODELLED);
  }

  private static Value right(List<Value> arguments) {
    String text = text(arguments.get(0));
    return integer(arguments.get(1))
        .map(
            count ->
                count >= 0 ? Math.max(0, text.length() - count) : Math.min(text.length(), -count))
        .map(start -> Value.of(text.substring(start)))
        .orElse(NOT_MODELLED);
  }

  private static Value position(Value part, Value text) {
    return Value.of(text(text).indexOf(text(part)) + 1);
  }

  private static Value startsWith(List<Value> arguments) {
    return Value.of(text(arguments.get(0)).startsWith(text(arguments.get(1))));
  }

  private static Value trim(List<Value> arguments, boolean start, boolean end) {
    String text = text(arguments.get(0));
    String characters = arguments.size() > 1 ? text(arguments.get(1)) : " ";
    int from = 0;
    int to = text.length();
    while (start && from < to && characters.indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    while (end && to > from && characters.indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return Value.of(text.substring(from, to));
  }

  private static Value pad(List<Value> arguments, boolean before) {
    String text = text(arguments.get(0));
    String fill = arguments.size() > 2 ? text(arguments.get(2)) : " ";
    Optional<Integer> width = integer(arguments.get(1)).filter(one -> one <= LONGEST);
    if (width.isEmpty()) {
      return NOT_MODELLED;
    }
    int length = Math.max(0, width.get());
    if (text.length() >= length || fill.isEmpty()) {
      return Value.of(text.substring(0, Math.min(length, text.length())));
    }
    String padding =
        fill.repeat((length - text.length()) / fill.length() + 1)
            .substring(0, length - text.length());
    return Value.of(before ? padding + text : text + padding);
  }

  private static Value repeat(List<Value> arguments) {
    String text = text(arguments.get(0));
    return integer(arguments.get(1))
        .filter(count -> (long) count * text.length() <= LONGEST)
        .map(count -> Value.of(text.repeat(Math.max(0, count))))
        .orElse(NOT_MODELLED);
  }

  private static Value translate(List<Value> arguments) {
    String from = text(arguments.get(1));
    String to = text(arguments.get(2));
    StringBuilder result = new StringBuilder();
    String text = text(arguments.get(0));
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int place = from.indexOf(c);
      if (place < 0) {
        result.append(c);
      } else if (place < to.length()) {
        result.append(to.charAt(place));
      }
    }
    return Value.of(result.toString());
  }

  private static Value toArray(List<Value> arguments) {
    String text = text(arguments.get(0));
    String separator = text(arguments.get(1));
    if (text.isEmpty()) {
      return new Value.Items(List.of());
    }
    List<String> parts = separator.isEmpty() ? List.of(text) : split(text, separator);
    return new Value.Items(parts.stream().map(Value::of).toList());
  }

  private static Value regexpToArray(List<Value> arguments) {
    return Patterns.split(text(arguments.get(0)), text(arguments.get(1)))
        .<Value>map(parts -> new Value.Items(List.of(parts).stream().map(Value::of).toList()))
        .orElse(NOT_MODELLED);
  }

  /** The elements of an array, also of one in text form. */
  static Optional<List<Value>> items(Value array) {
    return switch (array) {
      case Value.Items items -> Optional.of(items.values());
      case Value.Text text -> Arrays.parse(text.value());
      default -> Optional.empty();
    };
  }
}
