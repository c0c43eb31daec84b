package dev.schemend.dialect.postgres;

import dev.schemend.expr.Query;
import dev.schemend.expr.SqlExpr;
import dev.schemend.name.Identifier;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The types that literals take in select lists (manual, 10.5 and 10.6). */
final class UnionForm {

  private static final SqlType TEXT = SqlType.builtin("text");

  private UnionForm() {}

  /** A literal of a select list, without the cast to text that it gets for want of another type. */
  static SqlExpr bare(SqlExpr item) {
    return item instanceof SqlExpr.Cast cast
            && isUntyped(cast.operand())
            && cast.type().equals(TEXT)
        ? cast.operand()
        : item;
  }

  private static boolean isUntyped(SqlExpr expression) {
    return expression instanceof SqlExpr.NullLiteral
        || (expression instanceof SqlExpr.StringLiteral literal && literal.prefix().isEmpty());
  }

  /**
   * An arm, without the casts of literals to the types of the other arm's columns.
   *
   * @param names those of the whole, where they are known: the second arm's own are seen nowhere
   */
  static Query arm(
      QueryForm.Formed arm,
      Optional<List<RowSource.Output>> other,
      Optional<List<RowSource.Output>> names) {
    if (!(arm.query().body() instanceof Query.Select select) || other.isEmpty()) {
      return arm.query();
    }
    List<Query.Item> items = new ArrayList<>();
    for (int i = 0; i < select.items().size(); i++) {
      Query.Item item = select.items().get(i);
      Optional<SqlType> type =
          i < other.get().size() ? other.get().get(i).type() : Optional.empty();
      boolean implied =
          item.expression() instanceof SqlExpr.Cast cast
              && isUntyped(cast.operand())
              && type.filter(cast.type()::equals).isPresent();
      int place = i;
      Optional<Identifier> name =
          names.filter(all -> place < all.size()).map(all -> all.get(place).name()).or(item::alias);
      items.add(
          new Query.Item(
              implied && item.expression() instanceof SqlExpr.Cast cast
                  ? cast.operand()
                  : item.expression(),
              name));
    }
    Query query = arm.query();
    return new Query(
        query.recursive(),
        query.with(),
        new Query.Select(
            select.distinct(),
            select.distinctOn(),
            items,
            select.from(),
            select.where(),
            select.groupBy(),
            select.having(),
            select.windows()),
        query.orderBy(),
        query.limit(),
        query.offset(),
        query.withTies(),
        query.locking());
  }

  /** The columns of a set operation: the names of the first arm, types where either has one. */
  static Optional<List<RowSource.Output>> outputs(
      Optional<List<RowSource.Output>> left, Optional<List<RowSource.Output>> right) {
    if (left.isEmpty()) {
      return Optional.empty();
    }
    List<RowSource.Output> outputs = new ArrayList<>();
    for (int i = 0; i < left.get().size(); i++) {
      RowSource.Output output = left.get().get(i);
      int place = i;
      Optional<SqlType> type =
          output
              .type()
              .or(
                  () ->
                      right
                          .filter(columns -> place < columns.size())
                          .flatMap(columns -> columns.get(place).type()));
      outputs.add(new RowSource.Output(output.name(), type));
    }
    return Optional.of(outputs);
  }
}
