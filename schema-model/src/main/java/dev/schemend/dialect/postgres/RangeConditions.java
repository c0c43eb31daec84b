package dev.schemend.dialect.postgres;

import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.IndexPart;
import dev.schemend.model.PartitionBound;
import dev.schemend.model.PartitionBound.Edge;
import dev.schemend.model.PartitionKey;
import dev.schemend.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What rows of a partition by range meet: no key is null, those that both ends share are equal, and
 * the rest lies between the ends as rows are compared, column by column ({@code partbounds.c},
 * get_qual_for_range).
 */
final class RangeConditions {

  private final PartitionKey key;
  private final Table parent;

  private RangeConditions(PartitionKey key, Table parent) {
    this.key = key;
    this.parent = parent;
  }

  static List<SqlExpr> of(PartitionKey key, Table parent, PartitionBound.Range range) {
    return new RangeConditions(key, parent).of(range);
  }

  static SqlExpr joined(String operator, List<SqlExpr> operands) {
    return operands.stream()
        .reduce((left, right) -> new SqlExpr.Binary(operator, left, right))
        .orElseThrow();
  }

  private List<SqlExpr> of(PartitionBound.Range range) {
    List<SqlExpr> parts = new ArrayList<>();
    for (IndexPart part : key.parts()) {
      parts.add(new SqlExpr.Postfix(PartitionConstraint.operand(part), "is not null"));
    }
    int shared = 0;
    while (shared < key.parts().size()
        && range.from().get(shared) instanceof Edge.At from
        && from.equals(range.to().get(shared))) {
      parts.add(compared(shared, "=", from));
      shared++;
    }
    side(range.from(), shared, ">", true).ifPresent(parts::add);
    side(range.to(), shared, "<", false).ifPresent(parts::add);
    return parts;
  }

  /**
   * One side of the range: the first column is beyond its value, or equal to it and the second
   * beyond, and so on to the first that has no bound.
   *
   * @param inclusive whether a row that equals the bound is inside
   */
  private Optional<SqlExpr> side(List<Edge> bound, int shared, String beyond, boolean inclusive) {
    List<SqlExpr> ways = new ArrayList<>();
    List<SqlExpr> equals = new ArrayList<>();
    for (int i = shared; i < bound.size() && bound.get(i) instanceof Edge.At at; i++) {
      boolean last = i == bound.size() - 1;
      boolean whole = last ? inclusive : isOpen(bound.get(i + 1), inclusive);
      List<SqlExpr> way = new ArrayList<>(equals);
      way.add(compared(i, whole ? beyond + "=" : beyond, at));
      ways.add(joined("and", way));
      equals.add(compared(i, "=", at));
    }
    return ways.isEmpty() ? Optional.empty() : Optional.of(joined("or", ways));
  }

  // All rows that share what comes before are inside.
  private static boolean isOpen(Edge next, boolean lower) {
    return lower ? next instanceof Edge.Lowest : next instanceof Edge.Highest;
  }

  private SqlExpr compared(int at, String operator, Edge.At edge) {
    IndexPart part = key.parts().get(at);
    Optional<String> collation =
        part.collation()
            .or(() -> part.columnName().flatMap(parent::column).flatMap(Column::collation));
    SqlExpr constant = PartitionConstraint.typed(part, parent, edge.value());
    SqlExpr value =
        collation
            .<SqlExpr>map(
                name ->
                    new SqlExpr.Binary("collate", constant, new SqlExpr.StringLiteral("", name)))
            .orElse(constant);
    return new SqlExpr.Binary(operator, PartitionConstraint.operand(part), value);
  }
}
