package dev.schemend.planning.prisma;

/** What Prisma makes of the condition of a partial index. */
public enum PartialIndexes {
  /** It is compared (the preview feature {@code partialIndexes}). */
  COMPARED,
  /** The index counts as one without a condition (engines since 7.4). */
  SEEN_WHOLE,
  /** The index is passed over (engines before). */
  PASSED_OVER
}
