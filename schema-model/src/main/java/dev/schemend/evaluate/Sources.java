package dev.schemend.evaluate;

import dev.schemend.name.Identifier;
import dev.schemend.query.Query;
import dev.schemend.query.Scalar;
import dev.schemend.query.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rows that a {@code FROM} gives. Conditions on one relation alone are asked before relations
 * are joined, and equal identities are looked up rather than searched, so that catalogs of
 * thousands of objects can be joined within the budget.
 */
final class Sources {

  private final Host host;
  private final Queries queries;
  private final Scalars scalars;

  Sources(Host host, Queries queries, Scalars scalars) {
    this.host = host;
    this.queries = queries;
    this.scalars = scalars;
  }

  /** The rows of {@code source}; some of those that {@code where} refuses are left out already. */
  Rows rows(Query.Source source, Optional<Scalar> where, Env env) {
    return rows(source, where.map(Calls::conjuncts).orElse(List.of()), env);
  }

  private Rows rows(Query.Source source, List<Scalar> conditions, Env env) {
    return switch (source) {
      case Query.Named named -> early(named(named, env), conditions, env);
      case Query.Derived derived ->
          early(
              Queries.renamed(queries.run(derived.query(), env.inner()), derived.columns())
                  .as(derived.alias()),
              conditions,
              env);
      case Query.Calling calling -> calling(calling, env);
      case Query.Join join -> join(join, conditions, env);
    };
  }

  private Rows named(Query.Named named, Env env) {
    Identifier alias = named.alias().or(named.name().name());
    if (!named.name().isQualified()) {
      Rows common = env.commons().get(named.name().name());
      if (common != null) {
        return common.as(alias);
      }
    }
    Optional<Rows> catalog = host.rules().relation(named.name(), host.world());
    if (catalog.isPresent()) {
      host.budget().step(catalog.get().rows().size());
      return catalog.get().as(alias);
    }
    if (!host.rules().isRelation(named.name(), host.world())) {
      dev.schemend.apply.ErrorCode undefined = host.rules().code("undefined_table");
      if (host.catches(undefined)) {
        throw new RaisedError(undefined, "relation " + named.name() + " does not exist");
      }
    }
    return host.holdsNoRows(named.name()) ? Rows.NONE : Rows.unknown("the rows of " + named.name());
  }

  /** Without the rows that a condition on this relation alone refuses. */
  private Rows early(Rows rows, List<Scalar> conditions, Env env) {
    if (rows.rows().isEmpty()) {
      return rows;
    }
    List<Scalar> own =
        conditions.stream()
            .filter(condition -> isAbout(condition, rows.rows().getFirst()))
            .toList();
    if (own.isEmpty()) {
      return rows;
    }
    List<Row> kept = new ArrayList<>();
    for (Row row : rows.rows()) {
      Env at = env.at(row);
      boolean refused =
          own.stream()
              .anyMatch(
                  condition -> {
                    Value holds = Operators.truth(scalars.value(condition, at));
                    return holds.equals(Value.FALSE) || holds instanceof Value.Null;
                  });
      if (!refused) {
        kept.add(row);
      }
    }
    return new Rows(kept, rows.rest());
  }

  // Names that the relation is not known to have may be variables, or columns of another.
  private boolean isAbout(Scalar condition, Row sample) {
    boolean[] names = new boolean[1];
    boolean other =
        !Calls.isPlain(condition)
            || Calls.any(
                condition,
                node -> {
                  if (!(node instanceof Scalar.Name name)) {
                    return false;
                  }
                  boolean own = has(sample, name);
                  names[0] |= own;
                  return !own
                      && (host.variable(name.path()).isEmpty()
                          || (!host.rules().variablesHideColumns() && name.path().size() == 1));
                });
    return names[0] && !other;
  }

  private static boolean has(Row sample, Scalar.Name name) {
    List<Identifier> path = name.path();
    return sample.parts().stream()
        .anyMatch(
            part ->
                part.column(path.getLast()).isPresent()
                    && (path.size() == 1 || part.alias().equals(path.get(path.size() - 2))));
  }

  private Rows calling(Query.Calling calling, Env env) {
    Scalar.Call call = calling.call();
    List<Value> arguments = new ArrayList<>();
    for (Scalar.Call.Argument argument : call.arguments()) {
      arguments.add(scalars.value(argument.value(), env));
    }
    String name = call.name().name().key().toLowerCase(Locale.ROOT);
    Identifier alias = calling.alias().or(call.name().name());
    Optional<List<Value>> listed = host.rules().rows(name, arguments, host.world());
    Identifier column = calling.columns().isEmpty() ? alias : calling.columns().getFirst();
    Rows rows =
        listed
            .map(values -> listed(values, column, calling))
            .or(() -> host.invoke(call.name(), call.arguments(), arguments))
            .or(
                () ->
                    host.rules()
                        .call(name, arguments, host.world())
                        .map(value -> listed(List.of(value), column, calling)))
            .orElseGet(() -> Rows.unknown("the rows of the function " + call.name()));
    return Queries.renamed(rows, calling.columns()).as(alias);
  }

  private static Rows listed(List<Value> values, Identifier column, Query.Calling calling) {
    List<Row> rows = new ArrayList<>();
    for (Value value : values) {
      List<Value.Composite.Field> cells = new ArrayList<>();
      if (value instanceof Value.Composite composite) {
        cells.addAll(composite.fields());
      } else {
        cells.add(new Value.Composite.Field(column, value));
      }
      if (calling.ordinality()) {
        cells.add(
            new Value.Composite.Field(Identifier.of("ordinality"), Value.of(rows.size() + 1)));
      }
      rows.add(Row.of(cells));
    }
    return values.size() == 1 && values.getFirst() instanceof Value.Unknown unknown
        ? Rows.unknown(unknown.why())
        : Rows.of(rows);
  }

  private Rows join(Query.Join join, List<Scalar> conditions, Env env) {
    List<Scalar> on = Calls.conjuncts(join.on());
    boolean keepsLeft = join.kind() == Query.JoinKind.LEFT || join.kind() == Query.JoinKind.FULL;
    boolean keepsRight = join.kind() == Query.JoinKind.RIGHT || join.kind() == Query.JoinKind.FULL;
    // What is kept without a partner must not be refused for the partner's sake.
    Rows left =
        rows(
            join.left(),
            both(keepsRight ? List.of() : conditions, keepsLeft ? List.of() : on),
            env);
    if (isLateral(join.right())) {
      return lateral(join, left, env);
    }
    Rows right =
        rows(
            join.right(),
            both(keepsLeft ? List.of() : conditions, keepsRight ? List.of() : on),
            env);
    return matched(join, left, right, env);
  }

  private static List<Scalar> both(List<Scalar> one, List<Scalar> other) {
    List<Scalar> all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }

  private static boolean isLateral(Query.Source source) {
    return source instanceof Query.Calling || source instanceof Query.Derived;
  }

  private Rows lateral(Query.Join join, Rows left, Env env) {
    List<Row> result = new ArrayList<>();
    Optional<String> rest = left.rest();
    for (Row row : left.rows()) {
      Rows right = rows(join.right(), List.of(), env.at(row));
      Rows one = matched(join, new Rows(List.of(row), Optional.empty()), right, env);
      result.addAll(one.rows());
      rest = rest.or(one::rest);
    }
    return new Rows(result, rest);
  }

  private Rows matched(Query.Join join, Rows left, Rows right, Env env) {
    Lookup lookup = new Lookup(join, left, right);
    List<Row> result = new ArrayList<>();
    Set<Row> met = new HashSet<>();
    for (Row one : left.rows()) {
      boolean found = false;
      boolean doubtful = false;
      for (Row other : lookup.candidates(one)) {
        host.budget().step();
        Row pair = one.beside(other);
        Value holds = Operators.truth(condition(join, one, other, env.at(pair)));
        if (holds.equals(Value.TRUE)) {
          result.add(pair);
          met.add(other);
          found |= other.doubt().isEmpty();
          doubtful |= other.doubt().isPresent();
        } else if (holds instanceof Value.Unknown unknown) {
          result.add(pair.doubted(unknown.why()));
          met.add(other);
          doubtful = true;
        }
      }
      boolean keeps = join.kind() == Query.JoinKind.LEFT || join.kind() == Query.JoinKind.FULL;
      if (keeps && !found) {
        Row alone = one.beside(nulls(right));
        boolean sure = !doubtful && right.rest().isEmpty();
        result.add(sure ? alone : alone.doubted(right.uncertainty().orElse("a join")));
      }
    }
    if (join.kind() == Query.JoinKind.RIGHT || join.kind() == Query.JoinKind.FULL) {
      right.rows().stream()
          .filter(row -> !met.contains(row))
          .forEach(row -> result.add(nulls(left).beside(row)));
    }
    return new Rows(result, rest(left, right));
  }

  private static Optional<String> rest(Rows left, Rows right) {
    boolean leftEmpty = left.rows().isEmpty() && left.rest().isEmpty();
    boolean rightEmpty = right.rows().isEmpty() && right.rest().isEmpty();
    if ((leftEmpty && right.rest().isPresent()) || (rightEmpty && left.rest().isPresent())) {
      return Optional.empty();
    }
    return left.rest().or(right::rest);
  }

  private Value condition(Query.Join join, Row left, Row right, Env at) {
    if (join.using().isEmpty()) {
      return scalars.value(join.on(), at);
    }
    Value same = Value.TRUE;
    for (Identifier column : join.using()) {
      same = Operators.and(same, scalars.equal(cell(left, column), cell(right, column)));
    }
    return same;
  }

  private static Value cell(Row row, Identifier column) {
    return row.parts().stream()
        .flatMap(part -> part.column(column).stream())
        .findFirst()
        .orElseGet(() -> Value.unknown("the column " + column));
  }

  private static Row nulls(Rows rows) {
    if (rows.rows().isEmpty()) {
      return new Row(
          List.of(new Row.Part(Identifier.NONE, List.of(), Optional.of("a row of an outer join"))),
          Optional.empty());
    }
    return new Row(
        rows.rows().getFirst().parts().stream()
            .map(
                part ->
                    new Row.Part(
                        part.alias(),
                        part.columns().stream()
                            .map(column -> new Value.Composite.Field(column.name(), Value.NULL))
                            .toList(),
                        part.others()))
            .toList(),
        Optional.empty());
  }

  /** The right rows by the value of a column that must be equal to one of the left. */
  private static final class Lookup {
    private final Rows right;
    private Scalar.Name leftKey;
    private Scalar.Name rightKey;
    private final Map<Value, List<Row>> byKey = new HashMap<>();
    private final List<Row> unkeyed = new ArrayList<>();

    Lookup(Query.Join join, Rows left, Rows right) {
      this.right = right;
      if (left.rows().isEmpty() || right.rows().isEmpty()) {
        return;
      }
      for (Scalar condition : Calls.conjuncts(join.on())) {
        if (condition instanceof Scalar.Operation operation
            && operation.operator().equals("=")
            && operation.operands().get(0) instanceof Scalar.Name one
            && operation.operands().get(1) instanceof Scalar.Name other) {
          choose(one, other, left, right);
          choose(other, one, left, right);
        }
      }
      if (rightKey != null) {
        for (Row row : right.rows()) {
          Optional<Value> key = key(row, rightKey);
          if (key.isPresent()) {
            byKey.computeIfAbsent(key.get(), none -> new ArrayList<>()).add(row);
          } else {
            unkeyed.add(row);
          }
        }
      }
    }

    private void choose(Scalar.Name one, Scalar.Name other, Rows left, Rows right) {
      boolean fits =
          rightKey == null
              && has(left.rows().getFirst(), one)
              && !has(right.rows().getFirst(), one)
              && has(right.rows().getFirst(), other)
              && !has(left.rows().getFirst(), other);
      if (fits) {
        leftKey = one;
        rightKey = other;
      }
    }

    // Identities have one spelling each; texts may be equal that are spelled otherwise.
    private static Optional<Value> key(Row row, Scalar.Name name) {
      return row.parts().stream()
          .filter(
              part ->
                  name.path().size() == 1
                      || part.alias().equals(name.path().get(name.path().size() - 2)))
          .flatMap(part -> part.column(name.path().getLast()).stream())
          .findFirst()
          .filter(Value.Reference.class::isInstance);
    }

    List<Row> candidates(Row left) {
      if (rightKey == null) {
        return right.rows();
      }
      Optional<Value> key = key(left, leftKey);
      if (key.isEmpty()) {
        return right.rows();
      }
      List<Row> found = byKey.getOrDefault(key.get(), List.of());
      if (unkeyed.isEmpty()) {
        return found;
      }
      List<Row> all = new ArrayList<>(found);
      all.addAll(unkeyed);
      return all;
    }
  }
}
