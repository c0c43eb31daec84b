package dev.schemend.parser.prisma.model;

import java.util.List;
import java.util.Set;

/**
 * A type that a database has, and which fields may take it.
 *
 * @param name behind {@code @db.}
 * @param scalars the scalar types it may stand behind
 * @param required how many arguments it must have
 * @param bounds of each argument it may have, in order
 */
public record NativeTypeRule(
    String name, Set<ScalarType> scalars, int required, List<Bounds> bounds) {

  /**
   * What an argument may be.
   *
   * @param least the smallest
   * @param most the largest
   */
  public record Bounds(int least, int most) {}

  /** Copies the collections. */
  public NativeTypeRule {
    scalars = Set.copyOf(scalars);
    bounds = List.copyOf(bounds);
  }
}
