package dev.schemend.dialect.postgres;

import dev.schemend.expr.Expressions;
import dev.schemend.expr.SortKey;
import dev.schemend.expr.SqlExpr;
import dev.schemend.expr.Window;
import dev.schemend.model.Routine;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One walk from the leaves to the root that undoes what the server's parser and printer add. */
final class CanonicalForm {

  private static final Identifier CATALOG = Identifier.of("pg_catalog");

  private final PostgresTypes types;
  private final PostgresIdentifiers identifiers;
  private final ImpliedCasts implied;
  private final ExpressionTypes known;

  CanonicalForm(PostgresTypes types, PostgresIdentifiers identifiers, ExpressionTypes known) {
    this.types = types;
    this.identifiers = identifiers;
    this.known = known;
    this.implied = new ImpliedCasts(types, known);
  }

  SqlExpr of(SqlExpr expression) {
    // Queries inside have columns of their own: QueryForm looks after them.
    return node(Expressions.mapOperands(expression, this::of));
  }

  private SqlExpr node(SqlExpr expression) {
    return switch (expression) {
      case SqlExpr.NullLiteral leaf -> leaf;
      case SqlExpr.BooleanLiteral leaf -> leaf;
      case SqlExpr.NumberLiteral number ->
          new SqlExpr.NumberLiteral(Literals.plain(number.digits()));
      case SqlExpr.StringLiteral string -> Literals.bits(string);
      case SqlExpr.ColumnRef leaf -> leaf;
      case SqlExpr.RegClass leaf -> leaf;
      case SqlExpr.Opaque leaf -> leaf;
      case SqlExpr.FunctionCall call -> gathered(call(call));
      case SqlExpr.Cast cast -> cast(cast.operand(), types.canonical(cast.type()));
      case SqlExpr.Unary unary -> unary(unary);
      case SqlExpr.Binary binary -> binary(binary);
      case SqlExpr.Postfix postfix -> postfix;
      case SqlExpr.In in -> in(in.operand(), in.negated(), in.values());
      case SqlExpr.Between between -> between(between);
      case SqlExpr.Quantified quantified -> quantified(quantified);
      case SqlExpr.Case choice -> choice(choice);
      case SqlExpr.ArrayLiteral array ->
          new SqlExpr.ArrayLiteral(array.elements().stream().map(implied::text).toList());
      case SqlExpr.Row row -> row;
      case SqlExpr.OfQuery part -> ofQuery(part);
    };
  }

  private SqlExpr ofQuery(SqlExpr.OfQuery part) {
    return switch (part) {
      case SqlExpr.Star star -> star;
      case SqlExpr.Subquery subquery -> subquery;
      case SqlExpr.QuantifiedQuery quantified -> ofRows(quantified);
      case SqlExpr.Invocation invocation -> invocation(invocation);
      case SqlExpr.Field field -> field;
      case SqlExpr.NamedArgument argument ->
          new SqlExpr.NamedArgument(argument.name(), implied.text(argument.value()));
    };
  }

  private SqlExpr ofRows(SqlExpr.QuantifiedQuery quantified) {
    return new SqlExpr.QuantifiedQuery(
        implied.argument(quantified.left()),
        OperatorFacts.spelling(quantified.operator()),
        quantified.quantifier(),
        quantified.query());
  }

  private SqlExpr invocation(SqlExpr.Invocation invocation) {
    SqlExpr.FunctionCall call = call(invocation.call());
    boolean gathers = !invocation.variadic() && gathers(call);
    return new SqlExpr.Invocation(
        gathers ? gather(call) : call,
        invocation.distinct(),
        invocation.variadic() || gathers,
        sorted(invocation.orderBy()),
        sorted(invocation.withinGroup()),
        invocation.filter(),
        invocation
            .over()
            .map(
                window ->
                    new Window(
                        window.base(),
                        window.bare(),
                        window.partitionBy(),
                        keys(window.orderBy()),
                        window.frame())));
  }

  // Where the argument is cast to text, its key is too; the order is the same.
  private List<SortKey> sorted(List<SortKey> keys) {
    return keys(
        keys.stream().map(key -> key.withExpression(implied.argument(key.expression()))).toList());
  }

  /** Keys without what is the default of their direction. */
  static List<SortKey> keys(List<SortKey> keys) {
    return keys.stream()
        .map(
            key ->
                new SortKey(
                    key.expression(),
                    key.descending(),
                    key.nullsFirst().filter(first -> first != key.descending()),
                    key.using()))
        .toList();
  }

  private SqlExpr unary(SqlExpr.Unary unary) {
    // gram.y: NOT (a IS DISTINCT FROM b) is how IS NOT DISTINCT FROM is stored and printed.
    if (unary.operator().equals("not")
        && unary.operand() instanceof SqlExpr.Binary binary
        && binary.operator().equals("is distinct from")) {
      return new SqlExpr.Binary("is not distinct from", binary.left(), binary.right());
    }
    return unary;
  }

  // ParseFuncOrColumn makes an array of what a VARIADIC parameter takes, and that is printed.
  private SqlExpr gathered(SqlExpr.FunctionCall call) {
    return gathers(call)
        ? new SqlExpr.Invocation(
            gather(call), false, true, List.of(), List.of(), Optional.empty(), Optional.empty())
        : call;
  }

  private boolean gathers(SqlExpr.FunctionCall call) {
    return known.variadicPlace(call.name()).filter(at -> call.arguments().size() > at).isPresent();
  }

  private SqlExpr.FunctionCall gather(SqlExpr.FunctionCall call) {
    int at = known.variadicPlace(call.name()).orElseThrow();
    List<SqlExpr> arguments = new ArrayList<>(call.arguments().subList(0, at));
    arguments.add(new SqlExpr.ArrayLiteral(call.arguments().subList(at, call.arguments().size())));
    return new SqlExpr.FunctionCall(call.name(), arguments, call.parenthesized());
  }

  private SqlExpr.FunctionCall call(SqlExpr.FunctionCall call) {
    ObjectName name =
        call.name().schema().equals(CATALOG)
            ? ObjectName.unqualified(call.name().name())
            : call.name();
    List<SqlExpr> arguments = new ArrayList<>(call.arguments());
    if (FunctionFacts.readsText(name) || FunctionFacts.aggregatesText(name)) {
      arguments.replaceAll(implied::argument);
    } else if (FunctionFacts.readsField(name) && !arguments.isEmpty()) {
      arguments.set(0, implied.text(arguments.getFirst()));
    } else if (FunctionFacts.hasCommonType(name)) {
      arguments = implied.common(arguments);
    } else if (FunctionFacts.namesSequence(name) && !arguments.isEmpty()) {
      arguments.set(0, sequence(arguments.getFirst()));
    } else {
      // The type that a literal takes as an argument is printed; where that is text, it is the one
      // that a bare literal prefers (10.3, step 4d).
      arguments.replaceAll(implied::text);
    }
    List<SqlExpr> taken = arguments;
    Optional<List<SqlType>> parameters =
        known
            .routine(new SqlExpr.FunctionCall(name, arguments, call.parenthesized()))
            .map(routine -> routine.inputs().map(Routine.Argument::type).toList())
            .or(() -> ParameterFacts.of(name, taken.size()));
    return new SqlExpr.FunctionCall(
        name,
        parameters.map(types -> implied.passed(taken, types)).orElse(taken),
        call.parenthesized());
  }

  // A bare literal names the sequence for good; a text is looked up at each call, and the server
  // writes the cast that this takes.
  private SqlExpr sequence(SqlExpr argument) {
    if (argument instanceof SqlExpr.StringLiteral name) {
      return new SqlExpr.RegClass(identifiers.inString(name.value()));
    }
    return argument instanceof SqlExpr.Cast cast && isNamed(cast.type(), "regclass")
        ? cast.operand()
        : argument;
  }

  private SqlExpr cast(SqlExpr operand, SqlType type) {
    if (type instanceof SqlType.ArrayOf array && operand instanceof SqlExpr.ArrayLiteral literal) {
      return arrayCast(literal, array);
    }
    if (operand instanceof SqlExpr.StringLiteral literal) {
      return isNamed(type, "regclass")
          ? new SqlExpr.RegClass(identifiers.inString(literal.value()))
          : Literals.typed(literal, type);
    }
    if (isNumber(operand)
        && isNamed(type, "integer")
        && known.of(operand).filter(type::equals).isPresent()) {
      return operand;
    }
    if (operand instanceof SqlExpr.Cast inner
        && PostgresTypes.isText(inner.type())
        && PostgresTypes.isText(type)) {
      return cast(inner.operand(), type);
    }
    // The server adds no cast to a value that has the type already (coerce_type).
    boolean idle =
        !(operand instanceof SqlExpr.Cast)
            && !isNumber(operand)
            && known.of(operand).filter(type::equals).isPresent();
    return idle ? operand : new SqlExpr.Cast(operand, type);
  }

  // transformArrayExpr hands the cast of ARRAY[…]::t[] down to the elements.
  private SqlExpr arrayCast(SqlExpr.ArrayLiteral literal, SqlType.ArrayOf type) {
    if (literal.elements().isEmpty()) {
      return new SqlExpr.Cast(new SqlExpr.StringLiteral("", "{}"), type);
    }
    return new SqlExpr.ArrayLiteral(
        literal.elements().stream()
            .map(
                element ->
                    element instanceof SqlExpr.ArrayLiteral nested
                        ? arrayCast(nested, type)
                        : implied.text(cast(element, type.element())))
            .toList());
  }

  static boolean isNumber(SqlExpr expression) {
    return expression instanceof SqlExpr.NumberLiteral
        || (expression instanceof SqlExpr.Unary unary
            && unary.operator().equals("-")
            && unary.operand() instanceof SqlExpr.NumberLiteral);
  }

  private static boolean isNamed(SqlType type, String name) {
    return type instanceof SqlType.Builtin builtin && builtin.name().equals(name);
  }

  private SqlExpr binary(SqlExpr.Binary binary) {
    String operator = OperatorFacts.spelling(binary.operator());
    SqlExpr left = binary.left();
    SqlExpr right = binary.right();
    if (OperatorFacts.isLogic(operator)) {
      return chain(operator, List.of(left, right));
    }
    if (OperatorFacts.isComparison(operator) || OperatorFacts.isContainment(operator)) {
      return comparison(operator, left, right);
    }
    if (OperatorFacts.isPattern(operator)) {
      // Beside a type of its own, which may have patterns too (citext), a literal is of that type.
      SqlExpr pattern =
          known.of(left).filter(SqlType.UserDefined.class::isInstance).isPresent()
              ? implied.beside(right, left, false)
              : implied.argument(right);
      return new SqlExpr.Binary(operator, implied.argument(left), pattern);
    }
    if (OperatorFacts.takesKey(operator)) {
      return new SqlExpr.Binary(operator, left, implied.key(right));
    }
    if (operator.equals("collate")) {
      return new SqlExpr.Binary(operator, implied.argument(left), right);
    }
    if (operator.equals("||")) {
      return implied.concatenation(left, right);
    }
    SqlExpr one = implied.beside(left, right, false);
    SqlExpr other = implied.beside(right, left, false);
    return implied.operands(operator, one, other);
  }

  private SqlExpr comparison(String operator, SqlExpr left, SqlExpr right) {
    if (left instanceof SqlExpr.Row row
        && right instanceof SqlExpr.Row other
        && !row.elements().isEmpty() // which the server does not compare
        && row.elements().size() == other.elements().size()
        && (operator.equals("=") || operator.equals("<>"))) {
      return rows(operator, row.elements(), other.elements());
    }
    SqlExpr one = implied.beside(left, right, true);
    SqlExpr other = implied.beside(right, left, true);
    return implied.operands(operator, one, other);
  }

  // make_row_comparison_op: equality of rows is that of their columns.
  private SqlExpr rows(String operator, List<SqlExpr> left, List<SqlExpr> right) {
    List<SqlExpr> pairs = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      pairs.add(comparison(operator, left.get(i), right.get(i)));
    }
    return chain(operator.equals("=") ? "and" : "or", pairs);
  }

  // makeAndExpr flattens chains to the left; AND and OR are associative, so all of them are here.
  private static SqlExpr chain(String operator, List<SqlExpr> operands) {
    List<SqlExpr> flat = new ArrayList<>();
    operands.forEach(operand -> flatten(operator, operand, flat));
    SqlExpr chain = flat.getFirst();
    for (SqlExpr next : flat.subList(1, flat.size())) {
      chain = new SqlExpr.Binary(operator, chain, next);
    }
    return chain;
  }

  private static void flatten(String operator, SqlExpr operand, List<SqlExpr> flat) {
    if (operand instanceof SqlExpr.Binary binary && binary.operator().equals(operator)) {
      flatten(operator, binary.left(), flat);
      flatten(operator, binary.right(), flat);
    } else {
      flat.add(operand);
    }
  }

  // transformAExprIn: one value is a comparison, several are = ANY or <> ALL of an array.
  private SqlExpr in(SqlExpr operand, boolean negated, List<SqlExpr> values) {
    if (values.size() == 1) {
      return comparison(negated ? "<>" : "=", operand, values.getFirst());
    }
    // Casts beside a value decide the operand's too, so the operand is looked at with the first.
    List<SqlExpr> bare =
        values.stream().map(value -> implied.beside(value, operand, true)).toList();
    return new SqlExpr.In(implied.beside(operand, values.getFirst(), true), negated, bare);
  }

  // gram.y: BETWEEN is made into two comparisons.
  private SqlExpr between(SqlExpr.Between between) {
    boolean negated = between.negated();
    SqlExpr low = comparison(negated ? "<" : ">=", between.operand(), between.low());
    SqlExpr high = comparison(negated ? ">" : "<=", between.operand(), between.high());
    return chain(negated ? "or" : "and", List.of(low, high));
  }

  private SqlExpr quantified(SqlExpr.Quantified quantified) {
    String operator = OperatorFacts.spelling(quantified.operator());
    if (quantified.array() instanceof SqlExpr.ArrayLiteral array && isFlat(array)) {
      boolean isAny = quantified.quantifier() == SqlExpr.Quantified.Quantifier.ANY;
      if (isAny && operator.equals("=")) {
        return in(quantified.left(), false, array.elements());
      }
      if (!isAny && operator.equals("<>")) {
        return in(quantified.left(), true, array.elements());
      }
    }
    SqlExpr array = implied.elements(quantified.array(), quantified.left());
    SqlExpr left = implied.besideElements(quantified.left(), array);
    return new SqlExpr.Quantified(left, operator, quantified.quantifier(), array);
  }

  private static boolean isFlat(SqlExpr.ArrayLiteral array) {
    return !array.elements().isEmpty()
        && array.elements().stream().noneMatch(SqlExpr.ArrayLiteral.class::isInstance);
  }

  // What no ELSE says is NULL, and is printed (transformCaseExpr).
  private static boolean isNull(SqlExpr expression) {
    return expression instanceof SqlExpr.NullLiteral
        || (expression instanceof SqlExpr.Cast cast && isNull(cast.operand()));
  }

  private SqlExpr choice(SqlExpr.Case choice) {
    List<SqlExpr> results = new ArrayList<>();
    choice.whens().forEach(when -> results.add(when.result()));
    choice.otherwise().ifPresent(results::add);
    List<SqlExpr> bare = implied.common(results);
    List<SqlExpr.Case.When> whens = new ArrayList<>();
    for (int i = 0; i < choice.whens().size(); i++) {
      SqlExpr condition = choice.whens().get(i).condition();
      whens.add(
          new SqlExpr.Case.When(
              choice.operand().map(one -> implied.beside(condition, one, true)).orElse(condition),
              bare.get(i)));
    }
    return new SqlExpr.Case(
        choice
            .operand()
            .map(one -> implied.beside(one, choice.whens().getFirst().condition(), true)),
        whens,
        choice.otherwise().map(ignored -> bare.getLast()).filter(one -> !isNull(one)));
  }
}
