package dev.schemend.dialect.postgres.catalog;

import dev.schemend.expr.SqlExpr;
import dev.schemend.model.PartitionBound;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Bounds of partitions in the words that make them; only where constants are all they hold. */
final class PartitionTexts {

  private PartitionTexts() {}

  static Optional<String> of(PartitionBound bound) {
    return switch (bound) {
      case PartitionBound.Rest rest -> Optional.of("DEFAULT");
      case PartitionBound.Hash hash ->
          Optional.of(
              "FOR VALUES WITH (MODULUS %d, REMAINDER %d)"
                  .formatted(hash.modulus(), hash.remainder()));
      case PartitionBound.In in ->
          constants(in.values()).map(values -> "FOR VALUES IN (" + values + ")");
      case PartitionBound.Range range ->
          edges(range.from())
              .flatMap(
                  from ->
                      edges(range.to())
                          .map(to -> "FOR VALUES FROM (" + from + ") TO (" + to + ")"));
    };
  }

  private static Optional<String> constants(List<SqlExpr> values) {
    List<String> texts = new ArrayList<>();
    for (SqlExpr value : values) {
      Optional<String> text = constant(value);
      if (text.isEmpty()) {
        return Optional.empty();
      }
      texts.add(text.get());
    }
    return Optional.of(String.join(", ", texts));
  }

  private static Optional<String> constant(SqlExpr value) {
    return switch (value) {
      case SqlExpr.StringLiteral literal -> Optional.of(QuotedNames.literal(literal.value()));
      case SqlExpr.NumberLiteral number -> Optional.of(number.digits());
      case SqlExpr.BooleanLiteral bool -> Optional.of(String.valueOf(bool.value()));
      case SqlExpr.NullLiteral none -> Optional.of("NULL");
      // A literal takes the type of the key.
      case SqlExpr.Cast cast -> constant(cast.operand());
      default -> Optional.empty();
    };
  }

  private static Optional<String> edges(List<PartitionBound.Edge> edges) {
    List<Optional<String>> texts =
        edges.stream()
            .map(
                edge ->
                    switch (edge) {
                      case PartitionBound.Edge.Lowest low -> Optional.of("MINVALUE");
                      case PartitionBound.Edge.Highest high -> Optional.of("MAXVALUE");
                      case PartitionBound.Edge.At at -> constant(at.value());
                    })
            .toList();
    return texts.stream().allMatch(Optional::isPresent)
        ? Optional.of(texts.stream().map(Optional::get).collect(Collectors.joining(", ")))
        : Optional.empty();
  }
}
