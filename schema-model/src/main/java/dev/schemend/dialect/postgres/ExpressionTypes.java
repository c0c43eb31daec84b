package dev.schemend.dialect.postgres;

import dev.schemend.expr.Queries;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Routine;
import dev.schemend.name.ObjectName;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The type of an expression, where it is known without the server's catalogs. */
final class ExpressionTypes {

  private static final SqlType TEXT = SqlType.builtin("text");
  private static final SqlType BOOLEAN = SqlType.builtin("boolean");
  private static final SqlType INTEGER = SqlType.builtin("integer");
  private static final SqlType NUMERIC = SqlType.builtin("numeric");
  private static final Set<String> ARITHMETIC =
      Set.of("+", "-", "*", "/", "%", "&", "|", "#", "<<", ">>");
  private static final SqlType LOCAL = SqlType.builtin("timestamp without time zone");
  private static final SqlType ZONED = SqlType.builtin("timestamp with time zone");
  private static final Map<SqlType, SqlType> OTHER_TIMESTAMP = Map.of(LOCAL, ZONED, ZONED, LOCAL);
  private static final int INTEGER_DIGITS = 9;

  private final PostgresTypes types;
  private final Function<SqlExpr.ColumnRef, Optional<SqlType>> columns;

  private final KnownRoutines routines;

  ExpressionTypes(PostgresTypes types, Function<SqlExpr.ColumnRef, Optional<SqlType>> columns) {
    this(types, columns, KnownRoutines.NONE);
  }

  ExpressionTypes(
      PostgresTypes types,
      Function<SqlExpr.ColumnRef, Optional<SqlType>> columns,
      KnownRoutines routines) {
    this.types = types;
    this.columns = columns;
    this.routines = routines;
  }

  /** The one routine of the schema that the call can mean. */
  Optional<Routine> routine(SqlExpr.FunctionCall call) {
    return routines.only(call.name(), call.arguments().size());
  }

  /**
   * The place of the parameter that takes all arguments from there on as one array of a type of the
   * server's own; an array of {@code "any"} is taken as it is written.
   */
  Optional<Integer> variadicPlace(ObjectName function) {
    return FunctionFacts.variadicPlace(function)
        .or(
            () -> {
              List<Routine> named = routines.named(function);
              return named.size() == 1 ? variadicPlace(named.getFirst()) : Optional.empty();
            });
  }

  private static Optional<Integer> variadicPlace(Routine routine) {
    List<Routine.Argument> inputs = routine.inputs().toList();
    int last = inputs.size() - 1;
    boolean gathers =
        last >= 0
            && inputs.get(last).mode() == Routine.Mode.VARIADIC
            && inputs.get(last).type() instanceof SqlType.ArrayOf array
            && array.element() instanceof SqlType.Builtin;
    return gathers ? Optional.of(last) : Optional.empty();
  }

  Optional<SqlType> of(SqlExpr expression) {
    return switch (expression) {
      case SqlExpr.NullLiteral literal -> Optional.empty();
      case SqlExpr.StringLiteral literal -> Optional.empty();
      case SqlExpr.BooleanLiteral literal -> Optional.of(BOOLEAN);
      case SqlExpr.NumberLiteral number -> number(number.digits());
      case SqlExpr.ColumnRef column -> columns.apply(column).map(types::canonical);
      case SqlExpr.FunctionCall call -> call(call);
      case SqlExpr.Cast cast -> Optional.of(types.canonical(cast.type()));
      case SqlExpr.Unary unary ->
          unary.operator().equals("not") ? Optional.of(BOOLEAN) : of(unary.operand());
      case SqlExpr.Binary binary -> binary(binary);
      case SqlExpr.Postfix postfix -> Optional.of(BOOLEAN);
      case SqlExpr.In in -> Optional.of(BOOLEAN);
      case SqlExpr.Between between -> Optional.of(BOOLEAN);
      case SqlExpr.Quantified quantified -> Optional.of(BOOLEAN);
      case SqlExpr.Case choice ->
          firstKnown(choice.whens().stream().map(SqlExpr.Case.When::result).toList());
      case SqlExpr.ArrayLiteral array -> Optional.empty();
      case SqlExpr.Row row -> Optional.empty();
      case SqlExpr.RegClass constant -> Optional.of(SqlType.builtin("regclass"));
      case SqlExpr.Opaque opaque -> Optional.empty();
      case SqlExpr.OfQuery part -> ofQuery(part);
    };
  }

  private Optional<SqlType> ofQuery(SqlExpr.OfQuery part) {
    return switch (part) {
      case SqlExpr.Star star -> Optional.empty();
      case SqlExpr.Subquery subquery ->
          subquery.use() == SqlExpr.Subquery.Use.EXISTS
              ? Optional.of(BOOLEAN)
              : subqueryType(subquery);
      case SqlExpr.QuantifiedQuery quantified -> Optional.of(BOOLEAN);
      case SqlExpr.Invocation invocation -> of(invocation.call());
      case SqlExpr.Field field -> Optional.empty();
      case SqlExpr.NamedArgument argument -> of(argument.value());
    };
  }

  // Its column, where that is a cast or a call: the columns of its own rows are not known here.
  private Optional<SqlType> subqueryType(SqlExpr.Subquery subquery) {
    return Queries.firstSelect(subquery.query())
        .filter(select -> select.items().size() == 1)
        .map(select -> select.items().getFirst().expression())
        .filter(item -> subquery.use() == SqlExpr.Subquery.Use.SCALAR)
        .filter(item -> item instanceof SqlExpr.Cast || item instanceof SqlExpr.FunctionCall)
        .flatMap(new ExpressionTypes(types, column -> Optional.empty(), routines)::of);
  }

  private Optional<SqlType> call(SqlExpr.FunctionCall call) {
    if (FunctionFacts.hasCommonType(call.name())) {
      return firstKnown(call.arguments());
    }
    Optional<SqlType> derived =
        call.arguments().isEmpty()
            ? FunctionFacts.derived(call.name(), Optional.empty())
            : FunctionFacts.derived(call.name(), of(call.arguments().getFirst()));
    if (derived.isPresent()) {
      return derived;
    }
    Optional<SqlType> own =
        routine(call)
            .flatMap(Routine::result)
            .filter(result -> !result.setOf() && !KnownRoutines.isPolymorphic(result.type()))
            .map(Routine.Result::type);
    if (own.isPresent()) {
      return own;
    }
    boolean moment =
        FunctionFacts.readsField(call.name())
            && call.arguments().size() == 2
            && FunctionFacts.result(call.name()).isEmpty();
    if (!moment) {
      return FunctionFacts.result(call.name());
    }
    // 9.9: date_trunc keeps the type; AT TIME ZONE goes from one kind of timestamp to the other.
    Optional<SqlType> argument = of(call.arguments().get(1));
    return call.name().name().key().equals("timezone")
        ? argument.map(OTHER_TIMESTAMP::get)
        : argument.filter(OTHER_TIMESTAMP::containsKey);
  }

  boolean isCharacter(SqlExpr expression) {
    return of(expression).filter(types::isCharacter).isPresent();
  }

  // 4.1.2.6: a whole number is integer if it fits, then bigint, then numeric.
  private static Optional<SqlType> number(String digits) {
    boolean whole = digits.chars().allMatch(Character::isDigit);
    if (!whole) {
      return Optional.of(NUMERIC);
    }
    return digits.length() <= INTEGER_DIGITS ? Optional.of(INTEGER) : Optional.empty();
  }

  private Optional<SqlType> firstKnown(List<SqlExpr> expressions) {
    return expressions.stream().flatMap(one -> of(one).stream()).findFirst();
  }

  private Optional<SqlType> binary(SqlExpr.Binary binary) {
    String operator = binary.operator();
    if (OperatorFacts.isBoolean(operator)) {
      return Optional.of(BOOLEAN);
    }
    if (operator.equals("->>") || operator.equals("#>>")) {
      return Optional.of(TEXT);
    }
    if (operator.equals("||")) {
      return isCharacter(binary.left()) || isCharacter(binary.right())
          ? Optional.of(TEXT)
          : Optional.empty();
    }
    if (operator.equals("[]")) {
      return of(binary.left())
          .map(array -> array instanceof SqlType.ArrayOf of ? of.element() : array)
          .filter(element -> !of(binary.left()).filter(element::equals).isPresent());
    }
    if (operator.equals("collate") || operator.equals("->") || operator.equals("#>")) {
      return of(binary.left());
    }
    if (!ARITHMETIC.contains(operator)) {
      return Optional.empty();
    }
    Optional<SqlType> left = of(binary.left());
    Optional<SqlType> right = of(binary.right());
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    if (OperatorFacts.onMoments(operator, left.get(), right.get()).isPresent()) {
      return OperatorFacts.onMoments(operator, left.get(), right.get());
    }
    if (left.equals(right)) {
      return left;
    }
    // Numbers of two types meet in the wider one.
    if (ImplicitCasts.leads(left.get(), right.get())) {
      return right;
    }
    return ImplicitCasts.leads(right.get(), left.get()) ? left : Optional.empty();
  }
}
