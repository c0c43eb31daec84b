package dev.schemend.expr;

import dev.schemend.type.SqlType;
import java.util.Optional;

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

  /** Whether two canonical expressions mean the same. */
  Equivalence compare(SqlExpr left, SqlExpr right);
}
