package dev.schemend.dialect.mysql;

import dev.schemend.dialect.ServerProfile;
import dev.schemend.expr.Equivalence;
import dev.schemend.expr.ExpressionRules;
import dev.schemend.expr.Expressions;
import dev.schemend.expr.Queries;
import dev.schemend.expr.Query;
import dev.schemend.expr.SqlExpr;
import dev.schemend.type.SqlType;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/**
 * Expressions as MySQL and MariaDB store them.
 *
 * <p>Both servers rewrite what they are given before they store it: synonyms of functions become
 * one name, {@code NOT} moves inwards, {@code a AND b} becomes {@code (0 <> a) and (0 <> b)}. The
 * canonical form undoes or repeats these steps, so that the author's text and what {@code SHOW
 * CREATE TABLE} and {@code information_schema} print for it on MySQL 8.0.33 and MariaDB 11.4.5
 * meet.
 */
public final class MySqlExpressions implements ExpressionRules {

  private final MySqlEquivalences equivalences;
  private final MySqlEquivalences ofQueries;
  private final MySqlDefaults defaults;

  /** The rules of one server. */
  public MySqlExpressions(ServerProfile profile) {
    this.equivalences = new MySqlEquivalences(profile.flavor(), false);
    this.ofQueries = new MySqlEquivalences(profile.flavor(), true);
    this.defaults = new MySqlDefaults(profile.flavor());
  }

  @Override
  public SqlExpr canonical(SqlExpr expression, Optional<SqlType> context) {
    Objects.requireNonNull(context, "context");
    SqlExpr current = context.map(type -> defaults.typed(expression, type)).orElse(expression);
    // Rules enable each other; every one of them shrinks the expression or settles a form.
    for (SqlExpr next = pass(current); !next.equals(current); next = pass(current)) {
      current = next;
    }
    SqlExpr settled = current;
    return context.map(type -> defaults.typed(settled, type)).orElse(settled);
  }

  private SqlExpr pass(SqlExpr expression) {
    return Expressions.bottomUp(expression, equivalences::apply);
  }

  /** The form of an expression in a query; the queries that it holds are in theirs. */
  SqlExpr inQuery(SqlExpr expression) {
    SqlExpr current = expression;
    UnaryOperator<SqlExpr> rules = ofQueries::apply;
    for (SqlExpr next = operands(current, rules); !next.equals(current); ) {
      current = next;
      next = operands(current, rules);
    }
    return current;
  }

  /** The form of a condition in a query. */
  SqlExpr condition(SqlExpr expression) {
    return MySqlConditions.condition(inQuery(expression));
  }

  /** {@code change} applied to every node but those in queries that some of them hold. */
  static SqlExpr operands(SqlExpr expression, UnaryOperator<SqlExpr> change) {
    return change.apply(Expressions.mapOperands(expression, child -> operands(child, change)));
  }

  // What a server adds to an expression while it stores it is a conversion, or another function.
  @Override
  public Equivalence compare(Query left, Query right) {
    if (left.equals(right)) {
      return Equivalence.EQUAL;
    }
    return rough(left).equals(rough(right)) ? Equivalence.UNPROVEN : Equivalence.DIFFERENT;
  }

  private static Query rough(Query query) {
    return Queries.map(
        query,
        expression -> Expressions.bottomUp(expression, MySqlExpressions::rough),
        UnaryOperator.identity());
  }

  private static SqlExpr rough(SqlExpr node) {
    return switch (node) {
      case SqlExpr.Cast cast -> cast.operand();
      case SqlExpr.FunctionCall call when call.arguments().size() == 1 ->
          call.arguments().getFirst();
      case SqlExpr.FunctionCall call -> MySqlFunctions.call("f", call.arguments());
      case SqlExpr.Postfix postfix -> postfix.operand();
      default -> node;
    };
  }

  @Override
  public Equivalence compare(SqlExpr left, SqlExpr right) {
    if (left.equals(right)) {
      return Equivalence.EQUAL;
    }
    return isUnderstood(left) && isUnderstood(right) ? Equivalence.DIFFERENT : Equivalence.UNPROVEN;
  }

  private static boolean isUnderstood(SqlExpr expression) {
    AtomicBoolean opaque = new AtomicBoolean();
    Expressions.visit(
        expression,
        node -> {
          if (node instanceof SqlExpr.Opaque) {
            opaque.set(true);
          }
        });
    return !opaque.get();
  }
}
