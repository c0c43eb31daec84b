package dev.schemend.planning.postgres;

import dev.schemend.dialect.Dialect;
import dev.schemend.dialect.postgres.ViewTypes;
import dev.schemend.expr.Queries;
import dev.schemend.expr.Query;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.View;
import dev.schemend.planning.Transition;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Optional;

/** The select lists of views, as far as they decide whether one can replace the other. */
final class ViewItems {

  private ViewItems() {}

  /**
   * Whether the columns of {@code from} surely have the same types in {@code to}: they are the same
   * expressions, or both of a known type. CREATE OR REPLACE VIEW refuses another type.
   */
  static boolean sameTypes(View from, View to, Transition transition, Dialect dialect) {
    List<SqlExpr> older = items(from);
    List<SqlExpr> newer = items(to);
    if (older.isEmpty() || newer.size() < older.size()) {
      return false;
    }
    if (newer.subList(0, older.size()).equals(older)) {
      return true;
    }
    List<Optional<SqlType>> before = ViewTypes.of(dialect, transition.from(), from);
    List<Optional<SqlType>> after = ViewTypes.of(dialect, transition.to(), to);
    return before.size() == older.size()
        && after.size() >= before.size()
        && before.stream().allMatch(Optional::isPresent)
        && after.subList(0, before.size()).equals(before);
  }

  private static List<SqlExpr> items(View view) {
    Optional<Query.Select> select = Queries.firstSelect(view.query());
    return select
        .map(one -> one.items().stream().map(Query.Item::expression).toList())
        .orElse(List.of());
  }
}
