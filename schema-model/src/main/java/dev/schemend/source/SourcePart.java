package dev.schemend.source;

import java.util.Objects;

/**
 * A stretch of a {@link SourceText} that was put together, up to where the next one starts.
 *
 * @param start its offset there
 * @param origin the text that was read whole, which it comes from
 * @param originStart where it begins in that text
 * @param written whether it is what is written there, character by character; else it stands for
 *     what is written at {@code originStart}, as the value of a variable does
 */
record SourcePart(int start, SourceText origin, int originStart, boolean written) {

  /** Rejects null. */
  SourcePart {
    Objects.requireNonNull(origin, "origin");
  }

  /** Offset in the origin of what stands at {@code offset}. */
  int originOffset(int offset) {
    int inside = written ? originStart + offset - start : originStart;
    return Math.min(inside, origin.text().length());
  }

  /** Where a person finds what stands at {@code offset}. */
  SourceSpan place(int offset) {
    int inside = originOffset(offset);
    return origin.span(inside, inside);
  }
}
