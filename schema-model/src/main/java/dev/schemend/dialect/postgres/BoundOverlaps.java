package dev.schemend.dialect.postgres;

import dev.schemend.expr.SqlExpr;
import dev.schemend.model.PartitionBound;
import dev.schemend.model.PartitionBound.Edge;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.type.SqlType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Bounds of partitions held against each other ({@code partbounds.c}, check_new_partition_bound).
 * Values whose order depends on more than their text, such as a collation, are taken to be apart.
 */
final class BoundOverlaps {

  // Of the same form these are in the order of their characters.
  private static final Pattern MOMENT =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}( \\d{2}:\\d{2}:\\d{2})?");

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");

  private static final Set<String> NUMBERS = Set.of("smallint", "integer", "bigint", "numeric");

  private final List<Boolean> numbers;

  /**
   * @param numbers which parts of the key are numbers
   */
  private BoundOverlaps(List<Boolean> numbers) {
    this.numbers = numbers;
  }

  /** Refuses a bound that takes rows which another partition of the table takes. */
  static void requireNone(Schema schema, Table parent, PartitionBound bound) {
    BoundOverlaps overlaps = new BoundOverlaps(numbers(parent));
    if (bound instanceof PartitionBound.Range range && overlaps.isEmpty(range)) {
      throw PostgresErrors.invalid(
          parent.ref(), "empty range bound specified", PostgresErrors.INVALID_OBJECT);
    }
    for (Table other : Heirs.of(schema, parent)) {
      boolean found =
          Heirs.lineage(other).bound().filter(one -> overlaps.overlap(one, bound)).isPresent();
      if (found) {
        throw PostgresErrors.invalid(
            parent.ref(),
            "partition would overlap partition " + other.name(),
            PostgresErrors.INVALID_OBJECT);
      }
    }
  }

  private static List<Boolean> numbers(Table parent) {
    return Heirs.lineage(parent).key().stream()
        .flatMap(key -> key.parts().stream())
        .map(
            part ->
                part.columnName()
                    .flatMap(parent::column)
                    .filter(
                        column ->
                            column.type() instanceof SqlType.Builtin builtin
                                && NUMBERS.contains(builtin.name()))
                    .isPresent())
        .toList();
  }

  private boolean isEmpty(PartitionBound.Range range) {
    OptionalInt order = compare(range.from(), range.to());
    return order.isPresent() && order.getAsInt() >= 0;
  }

  private boolean overlap(PartitionBound one, PartitionBound other) {
    return switch (one) {
      case PartitionBound.Rest rest -> other instanceof PartitionBound.Rest;
      case PartitionBound.In in ->
          other instanceof PartitionBound.In values
              && in.values().stream().anyMatch(values.values()::contains);
      case PartitionBound.Range range ->
          other instanceof PartitionBound.Range second
              && isBefore(range.from(), second.to())
              && isBefore(second.from(), range.to());
      case PartitionBound.Hash hash ->
          other instanceof PartitionBound.Hash second
              && (hash.remainder() - second.remainder())
                      % Math.min(hash.modulus(), second.modulus())
                  == 0;
    };
  }

  private boolean isBefore(List<Edge> left, List<Edge> right) {
    OptionalInt order = compare(left, right);
    return order.isPresent() && order.getAsInt() < 0;
  }

  /** The order of two bounds; empty where it is not known. */
  private OptionalInt compare(List<Edge> left, List<Edge> right) {
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      OptionalInt order = compare(left.get(i), right.get(i), numbers.get(i));
      boolean ends = !(left.get(i) instanceof Edge.At);
      if (order.isEmpty() || order.getAsInt() != 0 || ends) {
        return order;
      }
    }
    return OptionalInt.of(0);
  }

  private static OptionalInt compare(Edge left, Edge right, boolean numbers) {
    int places = Integer.compare(place(left), place(right));
    return left instanceof Edge.At one && right instanceof Edge.At other
        ? compare(one.value(), other.value(), numbers)
        : OptionalInt.of(places);
  }

  private static int place(Edge edge) {
    return switch (edge) {
      case Edge.Lowest lowest -> -1;
      case Edge.At at -> 0;
      case Edge.Highest highest -> 1;
    };
  }

  private static OptionalInt compare(SqlExpr left, SqlExpr right, boolean numbers) {
    if (left.equals(right)) {
      return OptionalInt.of(0);
    }
    if (numbers) {
      Optional<BigDecimal> one = number(left);
      Optional<BigDecimal> other = number(right);
      return one.isPresent() && other.isPresent()
          ? OptionalInt.of(one.get().compareTo(other.get()))
          : OptionalInt.empty();
    }
    return left instanceof SqlExpr.StringLiteral one
            && right instanceof SqlExpr.StringLiteral other
            && one.value().length() == other.value().length()
            && MOMENT.matcher(one.value()).matches()
            && MOMENT.matcher(other.value()).matches()
        ? OptionalInt.of(one.value().compareTo(other.value()))
        : OptionalInt.empty();
  }

  // A negative one is a string with a cast, as the server writes it, or has a sign of its own.
  private static Optional<BigDecimal> number(SqlExpr value) {
    return switch (value) {
      case SqlExpr.NumberLiteral literal -> number(literal.digits());
      case SqlExpr.StringLiteral literal -> number(literal.value());
      case SqlExpr.Cast cast -> number(cast.operand());
      case SqlExpr.Unary sign when sign.operator().equals("-") ->
          number(sign.operand()).map(BigDecimal::negate);
      default -> Optional.empty();
    };
  }

  private static Optional<BigDecimal> number(String text) {
    return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }
}
