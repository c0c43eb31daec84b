package dev.schemend.expr;

import dev.schemend.expr.SqlExpr.Case.When;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Walks over expressions. */
public final class Expressions {

  private Expressions() {}

  /** {@code expression} with {@code change} applied to every node, children before parents. */
  public static SqlExpr bottomUp(SqlExpr expression, UnaryOperator<SqlExpr> change) {
    return change.apply(mapChildren(expression, child -> bottomUp(child, change)));
  }

  /** Shows every node to {@code visitor}, parents before children. */
  public static void visit(SqlExpr expression, Consumer<SqlExpr> visitor) {
    visitor.accept(expression);
    mapChildren(
        expression,
        child -> {
          visit(child, visitor);
          return child;
        });
  }

  /**
   * Shows every node to {@code visitor}, parents before children, without a look into the queries
   * that some of them hold.
   */
  public static void visitOperands(SqlExpr expression, Consumer<SqlExpr> visitor) {
    visitor.accept(expression);
    mapOperands(
        expression,
        child -> {
          visitOperands(child, visitor);
          return child;
        });
  }

  /**
   * {@code expression} with {@code change} applied to its direct children, but to nothing in a
   * query that it holds: names mean other things there.
   */
  public static SqlExpr mapOperands(SqlExpr expression, UnaryOperator<SqlExpr> change) {
    if (expression instanceof SqlExpr.Subquery) {
      return expression;
    }
    return expression instanceof SqlExpr.QuantifiedQuery quantified
        ? new SqlExpr.QuantifiedQuery(
            change.apply(quantified.left()),
            quantified.operator(),
            quantified.quantifier(),
            quantified.query())
        : mapChildren(expression, change);
  }

  /** {@code expression} with its own operator, where it has one, under another name. */
  public static SqlExpr mapOperator(SqlExpr expression, UnaryOperator<String> change) {
    return switch (expression) {
      case SqlExpr.Binary binary ->
          new SqlExpr.Binary(change.apply(binary.operator()), binary.left(), binary.right());
      case SqlExpr.Unary unary ->
          new SqlExpr.Unary(change.apply(unary.operator()), unary.operand());
      case SqlExpr.Quantified quantified ->
          new SqlExpr.Quantified(
              quantified.left(),
              change.apply(quantified.operator()),
              quantified.quantifier(),
              quantified.array());
      case SqlExpr.QuantifiedQuery quantified ->
          new SqlExpr.QuantifiedQuery(
              quantified.left(),
              change.apply(quantified.operator()),
              quantified.quantifier(),
              quantified.query());
      default -> expression;
    };
  }

  /**
   * {@code expression} with {@code change} applied to its direct children; those of a query are its
   * expressions.
   */
  public static SqlExpr mapChildren(SqlExpr expression, UnaryOperator<SqlExpr> change) {
    return switch (expression) {
      case SqlExpr.OfQuery part -> mapQueryPart(part, change);
      case SqlExpr.NullLiteral leaf -> leaf;
      case SqlExpr.BooleanLiteral leaf -> leaf;
      case SqlExpr.NumberLiteral leaf -> leaf;
      case SqlExpr.StringLiteral leaf -> leaf;
      case SqlExpr.ColumnRef leaf -> leaf;
      case SqlExpr.RegClass leaf -> leaf;
      case SqlExpr.Opaque leaf -> leaf;
      case SqlExpr.FunctionCall call ->
          new SqlExpr.FunctionCall(
              call.name(), mapAll(call.arguments(), change), call.parenthesized());
      case SqlExpr.Cast cast -> new SqlExpr.Cast(change.apply(cast.operand()), cast.type());
      case SqlExpr.Unary unary ->
          new SqlExpr.Unary(unary.operator(), change.apply(unary.operand()));
      case SqlExpr.Binary binary ->
          new SqlExpr.Binary(
              binary.operator(), change.apply(binary.left()), change.apply(binary.right()));
      case SqlExpr.Postfix postfix ->
          new SqlExpr.Postfix(change.apply(postfix.operand()), postfix.operator());
      case SqlExpr.In in ->
          new SqlExpr.In(change.apply(in.operand()), in.negated(), mapAll(in.values(), change));
      case SqlExpr.Between between ->
          new SqlExpr.Between(
              change.apply(between.operand()),
              between.negated(),
              change.apply(between.low()),
              change.apply(between.high()));
      case SqlExpr.Quantified quantified ->
          new SqlExpr.Quantified(
              change.apply(quantified.left()),
              quantified.operator(),
              quantified.quantifier(),
              change.apply(quantified.array()));
      case SqlExpr.Case choice ->
          new SqlExpr.Case(
              map(choice.operand(), change),
              choice.whens().stream()
                  .map(
                      when -> new When(change.apply(when.condition()), change.apply(when.result())))
                  .toList(),
              map(choice.otherwise(), change));
      case SqlExpr.ArrayLiteral array -> new SqlExpr.ArrayLiteral(mapAll(array.elements(), change));
      case SqlExpr.Row row -> new SqlExpr.Row(mapAll(row.elements(), change));
    };
  }

  private static SqlExpr mapQueryPart(SqlExpr.OfQuery part, UnaryOperator<SqlExpr> change) {
    return switch (part) {
      case SqlExpr.Star star -> star;
      case SqlExpr.Subquery subquery ->
          new SqlExpr.Subquery(
              subquery.use(), Queries.map(subquery.query(), change, UnaryOperator.identity()));
      case SqlExpr.QuantifiedQuery quantified ->
          new SqlExpr.QuantifiedQuery(
              change.apply(quantified.left()),
              quantified.operator(),
              quantified.quantifier(),
              Queries.map(quantified.query(), change, UnaryOperator.identity()));
      case SqlExpr.Invocation invocation ->
          new SqlExpr.Invocation(
              new SqlExpr.FunctionCall(
                  invocation.call().name(),
                  mapAll(invocation.call().arguments(), change),
                  invocation.call().parenthesized()),
              invocation.distinct(),
              invocation.variadic(),
              map(invocation.orderBy(), change),
              map(invocation.withinGroup(), change),
              map(invocation.filter(), change),
              invocation.over().map(window -> map(window, change)));
      case SqlExpr.Field field -> new SqlExpr.Field(change.apply(field.operand()), field.field());
      case SqlExpr.NamedArgument argument ->
          new SqlExpr.NamedArgument(argument.name(), change.apply(argument.value()));
    };
  }

  static List<SortKey> map(List<SortKey> keys, UnaryOperator<SqlExpr> change) {
    return keys.stream().map(key -> key.withExpression(change.apply(key.expression()))).toList();
  }

  static Window map(Window window, UnaryOperator<SqlExpr> change) {
    return new Window(
        window.base(),
        window.bare(),
        mapAll(window.partitionBy(), change),
        map(window.orderBy(), change),
        window.frame());
  }

  private static List<SqlExpr> mapAll(List<SqlExpr> list, UnaryOperator<SqlExpr> change) {
    return list.stream().map(change).toList();
  }

  // Optional.map would infer its type from the operator; this keeps call sites short.
  private static Optional<SqlExpr> map(Optional<SqlExpr> one, UnaryOperator<SqlExpr> change) {
    return one.map(change);
  }
}
