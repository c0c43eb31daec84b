package dev.schemend.planning.postgres;

import dev.schemend.expr.Queries;
import dev.schemend.expr.Query;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.View;
import java.util.List;
import java.util.Optional;

/** The select lists of views, as far as they decide whether one can replace the other. */
final class ViewItems {

  private ViewItems() {}

  /**
   * Whether the columns of {@code from} surely have the same types in {@code to}: they are the same
   * expressions. CREATE OR REPLACE VIEW refuses another type.
   */
  static boolean sameTypes(View from, View to) {
    List<SqlExpr> older = items(from);
    List<SqlExpr> newer = items(to);
    return !older.isEmpty()
        && newer.size() >= older.size()
        && newer.subList(0, older.size()).equals(older);
  }

  private static List<SqlExpr> items(View view) {
    Optional<Query.Select> select = Queries.firstSelect(view.query());
    return select
        .map(one -> one.items().stream().map(Query.Item::expression).toList())
        .orElse(List.of());
  }
}
