package dev.schemend.diff;

import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Lineage;
import dev.schemend.model.PartitionBound;
import dev.schemend.model.TableOptions;
import java.util.List;
import java.util.stream.Stream;

/** The expressions in the bound of a partition, apart from its shape. */
final class PartitionBounds {

  private static final SqlExpr NOTHING = new SqlExpr.NullLiteral();

  private PartitionBounds() {}

  static Stream<SqlExpr> values(TableOptions options) {
    return options.postgres().lineage().bound().stream().flatMap(PartitionBounds::values);
  }

  private static Stream<SqlExpr> values(PartitionBound bound) {
    return switch (bound) {
      case PartitionBound.Rest rest -> Stream.empty();
      case PartitionBound.In in -> in.values().stream();
      case PartitionBound.Range range ->
          Stream.concat(range.from().stream(), range.to().stream())
              .flatMap(
                  edge ->
                      edge instanceof PartitionBound.Edge.At at
                          ? Stream.of(at.value())
                          : Stream.empty());
      case PartitionBound.Hash hash -> Stream.empty();
    };
  }

  /** The options with every value of the bound blotted out. */
  static TableOptions without(TableOptions options) {
    Lineage lineage = options.postgres().lineage();
    return lineage.bound().isEmpty()
        ? options
        : options.withPostgres(
            options
                .postgres()
                .withLineage(
                    lineage.asPartition(
                        lineage.parents().getFirst(), without(lineage.bound().get()))));
  }

  private static PartitionBound without(PartitionBound bound) {
    return switch (bound) {
      case PartitionBound.Rest rest -> rest;
      case PartitionBound.In in ->
          new PartitionBound.In(in.values().stream().map(value -> NOTHING).toList());
      case PartitionBound.Range range ->
          new PartitionBound.Range(without(range.from()), without(range.to()));
      case PartitionBound.Hash hash -> hash;
    };
  }

  private static List<PartitionBound.Edge> without(List<PartitionBound.Edge> edges) {
    return edges.stream()
        .map(
            edge ->
                edge instanceof PartitionBound.Edge.At ? new PartitionBound.Edge.At(NOTHING) : edge)
        .toList();
  }
}
