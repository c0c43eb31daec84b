package dev.schemend.parser.annotation;

import dev.schemend.name.ObjectRef;
import dev.schemend.source.SourceSpan;
import java.util.Objects;
import java.util.Optional;

/**
 * {@code -- schemend:rename from=old} above something in a script: what stands below it was called
 * otherwise before.
 *
 * @param from the old name as written; it may be quoted, and name a schema
 * @param subject what stands below, as the script names it; empty where nothing does that could
 *     have had another name
 * @param span where the annotation stands
 */
public record RenameAnnotation(String from, Optional<ObjectRef> subject, SourceSpan span) {

  /** Rejects null parts. */
  public RenameAnnotation {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(span, "span");
  }
}
