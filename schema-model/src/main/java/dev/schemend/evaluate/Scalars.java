package dev.schemend.evaluate;

import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.query.Scalar;
import dev.schemend.query.TypeName;
import dev.schemend.query.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Expressions. */
final class Scalars {

  private final Host host;
  private final Operators operators;
  private final BinaryOperators binary;
  private final Aggregates aggregates;

  Scalars(Host host) {
    this.host = host;
    this.operators = new Operators(host.rules());
    this.binary = new BinaryOperators(host.rules(), operators, host::world);
    this.aggregates = new Aggregates(this, operators, host);
  }

  Queries queries() {
    return new Queries(host, this, operators);
  }

  Value value(Scalar scalar, Env env) {
    host.budget().step();
    return switch (scalar) {
      case Scalar.Constant constant -> constant.value();
      case Scalar.Name name -> new Names(host).value(name.path(), env);
      case Scalar.Star star -> env.row().value();
      case Scalar.SessionVariable variable -> host.sessionVariable(variable.name());
      case Scalar.Parameter parameter -> host.parameter(parameter.number());
      case Scalar.Call call -> call(call, env);
      case Scalar.Operation operation -> operation(operation, env);
      case Scalar.Is is -> is(is, env);
      case Scalar.Between between -> between(between, env);
      case Scalar.In in -> in(in, env);
      case Scalar.InQuery in -> inQuery(in, env);
      case Scalar.Quantified quantified -> quantified(quantified, env);
      case Scalar.Exists exists -> exists(queries().run(exists.query(), env.inner()));
      case Scalar.Subquery subquery -> single(queries().run(subquery.query(), env.inner()));
      case Scalar.ArrayQuery query -> array(queries().run(query.query(), env.inner()));
      case Scalar.ArrayOf array -> new Value.Items(values(array.elements(), env));
      case Scalar.Row row ->
          new Value.Composite(
              values(row.elements(), env).stream()
                  .map(one -> new Value.Composite.Field(Identifier.NONE, one))
                  .toList());
      case Scalar.Element element -> element(element, env);
      case Scalar.Field field -> field(value(field.row(), env), field.field());
      case Scalar.Cast cast -> cast(value(cast.operand(), env), cast.type());
      case Scalar.Case choice -> choice(choice, env);
      case Scalar.Unreadable unreadable -> unreadable(unreadable);
    };
  }

  private Value unreadable(Scalar.Unreadable unreadable) {
    for (ObjectName name : unreadable.calls()) {
      if (!host.rules().routines(name, host.world()).isEmpty()) {
        throw Undecidable.because("it calls " + name + " in a way that cannot be read");
      }
    }
    return Value.unknown("an expression that cannot be read");
  }

  List<Value> values(List<Scalar> scalars, Env env) {
    List<Value> values = new ArrayList<>();
    for (Scalar scalar : scalars) {
      values.add(value(scalar, env));
    }
    return values;
  }

  Value cast(Value value, TypeName type) {
    return value instanceof Value.Null || value instanceof Value.Unknown
        ? value
        : host.rules().cast(value, type, host.world());
  }

  /** A field of a row; unknown for a field that the row is not known to have. */
  static Value field(Value row, Identifier name) {
    return switch (row) {
      case Value.Composite composite ->
          composite.field(name).orElseGet(() -> Value.unknown("field " + name + " of a row"));
      case Value.Unknown unknown -> Value.unknown(unknown.why());
      case Value.Null none -> Value.NULL;
      case Value other -> Value.unknown("field " + name + " of a value");
    };
  }

  private static Value exists(Rows rows) {
    if (rows.certain() > 0) {
      return Value.TRUE;
    }
    return rows.uncertainty().<Value>map(Value::unknown).orElse(Value.FALSE);
  }

  /** The value of a query that gives one row of one column, null where it gives none. */
  static Value single(Rows rows) {
    if (!rows.isCertain()) {
      return Value.unknown(rows.uncertainty().orElseThrow());
    }
    return switch (rows.rows().size()) {
      case 0 -> Value.NULL;
      case 1 -> rows.rows().getFirst().first();
      default -> Value.unknown("a query that gives more than one row");
    };
  }

  static Value array(Rows rows) {
    return rows.isCertain()
        ? new Value.Items(rows.rows().stream().map(Row::first).toList())
        : Value.unknown(rows.uncertainty().orElseThrow());
  }

  private Value call(Scalar.Call call, Env env) {
    String name = call.name().name().key().toLowerCase(Locale.ROOT);
    if (call.window()) {
      return Value.unknown("a window function");
    }
    if (Aggregates.isAggregate(call)) {
      return aggregates.value(call, name, env);
    }
    if (!call.name().isQualified()) {
      Optional<Value> lazy = lazy(name, call, env);
      if (lazy.isPresent()) {
        return lazy.get();
      }
    }
    List<Value> arguments = new ArrayList<>();
    for (Scalar.Call.Argument argument : call.arguments()) {
      arguments.add(value(argument.value(), env));
    }
    return called(call, name, arguments);
  }

  private Value called(Scalar.Call call, String name, List<Value> arguments) {
    boolean own = !call.name().isQualified() || isCatalog(call.name().schema());
    Optional<Value> builtin =
        own ? host.rules().call(name, arguments, host.world()) : Optional.empty();
    if (builtin.isPresent()) {
      return builtin.get();
    }
    return host.invoke(call.name(), call.arguments(), arguments)
        .map(Scalars::firstOf)
        .or(
            () ->
                host.rules()
                    .rows(name, arguments, host.world())
                    .map(rows -> rows.isEmpty() ? Value.NULL : rows.getFirst()))
        .orElseGet(() -> Value.unknown("the function " + call.name()));
  }

  private static Value firstOf(Rows rows) {
    if (rows.rest().isPresent()) {
      return Value.unknown(rows.rest().get());
    }
    if (rows.rows().isEmpty()) {
      return Value.NULL;
    }
    return valueOf(rows.rows().getFirst());
  }

  /** The value of a row: of one column that of the column. */
  static Value valueOf(Row row) {
    return row.value() instanceof Value.Composite one && one.fields().size() == 1
        ? one.fields().getFirst().value()
        : row.value();
  }

  private static boolean isCatalog(Identifier schema) {
    return schema.key().equals("pg_catalog") || schema.key().equals("information_schema");
  }

  // Calls that do not look at all of their arguments.
  private Optional<Value> lazy(String name, Scalar.Call call, Env env) {
    List<Scalar> arguments = call.arguments().stream().map(Scalar.Call.Argument::value).toList();
    return switch (name) {
      case "coalesce", "ifnull" -> Optional.of(coalesce(arguments, env));
      case "if" ->
          arguments.size() == 3
              ? Optional.of(
                  choice(
                      new Scalar.Case(
                          Optional.empty(),
                          List.of(new Scalar.Case.When(arguments.get(0), arguments.get(1))),
                          Optional.of(arguments.get(2))),
                      env))
              : Optional.empty();
      case "nullif" ->
          arguments.size() == 2 ? Optional.of(nullIf(arguments, env)) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private Value coalesce(List<Scalar> arguments, Env env) {
    for (Scalar argument : arguments) {
      Value value = value(argument, env);
      if (!(value instanceof Value.Null)) {
        return value;
      }
    }
    return Value.NULL;
  }

  private Value nullIf(List<Scalar> arguments, Env env) {
    Value value = value(arguments.get(0), env);
    Value same = operators.compare("=", value, value(arguments.get(1), env));
    return switch (same) {
      case Value.Bool bool -> bool.value() ? Value.NULL : value;
      case Value.Unknown unknown -> unknown;
      case Value other -> value;
    };
  }

  private Value operation(Scalar.Operation operation, Env env) {
    String operator = operation.operator();
    Value left = value(operation.operands().getFirst(), env);
    if (operation.operands().size() == 1) {
      return unary(operator, left);
    }
    Scalar right = operation.operands().get(1);
    return switch (operator) {
      case "and" -> and(left, right, env);
      case "or" -> or(left, right, env);
      case "||" ->
          host.rules().barsConcatenate()
              ? operators.concatenate(left, value(right, env), host.world())
              : or(left, right, env);
      default -> binary.apply(operator, left, value(right, env));
    };
  }

  private Value and(Value left, Scalar right, Env env) {
    Value known = Operators.truth(left);
    if (known.equals(Value.FALSE)) {
      return known;
    }
    return Operators.and(
        left,
        known instanceof Value.Unknown unknown
            ? host.perhaps(unknown.why(), () -> value(right, env), unknown)
            : value(right, env));
  }

  private Value or(Value left, Scalar right, Env env) {
    Value known = Operators.truth(left);
    if (known.equals(Value.TRUE)) {
      return known;
    }
    return Operators.or(
        left,
        known instanceof Value.Unknown unknown
            ? host.perhaps(unknown.why(), () -> value(right, env), unknown)
            : value(right, env));
  }

  private Value unary(String operator, Value value) {
    return switch (operator) {
      case "not", "!" -> Operators.not(value);
      case "-" -> operators.arithmetic("-", Value.of(0), value);
      case "+" -> value;
      default -> Value.unknown("the operator " + operator);
    };
  }

  Value equal(Value left, Value right) {
    return operators.compare("=", left, right);
  }

  private Value is(Scalar.Is is, Env env) {
    Value value = value(is.operand(), env);
    Value result =
        switch (value) {
          case Value.Unknown unknown -> unknown;
          case Value known ->
              switch (is.what()) {
                case "null", "unknown" -> Value.of(isNull(known));
                case "true" -> Value.of(Operators.truth(known).equals(Value.TRUE));
                case "false" -> Value.of(Operators.truth(known).equals(Value.FALSE));
                default -> Value.unknown("IS " + is.what().toUpperCase(Locale.ROOT));
              };
        };
    return is.negated() ? Operators.not(result) : result;
  }

  // A row is null where all of its fields are (9.2).
  private static boolean isNull(Value value) {
    return switch (value) {
      case Value.Null none -> true;
      case Value.Composite row ->
          !row.fields().isEmpty()
              && row.fields().stream().allMatch(field -> field.value() instanceof Value.Null);
      default -> false;
    };
  }

  private Value between(Scalar.Between between, Env env) {
    Value value = value(between.operand(), env);
    Value inside =
        Operators.and(
            operators.compare(">=", value, value(between.low(), env)),
            operators.compare("<=", value, value(between.high(), env)));
    return between.negated() ? Operators.not(inside) : inside;
  }

  private Value in(Scalar.In in, Env env) {
    Value found = any("=", value(in.operand(), env), values(in.values(), env));
    return in.negated() ? Operators.not(found) : found;
  }

  private Value any(String operator, Value left, List<Value> values) {
    Value found = Value.FALSE;
    for (Value value : values) {
      found = Operators.or(found, binary.apply(operator, left, value));
    }
    return found;
  }

  private Value inQuery(Scalar.InQuery in, Env env) {
    Value left = value(in.operand(), env);
    Rows rows = queries().run(in.query(), env.inner());
    Value found = Value.FALSE;
    for (Row row : rows.rows()) {
      Value same =
          operators.compare("=", left, left instanceof Value.Composite ? row.value() : row.first());
      boolean sure = row.doubt().isEmpty() || !same.equals(Value.TRUE);
      found = Operators.or(found, sure ? same : Value.unknown(row.doubt().get()));
    }
    if (rows.rest().isPresent()) {
      found = Operators.or(found, Value.unknown(rows.rest().get()));
    }
    return in.negated() ? Operators.not(found) : found;
  }

  private Value quantified(Scalar.Quantified quantified, Env env) {
    Value left = value(quantified.left(), env);
    Value array = value(quantified.array(), env);
    return switch (array) {
      case Value.Items items ->
          quantified.all()
              ? all(quantified.operator(), left, items.values())
              : any(quantified.operator(), left, items.values());
      case Value.Text text ->
          Arrays.parse(text.value())
              .map(
                  items ->
                      quantified.all()
                          ? all(quantified.operator(), left, items)
                          : any(quantified.operator(), left, items))
              .orElseGet(() -> Value.unknown("an array"));
      case Value.Null none -> none;
      case Value.Unknown unknown -> unknown;
      case Value other -> Value.unknown("an array");
    };
  }

  private Value all(String operator, Value left, List<Value> values) {
    Value held = Value.TRUE;
    for (Value value : values) {
      held = Operators.and(held, binary.apply(operator, left, value));
    }
    return held;
  }

  private Value element(Scalar.Element element, Env env) {
    Value array = value(element.array(), env);
    Value index = value(element.index(), env);
    Optional<Value> spoiled = Operators.spoiled(List.of(array, index));
    if (spoiled.isPresent()) {
      return spoiled.get();
    }
    Optional<Integer> place = Operators.number(index).map(java.math.BigDecimal::intValue);
    if (!(array instanceof Value.Items items) || place.isEmpty()) {
      return Value.unknown("an element of a value");
    }
    return items.element(place.get());
  }

  private Value choice(Scalar.Case choice, Env env) {
    Optional<Value> operand = choice.operand().map(one -> value(one, env));
    for (int i = 0; i < choice.whens().size(); i++) {
      Scalar.Case.When when = choice.whens().get(i);
      Value condition = value(when.condition(), env);
      Value holds =
          Operators.truth(
              operand.map(one -> operators.compare("=", one, condition)).orElse(condition));
      if (holds.equals(Value.TRUE)) {
        return value(when.result(), env);
      }
      if (holds instanceof Value.Unknown unknown) {
        return either(choice, i, env, unknown);
      }
    }
    return choice.otherwise().map(one -> value(one, env)).orElse(Value.NULL);
  }

  // Where all ways give one value, it does not matter which is gone.
  private Value either(Scalar.Case choice, int from, Env env, Value.Unknown why) {
    return host.perhaps(
        why.why(),
        () -> {
          Set<Value> ways = new LinkedHashSet<>();
          ways.add(value(choice.whens().get(from).result(), env));
          for (Scalar.Case.When when : choice.whens().subList(from + 1, choice.whens().size())) {
            value(when.condition(), env);
            ways.add(value(when.result(), env));
          }
          ways.add(choice.otherwise().map(one -> value(one, env)).orElse(Value.NULL));
          return Value.either(why.why(), ways);
        },
        Value.unknown(why.why()));
  }
}
