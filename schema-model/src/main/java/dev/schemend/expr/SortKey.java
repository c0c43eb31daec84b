package dev.schemend.expr;

import java.util.Objects;
import java.util.Optional;

/**
 * One part of an {@code ORDER BY}.
 *
 * @param nullsFirst {@code NULLS FIRST} or {@code LAST}; in canonical form empty where it is the
 *     default of the direction
 * @param using the operator of {@code USING}
 */
public record SortKey(
    SqlExpr expression, boolean descending, Optional<Boolean> nullsFirst, Optional<String> using) {

  /** Rejects null parts. */
  public SortKey {
    Objects.requireNonNull(expression, "expression");
    Objects.requireNonNull(nullsFirst, "nullsFirst");
    Objects.requireNonNull(using, "using");
  }

  /** The same order by another expression. */
  public SortKey withExpression(SqlExpr other) {
    return new SortKey(other, descending, nullsFirst, using);
  }
}
