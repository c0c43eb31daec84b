package dev.schemend.dialect.mysql;

import dev.schemend.expr.SqlExpr;
import dev.schemend.expr.SqlExpr.Between;
import dev.schemend.expr.SqlExpr.Binary;
import dev.schemend.expr.SqlExpr.Case;
import dev.schemend.expr.SqlExpr.Case.When;
import dev.schemend.expr.SqlExpr.FunctionCall;
import dev.schemend.expr.SqlExpr.In;
import dev.schemend.expr.SqlExpr.NumberLiteral;
import dev.schemend.expr.SqlExpr.Postfix;
import dev.schemend.expr.SqlExpr.Unary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Truth values. MySQL has none of its own: where a condition stands, {@code a} means {@code a <>
 * 0}, and both servers write that out ({@code make_condition} in sql/sql_yacc.yy of MySQL 8.0) and
 * move {@code NOT} inwards ({@code Item::truth_transformer}, De Morgan included).
 */
final class MySqlConditions {

  private static final Set<String> CONNECTIVES = Set.of("and", "or", "xor");
  private static final Set<String> TESTS = Set.of("like", "regexp", "member of");
  private static final Map<String, String> OPPOSITE =
      Map.of("=", "<>", "<>", "=", "<", ">=", ">=", "<", ">", "<=", "<=", ">");
  private static final Map<String, String> OPPOSITE_TEST =
      Map.of(
          "is null", "is not null",
          "is not null", "is null",
          "is true", "is not true",
          "is not true", "is true",
          "is false", "is not false",
          "is not false", "is false");
  private static final SqlExpr ZERO = new NumberLiteral("0");

  private MySqlConditions() {}

  static SqlExpr canonical(SqlExpr node) {
    return switch (node) {
      case Binary connective when CONNECTIVES.contains(connective.operator()) ->
          new Binary(
              connective.operator(), condition(connective.left()), condition(connective.right()));
      case Unary not when not.operator().equals("not") -> negated(condition(not.operand()));
      case Postfix test when !test.operator().startsWith("collate ") -> test(test);
      case FunctionCall call
          when call.name().name().key().equals("if") && call.arguments().size() == 3 ->
          MySqlFunctions.call("if", withConditionFirst(call.arguments()));
      case Case choice when choice.operand().isEmpty() ->
          new Case(
              choice.operand(),
              choice.whens().stream()
                  .map(when -> new When(condition(when.condition()), when.result()))
                  .toList(),
              choice.otherwise());
      default -> node;
    };
  }

  private static SqlExpr test(Postfix test) {
    if (test.operator().equals("is false") && isOfQuery(test.operand())) {
      return new Unary("not", test.operand());
    }
    return switch (test.operator()) {
      case "is unknown" -> new Postfix(test.operand(), "is null");
      case "is not unknown" -> new Postfix(test.operand(), "is not null");
      case "is true", "is not true", "is false", "is not false" ->
          new Postfix(condition(test.operand()), test.operator());
      default -> test;
    };
  }

  private static List<SqlExpr> withConditionFirst(List<SqlExpr> arguments) {
    List<SqlExpr> changed = new ArrayList<>(arguments);
    changed.set(0, condition(arguments.getFirst()));
    return changed;
  }

  /** A value where a condition is wanted. */
  static SqlExpr condition(SqlExpr node) {
    return isTruthValue(node) || MySqlEquivalences.isLiteral(node)
        ? node
        : new Binary("<>", node, ZERO);
  }

  private static boolean isTruthValue(SqlExpr node) {
    return switch (node) {
      case Binary binary ->
          CONNECTIVES.contains(binary.operator())
              || MySqlEquivalences.isComparison(binary.operator())
              || TESTS.contains(binary.operator());
      case Unary unary -> unary.operator().equals("not");
      case Postfix postfix -> !postfix.operator().startsWith("collate ");
      case In in -> true;
      case Between between -> true;
      case SqlExpr.Opaque opaque -> true;
      default -> isOfQuery(node);
    };
  }

  // MySQL writes NOT EXISTS and NOT IN as EXISTS (…) IS FALSE.
  private static boolean isOfQuery(SqlExpr node) {
    return node instanceof SqlExpr.QuantifiedQuery
        || (node instanceof SqlExpr.Subquery subquery
            && subquery.use() == SqlExpr.Subquery.Use.EXISTS);
  }

  private static SqlExpr negated(SqlExpr condition) {
    return switch (condition) {
      case Binary and when and.operator().equals("and") ->
          new Binary("or", negated(and.left()), negated(and.right()));
      case Binary or when or.operator().equals("or") ->
          new Binary("and", negated(or.left()), negated(or.right()));
      case Binary xor when xor.operator().equals("xor") ->
          new Binary("xor", negated(xor.left()), xor.right());
      case Binary comparison when OPPOSITE.containsKey(comparison.operator()) ->
          new Binary(OPPOSITE.get(comparison.operator()), comparison.left(), comparison.right());
      case Postfix test when OPPOSITE_TEST.containsKey(test.operator()) ->
          new Postfix(test.operand(), OPPOSITE_TEST.get(test.operator()));
      case In in -> new In(in.operand(), !in.negated(), in.values());
      case Between between ->
          new Between(between.operand(), !between.negated(), between.low(), between.high());
      case Unary not when not.operator().equals("not") -> not.operand();
      default -> new Unary("not", condition);
    };
  }
}
