package dev.schemend.model;

import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.Objects;
import java.util.Optional;

/**
 * A sequence generator.
 *
 * @param name its name
 * @param options what differs from the server's defaults
 * @param ownedBy the column it is dropped with ({@code OWNED BY}), member kind {@code COLUMN}
 */
public record Sequence(ObjectName name, SequenceOptions options, Optional<ObjectRef> ownedBy)
    implements SchemaObject {

  /** Rejects an owner that is not a column. */
  public Sequence {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(options, "options");
    if (ownedBy.isPresent() && ownedBy.get().kind() != ObjectKind.COLUMN) {
      throw new IllegalArgumentException(
          "a sequence is owned by a column, not by " + ownedBy.get());
    }
  }

  @Override
  public ObjectRef ref() {
    return ObjectRef.to(ObjectKind.SEQUENCE, name);
  }
}
