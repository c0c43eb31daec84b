package dev.schemend.evaluate;

import dev.schemend.query.Query;
import dev.schemend.query.Scalar;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What an expression is made of, subqueries left out. */
final class Calls {

  /** Functions of the server that give rows and may stand in a list of outputs. */
  static final Set<String> GIVE_ROWS =
      Set.of("unnest", "generate_series", "regexp_split_to_table", "string_to_table");

  private Calls() {}

  static boolean aggregates(Scalar scalar) {
    return any(
        scalar,
        node -> node instanceof Scalar.Call call && !call.window() && Aggregates.isAggregate(call));
  }

  /** Whether it holds a query, or a call that may be one of a routine. */
  static boolean isPlain(Scalar scalar) {
    return !any(
        scalar,
        node ->
            switch (node) {
              case Scalar.Call call -> true;
              case Scalar.InQuery in -> true;
              case Scalar.Exists exists -> true;
              case Scalar.Subquery query -> true;
              case Scalar.ArrayQuery query -> true;
              case Scalar.Unreadable text -> true;
              default -> false;
            });
  }

  static boolean any(Scalar scalar, Predicate<Scalar> test) {
    return test.test(scalar) || children(scalar).anyMatch(child -> any(child, test));
  }

  static Stream<Scalar> children(Scalar scalar) {
    return switch (scalar) {
      case Scalar.Constant leaf -> Stream.empty();
      case Scalar.Name leaf -> Stream.empty();
      case Scalar.Star leaf -> Stream.empty();
      case Scalar.SessionVariable leaf -> Stream.empty();
      case Scalar.Parameter leaf -> Stream.empty();
      case Scalar.Unreadable leaf -> Stream.empty();
      case Scalar.Exists leaf -> Stream.empty();
      case Scalar.Subquery leaf -> Stream.empty();
      case Scalar.ArrayQuery leaf -> Stream.empty();
      case Scalar.Call call ->
          Stream.concat(
              call.arguments().stream().map(Scalar.Call.Argument::value),
              Stream.concat(
                  call.order().stream().map(Query.Ordering::key), call.filter().stream()));
      case Scalar.Operation operation -> operation.operands().stream();
      case Scalar.Is is -> Stream.of(is.operand());
      case Scalar.Between between -> Stream.of(between.operand(), between.low(), between.high());
      case Scalar.In in -> Stream.concat(Stream.of(in.operand()), in.values().stream());
      case Scalar.InQuery in -> Stream.of(in.operand());
      case Scalar.Quantified quantified -> Stream.of(quantified.left(), quantified.array());
      case Scalar.ArrayOf array -> array.elements().stream();
      case Scalar.Row row -> row.elements().stream();
      case Scalar.Element element -> Stream.of(element.array(), element.index());
      case Scalar.Field field -> Stream.of(field.row());
      case Scalar.Cast cast -> Stream.of(cast.operand());
      case Scalar.Case choice ->
          Stream.concat(
              Stream.concat(choice.operand().stream(), choice.otherwise().stream()),
              choice.whens().stream().flatMap(when -> Stream.of(when.condition(), when.result())));
    };
  }

  /** The conditions that all must hold for {@code condition} to hold. */
  static List<Scalar> conjuncts(Scalar condition) {
    if (condition instanceof Scalar.Operation operation
        && operation.operator().equals("and")
        && operation.operands().size() == 2) {
      return Stream.concat(
              conjuncts(operation.operands().get(0)).stream(),
              conjuncts(operation.operands().get(1)).stream())
          .toList();
    }
    return List.of(condition);
  }
}
