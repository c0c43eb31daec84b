package dev.schemend.parser.prisma;

import dev.schemend.source.SourceSpan;
import java.util.Objects;

/**
 * A name as it is written, and where.
 *
 * @param text its characters
 * @param span its place
 */
public record Name(String text, SourceSpan span) {

  /** Rejects null parts. */
  public Name {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(span, "span");
  }

  @Override
  public String toString() {
    return text;
  }
}
