package dev.schemend.dialect.postgres;

import dev.schemend.expr.Query;
import dev.schemend.expr.SqlExpr;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

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

  /** A whole query without the casts to text that its literals get for want of another type. */
  static Query bare(Query query) {
    return switch (query.body()) {
      case Query.Select select -> query.withBody(items(select, (item, place) -> bare(item)));
      case Query.SetOperation operation -> bare(query, place -> isBare(operation, place));
      case Query.Values values -> query;
      case Query.Carried carried -> query;
    };
  }

  private static Query bare(Query query, IntPredicate which) {
    return switch (query.body()) {
      case Query.Select select ->
          query.withBody(items(select, (item, place) -> which.test(place) ? bare(item) : item));
      case Query.SetOperation operation ->
          query.withBody(
              new Query.SetOperation(
                  operation.operator(),
                  operation.all(),
                  bare(operation.left(), which),
                  bare(operation.right(), which)));
      case Query.Values values -> query;
      case Query.Carried carried -> query;
    };
  }

  private static boolean isBare(Query.Body body, int place) {
    return everywhere(body, place, item -> isUntyped(bare(item)));
  }

  /**
   * An arm, its literals with the type that they get from the other arm (10.5): without a cast to
   * it where the other arm has values of that type, and with one where there are but literals.
   */
  static Query arm(QueryForm.Formed arm, QueryForm.Formed other) {
    return arm.query().body() instanceof Query.Select select
        ? arm.query().withBody(items(select, (item, place) -> typed(item, place, other)))
        : arm.query();
  }

  private static SqlExpr typed(SqlExpr item, int place, QueryForm.Formed other) {
    Optional<SqlType> type = type(other, place);
    if (type.isEmpty() || !isLiteral(item)) {
      return item;
    }
    if (everywhere(other.query().body(), place, UnionForm::isLiteral)) {
      return isUntyped(item) ? new SqlExpr.Cast(item, CommonTypes.unmodified(type.get())) : item;
    }
    return item instanceof SqlExpr.Cast cast
            && (type.get().equals(cast.type())
                || CommonTypes.unmodified(type.get()).equals(cast.type()))
        ? cast.operand()
        : item;
  }

  private static boolean isLiteral(SqlExpr item) {
    return isUntyped(item) || (item instanceof SqlExpr.Cast cast && isUntyped(cast.operand()));
  }

  private static Query.Select items(
      Query.Select select, BiFunction<SqlExpr, Integer, SqlExpr> change) {
    List<Query.Item> items = new ArrayList<>();
    for (Query.Item item : select.items()) {
      items.add(new Query.Item(change.apply(item.expression(), items.size()), item.alias()));
    }
    return select.withItems(items);
  }

  /**
   * A whole query of a view with the view's names in all of its arms, as the server shows it; what
   * the arms of a query inside of it call their columns, it keeps (get_setop_query in ruleutils.c).
   *
   * @param names those of the whole; nothing is changed where they are not known
   */
  static Query named(Query query, Optional<List<RowSource.Output>> names) {
    return names.isPresent() && query.body() instanceof Query.SetOperation operation
        ? query.withBody(
            new Query.SetOperation(
                operation.operator(),
                operation.all(),
                namedArm(operation.left(), names.get()),
                namedArm(operation.right(), names.get())))
        : query;
  }

  private static Query namedArm(Query arm, List<RowSource.Output> names) {
    if (!(arm.body() instanceof Query.Select select)) {
      return named(arm, Optional.of(names));
    }
    List<Query.Item> items = new ArrayList<>();
    for (int i = 0; i < select.items().size(); i++) {
      Query.Item item = select.items().get(i);
      items.add(
          i < names.size()
              ? new Query.Item(item.expression(), Optional.of(names.get(i).name()))
              : item);
    }
    return arm.withBody(select.withItems(items));
  }

  /** Columns with the type text where nothing but literals without a type is in them. */
  static List<RowSource.Output> settled(Query.Body body, List<RowSource.Output> outputs) {
    List<RowSource.Output> settled = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      RowSource.Output output = outputs.get(i);
      settled.add(
          output.type().isEmpty() && isUntyped(body, i)
              ? new RowSource.Output(output.name(), Optional.of(TEXT))
              : output);
    }
    return settled;
  }

  private static boolean isUntyped(Query.Body body, int place) {
    return everywhere(body, place, UnionForm::isUntyped);
  }

  /** Whether all that stands at a place of a query's rows is of a kind. */
  private static boolean everywhere(Query.Body body, int place, Predicate<SqlExpr> kind) {
    return switch (body) {
      case Query.Select select ->
          place < select.items().size() && kind.test(select.items().get(place).expression());
      case Query.SetOperation operation ->
          everywhere(operation.left().body(), place, kind)
              && everywhere(operation.right().body(), place, kind);
      case Query.Values values ->
          values.rows().stream().allMatch(row -> place < row.size() && kind.test(row.get(place)));
      case Query.Carried carried -> false;
    };
  }

  /** The columns of a set operation: the names of the first arm, the types of both (10.5). */
  static Optional<List<RowSource.Output>> outputs(QueryForm.Formed left, QueryForm.Formed right) {
    if (left.outputs().isEmpty()) {
      return Optional.empty();
    }
    List<RowSource.Output> outputs = new ArrayList<>();
    for (int i = 0; i < left.outputs().get().size(); i++) {
      RowSource.Output output = left.outputs().get().get(i);
      outputs.add(new RowSource.Output(output.name(), common(left, right, i)));
    }
    return Optional.of(outputs);
  }

  private static Optional<SqlType> common(
      QueryForm.Formed left, QueryForm.Formed right, int place) {
    List<SqlType> known = Stream.of(left, right).flatMap(arm -> type(arm, place).stream()).toList();
    boolean open =
        Stream.of(left, right)
            .anyMatch(arm -> type(arm, place).isEmpty() && !isUntyped(arm.query().body(), place));
    // A number of unknown width may be the wider one; a literal has no modifier (10.5).
    return CommonTypes.of(known)
        .filter(type -> !open || !ImpliedCasts.isNumber(type))
        .map(type -> known.size() == 2 ? type : CommonTypes.unmodified(type));
  }

  private static Optional<SqlType> type(QueryForm.Formed arm, int place) {
    return arm.outputs()
        .filter(columns -> place < columns.size())
        .flatMap(columns -> columns.get(place).type());
  }
}
