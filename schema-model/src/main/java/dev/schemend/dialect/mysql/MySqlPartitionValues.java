package dev.schemend.dialect.mysql;

import dev.schemend.apply.ErrorCode;
import dev.schemend.apply.Rejection;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.MySqlPartitioning;
import dev.schemend.model.MySqlPartitioning.Partition;
import dev.schemend.model.MySqlPartitioning.Values;
import dev.schemend.model.Table;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether partitions share rows (server source: partition_info::check_range_constants(),
 * check_list_constants()). Of bounds that are no numbers the order depends on collations and time
 * zones, and is not looked at.
 */
final class MySqlPartitionValues {

  private static final ErrorCode NOT_INCREASING = ErrorCode.of(1493, "HY000");
  private static final ErrorCode MAXVALUE_NOT_LAST = ErrorCode.of(1481, "HY000");
  private static final ErrorCode TWICE_IN_LISTS = ErrorCode.of(1495, "HY000");

  private MySqlPartitionValues() {}

  /** Refuses ranges that do not rise, and lists that have a value twice. */
  static void requireApart(Table table, MySqlPartitioning partitioning) {
    Optional<List<Optional<SqlExpr>>> before = Optional.empty();
    Set<List<SqlExpr>> listed = new HashSet<>();
    for (Partition partition : partitioning.partitions()) {
      switch (partition.values()) {
        case Values.LessThan less -> {
          before.ifPresent(bounds -> requireRising(table, bounds, less.bounds()));
          before = Optional.of(less.bounds());
        }
        case Values.In in -> {
          for (List<SqlExpr> row : in.rows()) {
            if (!listed.add(row)) {
              throw MySqlErrors.invalid(
                  table.ref(), "has a value in two lists of its partitions", TWICE_IN_LISTS);
            }
          }
        }
        case Values.Hashed hashed -> {}
        case Values.Rest rest -> {}
        case Values.History history -> {}
        case Values.Current current -> {}
      }
    }
  }

  private static void requireRising(
      Table table, List<Optional<SqlExpr>> before, List<Optional<SqlExpr>> after) {
    if (before.size() == 1 && before.getFirst().isEmpty()) {
      throw MySqlErrors.invalid(
          table.ref(), "has a partition behind the one up to MAXVALUE", MAXVALUE_NOT_LAST);
    }
    for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
      Optional<Integer> order = order(before.get(i), after.get(i));
      if (order.isEmpty() || order.get() < 0) {
        return;
      }
      if (order.get() > 0) {
        throw notRising(table);
      }
    }
    throw notRising(table);
  }

  private static Rejection notRising(Table table) {
    return MySqlErrors.invalid(
        table.ref(), "has ranges of partitions that do not rise", NOT_INCREASING);
  }

  /** How two bounds compare; empty where it is not known. */
  private static Optional<Integer> order(Optional<SqlExpr> one, Optional<SqlExpr> other) {
    if (one.isEmpty() || other.isEmpty() || one.equals(other)) {
      return Optional.of(Boolean.compare(one.isEmpty(), other.isEmpty()));
    }
    Optional<BigDecimal> left = number(one.get());
    Optional<BigDecimal> right = number(other.get());
    return left.isPresent() && right.isPresent()
        ? Optional.of(left.get().compareTo(right.get()))
        : Optional.empty();
  }

  private static Optional<BigDecimal> number(SqlExpr bound) {
    return switch (bound) {
      case SqlExpr.NumberLiteral literal -> Optional.of(new BigDecimal(literal.digits()));
      case SqlExpr.Unary unary when unary.operator().equals("-") ->
          number(unary.operand()).map(BigDecimal::negate);
      default -> Optional.empty();
    };
  }
}
