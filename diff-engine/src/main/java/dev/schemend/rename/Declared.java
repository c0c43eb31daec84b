package dev.schemend.rename;

import dev.schemend.name.ObjectRef;
import dev.schemend.plan.RenameDecision;
import java.util.Objects;
import java.util.Optional;

/**
 * A written word about what became of something.
 *
 * @param from its old name; a part of a table may be named with the table's old or new name
 * @param to its new name; empty where it was dropped for good
 * @param source what kind of text says so
 * @param where the place in it
 */
public record Declared(
    ObjectRef from, Optional<ObjectRef> to, RenameDecision.Source source, String where) {

  /** Rejects null parts, and kinds that change with the name. */
  public Declared {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(where, "where");
    if (to.filter(name -> name.kind() != from.kind()).isPresent()) {
      throw new IllegalArgumentException("a rename keeps the kind: " + from + " to " + to);
    }
  }

  RenameDecision decision() {
    return new RenameDecision(to, source, where);
  }
}
