package dev.schemend.model;

import java.util.List;
import java.util.Objects;

/**
 * {@code PARTITION BY} (PostgreSQL manual, 5.12).
 *
 * @param strategy how rows are told apart
 * @param parts columns or expressions, with collation and operator class; never empty
 */
public record PartitionKey(Strategy strategy, List<IndexPart> parts) {

  /** The ways to tell rows apart. */
  public enum Strategy {
    RANGE,
    LIST,
    HASH
  }

  /** Copies the parts. */
  public PartitionKey {
    Objects.requireNonNull(strategy, "strategy");
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a partition key needs a part");
    }
  }
}
