package dev.schemend.dialect.postgres;

import dev.schemend.evaluate.Arrays;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.IndexPart;
import dev.schemend.model.Lineage;
import dev.schemend.model.PartitionBound;
import dev.schemend.model.PartitionKey;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.query.Value;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The condition that every row of a partition meets, as the server forms it of the bounds of the
 * partition and of all that it is a part of ({@code partbounds.c}: get_qual_for_list,
 * get_qual_for_range; {@code partcache.c}: generate_partition_qual).
 */
final class PartitionConstraint {

  private PartitionConstraint() {}

  /**
   * The condition.
   *
   * @return empty where a bound has none that outlives its table: those by hash, and what the
   *     others leave
   */
  static Optional<SqlExpr> of(Schema schema, Table partition) {
    return parts(schema, partition).map(parts -> RangeConditions.joined("and", parts));
  }

  private static Optional<List<SqlExpr>> parts(Schema schema, Table partition) {
    Lineage lineage = Heirs.lineage(partition);
    if (!lineage.isPartition()) {
      return Optional.of(List.of());
    }
    Table parent = Heirs.parents(schema, partition).findFirst().orElseThrow();
    PartitionKey key = Heirs.lineage(parent).key().orElseThrow();
    Optional<List<SqlExpr>> own =
        switch (lineage.bound().orElseThrow()) {
          case PartitionBound.Rest rest -> Optional.empty();
          case PartitionBound.Hash hash -> Optional.empty();
          case PartitionBound.In in -> Optional.of(list(key.parts().getFirst(), parent, in));
          case PartitionBound.Range range -> Optional.of(RangeConditions.of(key, parent, range));
        };
    return parts(schema, parent)
        .flatMap(above -> own.map(here -> Stream.concat(above.stream(), here.stream()).toList()));
  }

  private static List<SqlExpr> list(IndexPart part, Table parent, PartitionBound.In in) {
    SqlExpr operand = operand(part);
    List<SqlExpr> values =
        in.values().stream().filter(value -> !(value instanceof SqlExpr.NullLiteral)).toList();
    boolean takesNull = values.size() < in.values().size();
    if (values.isEmpty()) {
      return List.of(new SqlExpr.Postfix(operand, "is null"));
    }
    SqlExpr among =
        values.size() == 1
            ? isOne(part, parent, values.getFirst())
            : new SqlExpr.Quantified(
                operand, "=", SqlExpr.Quantified.Quantifier.ANY, array(part, parent, values));
    return takesNull
        ? List.of(new SqlExpr.Binary("or", new SqlExpr.Postfix(operand, "is null"), among))
        : List.of(new SqlExpr.Postfix(operand, "is not null"), among);
  }

  // A comparison with a truth value is that value or its negation (eval_const_expressions).
  private static SqlExpr isOne(IndexPart part, Table parent, SqlExpr value) {
    SqlExpr operand = operand(part);
    return value instanceof SqlExpr.BooleanLiteral truth
        ? truth.value() ? operand : new SqlExpr.Unary("not", operand)
        : new SqlExpr.Binary("=", operand, typed(part, parent, value));
  }

  /** A value of a bound, which is a constant of the type of the column. */
  static SqlExpr typed(IndexPart part, Table parent, SqlExpr value) {
    return part.columnName()
        .flatMap(parent::column)
        .<SqlExpr>map(column -> new SqlExpr.Cast(value, column.type()))
        .orElse(value);
  }

  private static SqlExpr array(IndexPart part, Table parent, List<SqlExpr> values) {
    List<Optional<String>> texts = values.stream().map(PartitionConstraint::text).toList();
    if (!texts.stream().allMatch(Optional::isPresent)) {
      return new SqlExpr.ArrayLiteral(values);
    }
    SqlExpr.StringLiteral text = new SqlExpr.StringLiteral("", Arrays.print(texts));
    return part.columnName()
        .flatMap(parent::column)
        .map(Column::type)
        .<SqlExpr>map(type -> new SqlExpr.Cast(text, new SqlType.ArrayOf(type)))
        .orElse(text);
  }

  private static Optional<String> text(SqlExpr value) {
    return switch (value) {
      case SqlExpr.StringLiteral literal -> Optional.of(literal.value());
      case SqlExpr.NumberLiteral number -> Optional.of(number.digits());
      case SqlExpr.BooleanLiteral truth -> Optional.of(truth.value() ? "t" : "f");
      case SqlExpr.Unary sign when sign.operator().equals("-") ->
          text(sign.operand()).map(digits -> "-" + digits);
      case SqlExpr.Cast cast -> text(cast.operand());
      default -> Optional.empty();
    };
  }

  private static Optional<String> text(Value element) {
    return element instanceof Value.Text text ? Optional.of(text.value()) : Optional.empty();
  }

  /** Whether the checks and columns of a table say a condition already, as far as can be told. */
  static boolean isSaid(Table table, SqlExpr condition) {
    List<SqlExpr> known =
        table.constraints().stream()
            .filter(
                one ->
                    one instanceof Constraint.Check check && check.validated() && check.enforced())
            .flatMap(one -> conjuncts(((Constraint.Check) one).expression()))
            .toList();
    return conjuncts(condition).allMatch(part -> isSaid(table, known, part));
  }

  // predicate_implied_by, weakly: a check also lets pass what is null, so that no comparison says
  // that its operand is not.
  private static boolean isSaid(Table table, List<SqlExpr> known, SqlExpr part) {
    if (known.contains(part)) {
      return true;
    }
    if (part instanceof SqlExpr.Postfix(SqlExpr operand, String test)
        && test.equals("is not null")) {
      return operand instanceof SqlExpr.ColumnRef column
          && table.column(column.column()).filter(one -> !one.nullable()).isPresent();
    }
    Set<String> wanted = members(part);
    return known.stream()
        .filter(one -> compared(one).equals(compared(part)))
        .map(PartitionConstraint::members)
        .anyMatch(some -> !some.isEmpty() && wanted.containsAll(some));
  }

  private static Stream<SqlExpr> conjuncts(SqlExpr condition) {
    return condition instanceof SqlExpr.Binary(String operator, SqlExpr left, SqlExpr right)
            && operator.equals("and")
        ? Stream.concat(conjuncts(left), conjuncts(right))
        : Stream.of(condition);
  }

  private static Optional<SqlExpr> compared(SqlExpr condition) {
    return switch (condition) {
      case SqlExpr.Binary binary when OperatorFacts.isComparison(binary.operator()) ->
          Optional.of(binary.left());
      case SqlExpr.In in -> Optional.of(in.operand());
      case SqlExpr.Quantified quantified -> Optional.of(quantified.left());
      default -> Optional.empty();
    };
  }

  /** The values that a condition allows, where it lists them. */
  private static Set<String> members(SqlExpr condition) {
    List<Optional<String>> members =
        switch (condition) {
          case SqlExpr.Binary binary when binary.operator().equals("=") ->
              List.of(text(binary.right()));
          case SqlExpr.In in when !in.negated() ->
              in.values().stream().map(PartitionConstraint::text).toList();
          case SqlExpr.Quantified quantified when quantified.operator().equals("=") ->
              text(quantified.array()).flatMap(Arrays::parse).stream()
                  .flatMap(List::stream)
                  .map(PartitionConstraint::text)
                  .toList();
          default -> List.of();
        };
    return members.stream().allMatch(Optional::isPresent)
        ? members.stream().flatMap(Optional::stream).collect(Collectors.toSet())
        : Set.of();
  }

  /** What a part of a key compares. */
  static SqlExpr operand(IndexPart part) {
    return switch (part.key()) {
      case IndexPart.ColumnKey column -> new SqlExpr.ColumnRef(List.of(), column.column());
      case IndexPart.ExpressionKey expression -> expression.expression();
    };
  }
}
