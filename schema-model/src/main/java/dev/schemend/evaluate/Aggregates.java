package dev.schemend.evaluate;

import dev.schemend.query.Query;
import dev.schemend.query.Scalar;
import dev.schemend.query.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Aggregates over the rows of a group. */
final class Aggregates {

  private static final Set<String> NAMES =
      Set.of(
          "count",
          "sum",
          "min",
          "max",
          "avg",
          "bool_and",
          "bool_or",
          "every",
          "array_agg",
          "string_agg",
          "group_concat",
          "json_agg",
          "jsonb_agg",
          "json_object_agg",
          "jsonb_object_agg");

  private final Scalars scalars;
  private final Operators operators;
  private final Host host;

  Aggregates(Scalars scalars, Operators operators, Host host) {
    this.scalars = scalars;
    this.operators = operators;
    this.host = host;
  }

  static boolean isAggregate(Scalar.Call call) {
    return NAMES.contains(call.name().name().key().toLowerCase(Locale.ROOT))
        && (!call.name().isQualified() || call.name().schema().key().equals("pg_catalog"));
  }

  Value value(Scalar.Call call, String name, Env env) {
    if (env.group().isEmpty()) {
      return Value.unknown("the aggregate " + name);
    }
    List<Row> rows = env.group().get();
    for (Row row : rows) {
      if (row.doubt().isPresent()) {
        return Value.unknown(row.doubt().get());
      }
    }
    List<Row> counted = new ArrayList<>();
    for (Row row : rows) {
      Value kept =
          call.filter()
              .map(filter -> Operators.truth(scalars.value(filter, env.at(row))))
              .orElse(Value.TRUE);
      if (kept instanceof Value.Unknown) {
        return kept;
      }
      if (kept.equals(Value.TRUE)) {
        counted.add(row);
      }
    }
    boolean all =
        call.arguments().isEmpty() || call.arguments().getFirst().value() instanceof Scalar.Star;
    if (name.equals("count") && all) {
      return Value.of(counted.size());
    }
    if (call.arguments().isEmpty()) {
      return Value.unknown("the aggregate " + name);
    }
    return over(call, name, sorted(call.order(), counted, env), env);
  }

  private List<Row> sorted(List<Query.Ordering> order, List<Row> rows, Env env) {
    if (order.isEmpty()) {
      return rows;
    }
    List<Row> result = new ArrayList<>(rows);
    for (Query.Ordering key : order.reversed()) {
      Comparator<Row> comparator =
          Comparator.comparing(
              row -> scalars.value(key.key(), env.at(row)),
              (a, b) -> operators.order(a, b).orElse(0));
      result.sort(key.descending() ? comparator.reversed() : comparator);
    }
    return result;
  }

  private Value over(Scalar.Call call, String name, List<Row> rows, Env env) {
    List<Value> values = new ArrayList<>();
    for (Row row : rows) {
      values.add(scalars.value(call.arguments().getFirst().value(), env.at(row)));
    }
    Optional<Value> unknown = values.stream().filter(Value.Unknown.class::isInstance).findFirst();
    boolean counts = name.equals("count") && !call.distinct();
    if (unknown.isPresent() && !name.equals("array_agg")) {
      return counts || values.size() > 0 ? unknown.get() : Value.NULL;
    }
    List<Value> known = values.stream().filter(value -> !(value instanceof Value.Null)).toList();
    List<Value> distinct = call.distinct() ? List.copyOf(new LinkedHashSet<>(known)) : known;
    return switch (name) {
      case "count" -> Value.of(distinct.size());
      case "sum" -> sum(distinct);
      case "min" -> extreme(distinct, -1);
      case "max" -> extreme(distinct, 1);
      case "bool_and", "every" ->
          known.isEmpty() ? Value.NULL : known.stream().reduce(Value.TRUE, Operators::and);
      case "bool_or" ->
          known.isEmpty() ? Value.NULL : known.stream().reduce(Value.FALSE, Operators::or);
      case "array_agg" ->
          values.isEmpty() ? Value.NULL : new Value.Items(call.distinct() ? distinct : values);
      case "string_agg", "group_concat" -> joined(call, distinct, env);
      default -> Value.unknown("the aggregate " + name);
    };
  }

  private static Value sum(List<Value> values) {
    if (values.isEmpty()) {
      return Value.NULL;
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (Value value : values) {
      Optional<BigDecimal> number = Operators.number(value);
      if (number.isEmpty()) {
        return Value.unknown("a sum");
      }
      sum = sum.add(number.get());
    }
    return new Value.Num(sum);
  }

  private Value extreme(List<Value> values, int sign) {
    Value best = Value.NULL;
    for (Value value : values) {
      if (best instanceof Value.Null) {
        best = value;
        continue;
      }
      Optional<Integer> order = operators.order(value, best);
      if (order.isEmpty()) {
        return Value.unknown("the order of values");
      }
      best = order.get() * sign > 0 ? value : best;
    }
    return best;
  }

  private Value joined(Scalar.Call call, List<Value> values, Env env) {
    if (values.isEmpty()) {
      return Value.NULL;
    }
    Value separator =
        call.arguments().size() > 1
            ? scalars.value(call.arguments().get(1).value(), env.at(Row.EMPTY))
            : Value.of(",");
    if (separator instanceof Value.Unknown) {
      return separator;
    }
    List<Value> parts = new ArrayList<>();
    for (Value value : values) {
      if (!parts.isEmpty()) {
        parts.add(separator);
      }
      parts.add(value);
    }
    return operators.joined(parts, host.world());
  }
}
