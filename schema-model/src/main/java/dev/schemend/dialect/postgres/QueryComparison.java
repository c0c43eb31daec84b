package dev.schemend.dialect.postgres;

import dev.schemend.expr.Equivalence;
import dev.schemend.expr.Query;

/** Whether two canonical queries mean the same. */
final class QueryComparison {

  private QueryComparison() {}

  static Equivalence compare(Query left, Query right) {
    return left.equals(right)
        ? Equivalence.EQUAL
        : ExpressionComparison.compareTrees(QueryTree.of(left), QueryTree.of(right));
  }
}
