package dev.schemend.parser.postgres;

import dev.schemend.ddl.LikeClause;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Lineage;
import dev.schemend.model.PartitionBound;
import dev.schemend.model.PartitionKey;
import dev.schemend.name.ObjectName;
import java.util.List;
import java.util.stream.Collectors;

/** Parents, partition keys, bounds and what a table is like. */
final class LineagePrinter {

  private final TypePrinter types;
  private final ExpressionPrinter expressions;
  private final IndexPrinter indexes;

  LineagePrinter(TypePrinter types, ExpressionPrinter expressions, IndexPrinter indexes) {
    this.types = types;
    this.expressions = expressions;
    this.indexes = indexes;
  }

  /** Whether another object says the columns, so that no list of them need be written. */
  boolean statesColumns(Lineage lineage) {
    return lineage.isPartition() || lineage.ofType().isPresent();
  }

  /** What stands between the name and the columns. */
  String ahead(Lineage lineage) {
    return lineage.isPartition()
        ? " PARTITION OF " + types.name(lineage.parents().getFirst())
        : lineage.ofType().map(type -> " OF " + types.name(type)).orElse("");
  }

  /** What stands behind the columns. */
  String behind(Lineage lineage) {
    String inherits =
        lineage.isPartition() || lineage.parents().isEmpty()
            ? ""
            : " INHERITS (" + names(lineage.parents()) + ")";
    return inherits
        + lineage.bound().map(bound -> " " + bound(bound)).orElse("")
        + lineage.key().map(this::key).orElse("");
  }

  private String names(List<ObjectName> names) {
    return names.stream().map(types::name).collect(Collectors.joining(", "));
  }

  private String key(PartitionKey key) {
    return " PARTITION BY "
        + key.strategy()
        + key.parts().stream().map(indexes::part).collect(Collectors.joining(", ", " (", ")"));
  }

  String bound(PartitionBound bound) {
    return switch (bound) {
      case PartitionBound.Rest rest -> "DEFAULT";
      case PartitionBound.In in ->
          "FOR VALUES IN "
              + in.values().stream().map(this::value).collect(Collectors.joining(", ", "(", ")"));
      case PartitionBound.Range range ->
          "FOR VALUES FROM " + edges(range.from()) + " TO " + edges(range.to());
      case PartitionBound.Hash hash ->
          "FOR VALUES WITH (MODULUS " + hash.modulus() + ", REMAINDER " + hash.remainder() + ")";
    };
  }

  private String value(SqlExpr value) {
    return expressions.print(value);
  }

  private String edges(List<PartitionBound.Edge> edges) {
    return edges.stream()
        .map(
            edge ->
                switch (edge) {
                  case PartitionBound.Edge.Lowest lowest -> "MINVALUE";
                  case PartitionBound.Edge.Highest highest -> "MAXVALUE";
                  case PartitionBound.Edge.At at -> value(at.value());
                })
        .collect(Collectors.joining(", ", "(", ")"));
  }

  String including(LikeClause like) {
    return like.including().stream()
        .map(option -> " INCLUDING " + option)
        .collect(Collectors.joining());
  }
}
