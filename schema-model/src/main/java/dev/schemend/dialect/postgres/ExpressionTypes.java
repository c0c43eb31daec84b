package dev.schemend.dialect.postgres;

import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Routine;
import dev.schemend.name.ObjectName;
import dev.schemend.type.SqlType;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The type of an expression, where it is known without the server's catalogs. */
final class ExpressionTypes {

  private static final SqlType TEXT = SqlType.builtin("text");
  private static final SqlType BOOLEAN = SqlType.builtin("boolean");
  private static final SqlType INTEGER = SqlType.builtin("integer");
  private static final SqlType NUMERIC = SqlType.builtin("numeric");
  private static final Set<String> ARITHMETIC =
      Set.of("+", "-", "*", "/", "%", "^", "&", "|", "#", "<<", ">>", "#-");
  private static final SqlType LOCAL = SqlType.builtin("timestamp without time zone");
  private static final SqlType ZONED = SqlType.builtin("timestamp with time zone");
  private static final Map<SqlType, SqlType> OTHER_TIMESTAMP = Map.of(LOCAL, ZONED, ZONED, LOCAL);
  private static final SqlType BIGINT = SqlType.builtin("bigint");
  private static final SqlType JSONB = SqlType.builtin("jsonb");
  private static final Set<SqlType> JOINED =
      Set.of(JSONB, SqlType.builtin("bytea"), SqlType.builtin("tsvector"));

  private final PostgresTypes types;
  private final RowTypes rows;
  private final KnownRoutines routines;

  ExpressionTypes(PostgresTypes types, RowTypes rows, KnownRoutines routines) {
    this.types = types;
    this.rows = rows;
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
      case SqlExpr.ColumnRef column -> rows.column(column).map(types::canonical);
      case SqlExpr.FunctionCall call -> call(call);
      case SqlExpr.Cast cast -> Optional.of(types.canonical(cast.type()));
      case SqlExpr.Unary unary ->
          unary.operator().equals("not")
              ? Optional.of(BOOLEAN)
              : of(unary.operand()).map(CommonTypes::unmodified);
      case SqlExpr.Binary binary -> binary(binary);
      case SqlExpr.Postfix postfix -> Optional.of(BOOLEAN);
      case SqlExpr.In in -> Optional.of(BOOLEAN);
      case SqlExpr.Between between -> Optional.of(BOOLEAN);
      case SqlExpr.Quantified quantified -> Optional.of(BOOLEAN);
      case SqlExpr.Case choice ->
          common(
              // ELSE counts most (transformCaseExpr).
              Stream.concat(
                      choice.otherwise().stream(),
                      choice.whens().stream().map(SqlExpr.Case.When::result))
                  .toList());
      case SqlExpr.ArrayLiteral array -> common(array.elements()).map(ExpressionTypes::arrayOf);
      case SqlExpr.Row row -> Optional.empty();
      case SqlExpr.RegClass constant -> Optional.of(SqlType.builtin("regclass"));
      case SqlExpr.Opaque opaque -> Optional.empty();
      case SqlExpr.OfQuery part -> ofQuery(part);
    };
  }

  private Optional<SqlType> ofQuery(SqlExpr.OfQuery part) {
    return switch (part) {
      case SqlExpr.Star star -> Optional.empty();
      case SqlExpr.Subquery subquery -> subqueryType(subquery);
      case SqlExpr.QuantifiedQuery quantified -> Optional.of(BOOLEAN);
      case SqlExpr.Invocation invocation -> of(invocation.call());
      case SqlExpr.Field field -> Optional.empty();
      case SqlExpr.NamedArgument argument -> of(argument.value());
    };
  }

  private Optional<SqlType> subqueryType(SqlExpr.Subquery subquery) {
    return switch (subquery.use()) {
      case EXISTS -> Optional.of(BOOLEAN);
      case SCALAR -> rows.query(subquery.query());
      case ARRAY -> rows.query(subquery.query()).map(ExpressionTypes::arrayOf);
    };
  }

  // An array of arrays is an array of more dimensions (8.15).
  private static SqlType arrayOf(SqlType element) {
    return element instanceof SqlType.ArrayOf ? element : new SqlType.ArrayOf(element);
  }

  private Optional<SqlType> call(SqlExpr.FunctionCall call) {
    if (FunctionFacts.hasCommonType(call.name())) {
      return call.name().name().key().equals("nullif")
          ? call.arguments().stream().findFirst().flatMap(this::of)
          : common(call.arguments());
    }
    List<Optional<SqlType>> arguments = call.arguments().stream().map(this::of).toList();
    Optional<SqlType> derived = FunctionFacts.derived(call.name(), arguments);
    if (derived.isPresent()) {
      return derived;
    }
    Optional<SqlType> own =
        routine(call)
            .filter(routine -> routine.result().filter(result -> !result.setOf()).isPresent())
            .flatMap(routine -> result(routine, arguments));
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

  private static Optional<SqlType> result(Routine routine, List<Optional<SqlType>> arguments) {
    SqlType type = routine.result().orElseThrow().type();
    return KnownRoutines.isPolymorphic(type)
        ? PolymorphicResult.of(routine, arguments)
        : Optional.of(type);
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
    BigInteger value = new BigInteger(digits);
    if (value.bitLength() < Long.SIZE) {
      return Optional.of(value.bitLength() < Integer.SIZE ? INTEGER : BIGINT);
    }
    return Optional.of(NUMERIC);
  }

  // A number of unknown width beside others may be the widest of them.
  private Optional<SqlType> common(List<SqlExpr> values) {
    List<SqlType> known = values.stream().flatMap(one -> of(one).stream()).toList();
    Optional<SqlType> common =
        CommonTypes.of(known)
            .map(
                type ->
                    values.stream().anyMatch(ExpressionTypes::isUntyped)
                        ? CommonTypes.unmodified(type)
                        : type);
    boolean open =
        values.stream().anyMatch(one -> !isUntyped(one) && of(one).isEmpty())
            && common.filter(ImpliedCasts::isNumber).isPresent();
    return open ? Optional.empty() : common;
  }

  private static boolean isUntyped(SqlExpr value) {
    return value instanceof SqlExpr.NullLiteral || value instanceof SqlExpr.StringLiteral;
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
      return joined(of(binary.left()), of(binary.right()));
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
    if (left.filter(JSONB::equals).isPresent()) {
      // What is taken away is a key, a position or a path.
      return left;
    }
    return left.isEmpty() || right.isEmpty()
        ? Optional.empty()
        : OperatorFacts.onMoments(operator, left.get(), right.get())
            .or(() -> OperatorFacts.onNumbers(operator, left.get(), right.get()))
            .or(() -> CommonTypes.ofNumbers(left.get(), right.get()));
  }

  // Table 9.9, 9.19 and 9.47: text takes any other, arrays an element, JSON joins with JSON.
  private Optional<SqlType> joined(Optional<SqlType> left, Optional<SqlType> right) {
    Optional<SqlType> own =
        Stream.of(left, right)
            .flatMap(Optional::stream)
            .filter(type -> type instanceof SqlType.ArrayOf || JOINED.contains(type))
            .map(CommonTypes::unmodified)
            .findFirst();
    return own.or(
        () ->
            Stream.of(left, right)
                .flatMap(Optional::stream)
                .filter(types::isCharacter)
                .findFirst()
                .map(type -> TEXT));
  }
}
