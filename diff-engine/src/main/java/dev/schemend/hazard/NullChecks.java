package dev.schemend.hazard;

import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Constraint;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;

/** Checks that keep NULL out of a column, so that the server need not look for one. */
public final class NullChecks {

  private NullChecks() {}

  /** Whether a valid check of the table says that the column holds no NULL. */
  public static boolean forbidNull(Table table, Identifier column) {
    return table.constraints().stream()
        .anyMatch(
            constraint ->
                constraint instanceof Constraint.Check check
                    && check.validated()
                    && check.enforced()
                    && says(check.expression(), column));
  }

  private static boolean says(SqlExpr expression, Identifier column) {
    if (expression instanceof SqlExpr.Binary binary && binary.operator().equals("and")) {
      return says(binary.left(), column) || says(binary.right(), column);
    }
    return expression instanceof SqlExpr.Postfix postfix
        && postfix.operator().equals("is not null")
        && postfix.operand() instanceof SqlExpr.ColumnRef reference
        && reference.column().equals(column);
  }
}
