package dev.schemend.model;

import dev.schemend.name.ObjectRef;
import java.util.Collection;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An object that is carried, not understood: it has identity, its author's text and the names it
 * may depend on. It takes part in order and presence; it is never dropped or recreated unless asked
 * (architecture, section 4).
 *
 * @param ref kind and name
 * @param text the statement that made it, or the server's text of it
 * @param dependsOn what its text may read: an over-estimate, never an under-estimate
 */
public record OpaqueObject(ObjectRef ref, String text, SortedSet<ObjectRef> dependsOn)
    implements SchemaObject {

  /** Copies the dependencies. */
  public OpaqueObject {
    Objects.requireNonNull(ref, "ref");
    Objects.requireNonNull(text, "text");
    dependsOn = Collections.unmodifiableSortedSet(new TreeSet<>(dependsOn));
  }

  /** An opaque object from any collection of dependencies. */
  public static OpaqueObject of(ObjectRef ref, String text, Collection<ObjectRef> dependsOn) {
    return new OpaqueObject(ref, text, new TreeSet<>(dependsOn));
  }
}
