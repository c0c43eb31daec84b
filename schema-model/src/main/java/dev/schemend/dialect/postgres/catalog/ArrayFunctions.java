package dev.schemend.dialect.postgres.catalog;

import dev.schemend.query.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Functions of arrays, and those that give rows (manual, 9.19 and 9.25). */
final class ArrayFunctions {

  private static final Set<String> NAMES =
      Set.of(
          "array_length",
          "array_upper",
          "array_lower",
          "cardinality",
          "array_to_string",
          "array_position",
          "array_remove",
          "array_ndims");
  private static final int MOST_ROWS = 100_000;

  private ArrayFunctions() {}

  static boolean isKnown(String name) {
    return NAMES.contains(name);
  }

  static Optional<Value> call(
      String name, List<Value> arguments, Function<Value, Optional<String>> text) {
    if (!NAMES.contains(name) || arguments.isEmpty()) {
      return Optional.empty();
    }
    Optional<List<Value>> items = TextFunctions.items(arguments.getFirst());
    if (items.isEmpty()) {
      return Optional.of(Value.unknown("an array"));
    }
    List<Value> values = items.get();
    Value second = arguments.size() > 1 ? arguments.get(1) : Value.NULL;
    return Optional.of(
        switch (name) {
          // An empty array has no dimensions.
          case "array_length", "array_upper" ->
              values.isEmpty() || !isOne(second) ? Value.NULL : Value.of(values.size());
          case "array_lower" -> values.isEmpty() || !isOne(second) ? Value.NULL : Value.of(1);
          case "array_ndims" -> values.isEmpty() ? Value.NULL : Value.of(1);
          case "cardinality" -> Value.of(values.size());
          case "array_position" -> {
            int place = values.indexOf(second);
            yield place < 0 ? Value.NULL : Value.of(place + 1);
          }
          case "array_remove" ->
              new Value.Items(values.stream().filter(one -> !one.equals(second)).toList());
          default -> joined(values, arguments, text);
        });
  }

  private static boolean isOne(Value dimension) {
    return dimension instanceof Value.Num number && number.value().compareTo(BigDecimal.ONE) == 0;
  }

  private static Value joined(
      List<Value> values, List<Value> arguments, Function<Value, Optional<String>> text) {
    String separator = TextFunctions.text(arguments.get(1));
    StringBuilder result = new StringBuilder();
    boolean first = true;
    for (Value value : values) {
      Optional<String> part = text.apply(value);
      if (value instanceof Value.Unknown) {
        return value;
      }
      if (part.isEmpty() && arguments.size() > 2) {
        part = Optional.of(TextFunctions.text(arguments.get(2)));
      }
      if (part.isPresent()) {
        result.append(first ? "" : separator).append(part.get());
        first = false;
      }
    }
    return Value.of(result.toString());
  }

  /** The rows of a function that gives rows; empty for another function. */
  static Optional<List<Value>> rows(String name, List<Value> arguments) {
    boolean known =
        name.equals("unnest")
            || name.equals("generate_series")
            || name.equals("regexp_split_to_table")
            || name.equals("string_to_table");
    if (!known || arguments.isEmpty()) {
      return Optional.empty();
    }
    for (Value argument : arguments) {
      if (argument instanceof Value.Null) {
        return Optional.of(List.of());
      }
      if (argument instanceof Value.Unknown) {
        return Optional.of(List.of(argument));
      }
    }
    return switch (name) {
      case "unnest" -> Optional.of(unnested(arguments));
      case "generate_series" -> Optional.of(series(arguments));
      case "regexp_split_to_table" -> split("regexp_split_to_array", arguments);
      default -> split("string_to_array", arguments);
    };
  }

  private static List<Value> unnested(List<Value> arguments) {
    return arguments.size() == 1
        ? TextFunctions.items(arguments.getFirst())
            .orElse(List.of(Value.unknown("the elements of an array")))
        : List.of(Value.unknown("the elements of arrays"));
  }

  private static Optional<List<Value>> split(String function, List<Value> arguments) {
    return TextFunctions.call(function, arguments)
        .map(array -> array instanceof Value.Items items ? items.values() : List.of(array));
  }

  private static List<Value> series(List<Value> arguments) {
    List<BigDecimal> numbers = new ArrayList<>();
    for (Value argument : arguments) {
      if (argument instanceof Value.Num number) {
        numbers.add(number.value());
      }
    }
    boolean whole = numbers.size() == arguments.size() && numbers.size() >= 2;
    BigDecimal step = numbers.size() > 2 ? numbers.get(2) : BigDecimal.ONE;
    if (!whole || step.signum() == 0) {
      return List.of(Value.unknown("a series of values that are no numbers"));
    }
    List<Value> rows = new ArrayList<>();
    for (BigDecimal at = numbers.get(0);
        (step.signum() > 0 ? at.compareTo(numbers.get(1)) <= 0 : at.compareTo(numbers.get(1)) >= 0);
        at = at.add(step)) {
      if (rows.size() == MOST_ROWS) {
        return List.of(Value.unknown("a series of more than " + MOST_ROWS + " values"));
      }
      rows.add(new Value.Num(at));
    }
    return rows;
  }
}
