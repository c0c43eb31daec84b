package dev.schemend.expr;

import dev.schemend.name.Identifier;
import dev.schemend.type.SqlType;
import java.util.Optional;
import java.util.function.Function;

/** How a dialect's server stores expressions. */
public interface ExpressionRules {

  /**
   * The canonical form of {@code expression}; idempotent. What a person wrote and what the server
   * prints for it have one canonical form.
   *
   * @param context the type of the column for a default or a generated column; empty for a
   *     condition
   */
  SqlExpr canonical(SqlExpr expression, Optional<SqlType> context);

  /**
   * The canonical form where the types of columns are known, so that the casts which the server
   * adds to a column or beside one can be told from those that were meant.
   *
   * @param columns the type of a column of the table, empty where it is not known
   */
  default SqlExpr canonical(
      SqlExpr expression,
      Optional<SqlType> context,
      Function<Identifier, Optional<SqlType>> columns) {
    return canonical(expression, context);
  }

  /** Whether two canonical queries mean the same. */
  default Equivalence compare(Query left, Query right) {
    return left.equals(right) ? Equivalence.EQUAL : Equivalence.UNPROVEN;
  }

  /** Whether two canonical expressions mean the same. */
  Equivalence compare(SqlExpr left, SqlExpr right);
}
