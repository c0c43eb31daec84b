package dev.schemend.dialect.mysql;

import dev.schemend.dialect.ServerProfile;
import dev.schemend.expr.Equivalence;
import dev.schemend.expr.ExpressionRules;
import dev.schemend.expr.Expressions;
import dev.schemend.expr.SqlExpr;
import dev.schemend.type.SqlType;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

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
  private final MySqlDefaults defaults;

  /** The rules of one server. */
  public MySqlExpressions(ServerProfile profile) {
    this.equivalences = new MySqlEquivalences(profile.flavor());
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
