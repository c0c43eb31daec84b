package dev.schemend.evaluate;

import dev.schemend.name.Identifier;
import dev.schemend.query.Query;
import dev.schemend.query.Scalar;
import dev.schemend.query.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Queries over the catalogs of the model; what lies in users' tables is unknown. */
final class Queries {

  private final Host host;
  private final Scalars scalars;
  private final Operators operators;
  private final Outputs outputs;

  Queries(Host host, Scalars scalars, Operators operators) {
    this.host = host;
    this.scalars = scalars;
    this.operators = operators;
    this.outputs = new Outputs(host, scalars);
  }

  /** A row of the result with what it is ordered by. */
  private record Sorted(Row row, List<Value> keys) {}

  Rows run(Query query, Env env) {
    Env inside = env;
    for (Query.Common common : query.with()) {
      Env before = inside;
      Rows rows =
          common
              .query()
              .map(one -> renamed(run(one, before), common.columns()))
              .orElseGet(() -> Rows.unknown("the rows of " + common.name()));
      inside = inside.knowing(common.name(), rows.as(common.name()));
    }
    return switch (query.body()) {
      case Query.Select select -> limited(query, select(select, query.order(), inside), inside);
      case Query.Values values -> limited(query, values(values, inside), inside);
      case Query.Combined combined ->
          limited(query, ordered(query, combined(combined, inside), inside), inside);
    };
  }

  private Rows values(Query.Values values, Env env) {
    List<Row> rows = new ArrayList<>();
    for (List<Scalar> written : values.rows()) {
      List<Value.Composite.Field> columns = new ArrayList<>();
      for (Scalar scalar : written) {
        Identifier name = Identifier.of("column" + (columns.size() + 1));
        columns.add(new Value.Composite.Field(name, scalars.value(scalar, env)));
      }
      rows.add(Row.of(columns));
    }
    return Rows.of(rows);
  }

  static Rows renamed(Rows rows, List<Identifier> names) {
    if (names.isEmpty()) {
      return rows;
    }
    return rows.map(
        row ->
            row.value() instanceof Value.Composite whole
                ? new Row(
                    List.of(
                        new Row.Part(
                            row.parts().isEmpty()
                                ? Identifier.NONE
                                : row.parts().getFirst().alias(),
                            IntStream.range(0, whole.fields().size())
                                .mapToObj(
                                    i ->
                                        i < names.size()
                                            ? new Value.Composite.Field(
                                                names.get(i), whole.fields().get(i).value())
                                            : whole.fields().get(i))
                                .toList(),
                            Optional.empty())),
                    row.doubt())
                : row);
  }

  private Rows combined(Query.Combined combined, Env env) {
    Rows left = run(combined.left(), env);
    Rows right = run(combined.right(), env);
    Optional<String> unsure = left.uncertainty().or(right::uncertainty);
    if (combined.operator().equals("union")) {
      List<Row> all = new ArrayList<>(left.rows());
      // The names are those of the first query.
      all.addAll(likeFirst(left, right));
      Rows rows = new Rows(all, left.rest().or(right::rest));
      return combined.all() ? rows : distinct(rows);
    }
    if (unsure.isPresent()) {
      return Rows.unknown(unsure.get());
    }
    Set<List<Value>> others = new LinkedHashSet<>();
    right.rows().forEach(row -> others.add(cells(row)));
    boolean keepsCommon = combined.operator().equals("intersect");
    Rows kept =
        Rows.of(
            left.rows().stream()
                .filter(row -> others.contains(cells(row)) == keepsCommon)
                .toList());
    return combined.all() ? kept : distinct(kept);
  }

  private static List<Row> likeFirst(Rows left, Rows right) {
    if (left.rows().isEmpty()
        || !(left.rows().getFirst().value() instanceof Value.Composite first)) {
      return right.rows();
    }
    List<Identifier> names = first.fields().stream().map(Value.Composite.Field::name).toList();
    return renamed(right, names).rows();
  }

  private static List<Value> cells(Row row) {
    return row.value() instanceof Value.Composite whole
        ? whole.fields().stream().map(Value.Composite.Field::value).toList()
        : List.of(row.value());
  }

  private static Rows distinct(Rows rows) {
    Map<List<Value>, Row> seen = new LinkedHashMap<>();
    for (Row row : rows.rows()) {
      boolean unknown = cells(row).stream().anyMatch(Value.Unknown.class::isInstance);
      Row kept = unknown ? row.doubted("whether two unknown rows are the same") : row;
      Row before = seen.get(cells(kept));
      if (before == null || (before.doubt().isPresent() && kept.doubt().isEmpty())) {
        seen.put(cells(kept), kept);
      }
    }
    return new Rows(List.copyOf(seen.values()), rows.rest());
  }

  private Rows ordered(Query query, Rows rows, Env env) {
    List<Sorted> sorted = new ArrayList<>();
    for (Row row : rows.rows()) {
      List<Value> keys = new ArrayList<>();
      for (Query.Ordering key : query.order()) {
        keys.add(key(key.key(), row, env.at(row)));
      }
      sorted.add(new Sorted(row, keys));
    }
    return new Rows(sort(sorted, query.order()), rows.rest());
  }

  private Rows limited(Query query, Rows rows, Env env) {
    Rows result = rows;
    if (query.offset().isPresent()) {
      Optional<Integer> skipped = count(scalars.value(query.offset().get(), env));
      if (skipped.isEmpty() || !rows.isCertain()) {
        return Rows.unknown(rows.uncertainty().orElse("an unknown OFFSET"));
      }
      result =
          Rows.of(
              rows.rows().subList(Math.min(skipped.get(), rows.rows().size()), rows.rows().size()));
    }
    if (query.limit().isEmpty()) {
      return result;
    }
    Value limit = scalars.value(query.limit().get(), env);
    if (limit instanceof Value.Null) {
      return result;
    }
    Optional<Integer> most = count(limit);
    if (most.isEmpty()) {
      return Rows.unknown(result.uncertainty().orElse("an unknown LIMIT"));
    }
    return first(result, most.get());
  }

  private static Optional<Integer> count(Value value) {
    return Operators.number(value)
        .filter(number -> number.signum() >= 0)
        .map(number -> number.min(java.math.BigDecimal.valueOf(Integer.MAX_VALUE)).intValue());
  }

  // Which rows come first is unknown as soon as one of them is; how many there are may be known.
  private static Rows first(Rows rows, int most) {
    if (rows.isCertain()) {
      return Rows.of(rows.rows().subList(0, Math.min(most, rows.rows().size())));
    }
    if (rows.rest().isEmpty() && rows.rows().size() <= most) {
      return rows;
    }
    String why = rows.uncertainty().orElseThrow();
    int sure = (int) Math.min(most, rows.certain());
    List<Row> unknown = new ArrayList<>();
    for (int i = 0; i < sure; i++) {
      unknown.add(Row.unknown(Identifier.NONE, why));
    }
    return new Rows(unknown, sure < most ? Optional.of(why) : Optional.empty());
  }

  private Rows select(Query.Select select, List<Query.Ordering> order, Env env) {
    Rows source =
        select
            .from()
            .map(from -> new Sources(host, this, scalars).rows(from, select.where(), env))
            .orElseGet(() -> Rows.of(List.of(Row.EMPTY)));
    Rows filtered = select.where().map(where -> filter(source, where, env)).orElse(source);
    boolean aggregated =
        !select.group().isEmpty()
            || select.having().isPresent()
            || select.outputs().stream().anyMatch(output -> Calls.aggregates(output.value()));
    Rows result =
        aggregated
            ? aggregate(select, order, filtered, env)
            : project(select, order, filtered, env);
    return select.distinct() ? distinct(result) : result;
  }

  // What is cheap to ask is asked first: the order is the server's choice anyway (4.2.14).
  Rows filter(Rows rows, Scalar condition, Env env) {
    List<Scalar> parts = new ArrayList<>(Calls.conjuncts(condition));
    parts.sort(java.util.Comparator.comparing(part -> !Calls.isPlain(part)));
    Rows kept = rows;
    for (Scalar part : parts) {
      kept = keep(kept, part, env);
    }
    return kept;
  }

  private Rows keep(Rows rows, Scalar condition, Env env) {
    List<Row> kept = new ArrayList<>();
    for (Row row : rows.rows()) {
      switch (Operators.truth(scalars.value(condition, env.at(row)))) {
        case Value.Bool bool -> {
          if (bool.value()) {
            kept.add(row);
          }
        }
        case Value.Unknown unknown -> kept.add(row.doubted(unknown.why()));
        case Value other -> {
          // A condition that is null keeps no row.
        }
      }
    }
    Optional<String> rest =
        rows.rest()
            .filter(
                why -> {
                  Value any =
                      host.perhaps(
                          why,
                          () ->
                              Operators.truth(
                                  scalars.value(
                                      condition, env.at(Row.unknown(Identifier.NONE, why)))),
                          Value.unknown(why));
                  return any instanceof Value.Unknown || any.equals(Value.TRUE);
                });
    return new Rows(kept, rest);
  }

  private Rows project(Query.Select select, List<Query.Ordering> order, Rows rows, Env env) {
    List<Sorted> results = new ArrayList<>();
    for (Row row : rows.rows()) {
      Env at = env.at(row);
      for (Row output :
          row.doubt().isPresent()
              ? host.perhaps(
                  row.doubt().get(), () -> outputs.rows(select.outputs(), at), List.<Row>of())
              : outputs.rows(select.outputs(), at)) {
        Row whole = row.doubt().map(output::doubted).orElse(output);
        results.add(new Sorted(whole, keys(order, whole, at)));
      }
    }
    // What calls do for rows that nobody knows must do nothing.
    rows.rest()
        .ifPresent(
            why ->
                host.perhaps(
                    why,
                    () -> outputs.rows(select.outputs(), env.at(Row.unknown(Identifier.NONE, why))),
                    List.<Row>of()));
    return new Rows(sort(results, order), rows.rest());
  }

  private List<Value> keys(List<Query.Ordering> order, Row output, Env at) {
    List<Value> keys = new ArrayList<>();
    for (Query.Ordering key : order) {
      keys.add(key(key.key(), output, at));
    }
    return keys;
  }

  // A number is a place in the list, a plain name a column of the result before one of the source.
  private Value key(Scalar key, Row output, Env at) {
    if (key instanceof Scalar.Constant(Value.Num(var place))
        && output.value() instanceof Value.Composite whole) {
      int index = place.intValue() - 1;
      return index >= 0 && index < whole.fields().size()
          ? whole.fields().get(index).value()
          : Value.NULL;
    }
    if (key instanceof Scalar.Name name
        && name.path().size() == 1
        && output.value() instanceof Value.Composite whole
        && whole.field(name.path().getFirst()).isPresent()) {
      return whole.field(name.path().getFirst()).get();
    }
    return scalars.value(key, at);
  }

  private List<Row> sort(List<Sorted> rows, List<Query.Ordering> order) {
    List<Sorted> sorted = new ArrayList<>(rows);
    for (int i = order.size() - 1; i >= 0; i--) {
      int at = i;
      int sign = order.get(i).descending() ? -1 : 1;
      sorted.sort((a, b) -> sign * operators.order(a.keys().get(at), b.keys().get(at)).orElse(0));
    }
    return sorted.stream().map(Sorted::row).toList();
  }

  private Rows aggregate(Query.Select select, List<Query.Ordering> order, Rows rows, Env env) {
    if (rows.rest().isPresent()) {
      String why = rows.rest().get();
      // The group of all rows is there even where no row is.
      return select.group().isEmpty() && select.having().isEmpty()
          ? Rows.of(List.of(unknownOutputs(select, why)))
          : Rows.unknown(why);
    }
    Map<List<Value>, List<Row>> groups = new LinkedHashMap<>();
    if (select.group().isEmpty()) {
      groups.put(List.of(), new ArrayList<>());
    }
    for (Row row : rows.rows()) {
      List<Value> key = new ArrayList<>();
      for (Scalar part : select.group()) {
        Value value = groupKey(part, select, env.at(row));
        if (value instanceof Value.Unknown unknown) {
          return Rows.unknown(unknown.why());
        }
        key.add(value);
      }
      groups.computeIfAbsent(key, none -> new ArrayList<>()).add(row);
    }
    List<Sorted> results = new ArrayList<>();
    for (List<Row> group : groups.values()) {
      Env at = env.over(group);
      Value kept =
          select
              .having()
              .map(having -> Operators.truth(scalars.value(having, at)))
              .orElse(Value.TRUE);
      if (kept.equals(Value.TRUE) || kept instanceof Value.Unknown) {
        Row output = outputs.rows(select.outputs(), at).getFirst();
        Row whole = kept instanceof Value.Unknown unknown ? output.doubted(unknown.why()) : output;
        boolean sure =
            select.group().isEmpty() || group.stream().anyMatch(row -> row.doubt().isEmpty());
        Row doubted = sure ? whole : whole.doubted(group.getFirst().doubt().orElseThrow());
        results.add(new Sorted(doubted, keys(order, doubted, at)));
      }
    }
    return new Rows(sort(results, order), Optional.empty());
  }

  private static Row unknownOutputs(Query.Select select, String why) {
    return Row.of(
        select.outputs().stream()
            .map(output -> new Value.Composite.Field(Outputs.name(output), Value.unknown(why)))
            .map(Value.Composite.Field.class::cast)
            .toList());
  }

  private Value groupKey(Scalar part, Query.Select select, Env at) {
    if (part instanceof Scalar.Constant(Value.Num(var place))) {
      int index = place.intValue() - 1;
      if (index >= 0 && index < select.outputs().size()) {
        return scalars.value(select.outputs().get(index).value(), at);
      }
    }
    if (part instanceof Scalar.Name name && name.path().size() == 1) {
      for (Query.Output output : select.outputs()) {
        if (output.alias().equals(name.path().getFirst())) {
          return scalars.value(output.value(), at);
        }
      }
    }
    return scalars.value(part, at);
  }
}
