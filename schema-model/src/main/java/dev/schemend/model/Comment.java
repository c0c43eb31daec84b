package dev.schemend.model;

import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import java.util.Objects;

/**
 * A comment on something that does not hold its comment itself: on anything but a table and its
 * columns.
 *
 * @param on what it is about
 * @param text never empty
 */
public record Comment(ObjectRef on, String text) implements SchemaObject {

  /** Rejects null parts. */
  public Comment {
    Objects.requireNonNull(on, "on");
    Objects.requireNonNull(text, "text");
  }

  /** The reference of a comment on that object. */
  public static ObjectRef refOn(ObjectRef on) {
    return new ObjectRef(
        ObjectKind.COMMENT, on.name(), Identifier.of(on.kind().words() + " " + on.member()));
  }

  @Override
  public ObjectRef ref() {
    return refOn(on);
  }
}
