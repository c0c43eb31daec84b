package dev.schemend.model;

import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Whose an object is and who may do what with it. In a schema only where rights are asked for: it
 * lives beside the object as a comment does, follows its renames and goes with it.
 *
 * <p>What the server leaves unsaid for an object that nothing was granted on (a null {@code
 * aclitem[]}) is said here.
 *
 * @param on an object, or a column of a table
 * @param owner empty for a column, whose owner is its table's
 * @param grants all privileges, the owner's own too
 */
public record Rights(ObjectRef on, Optional<Role> owner, SortedSet<Grant> grants)
    implements AccessObject {

  /** Copies the grants. */
  public Rights {
    Objects.requireNonNull(on, "on");
    Objects.requireNonNull(owner, "owner");
    grants = Collections.unmodifiableSortedSet(new TreeSet<>(grants));
  }

  /** The reference of the rights on that object. */
  public static ObjectRef refOn(ObjectRef on) {
    return new ObjectRef(
        ObjectKind.RIGHTS,
        on.name(),
        Identifier.of((on.kind().words() + " " + on.member()).strip()));
  }

  /** The same owner with other privileges on it. */
  public Rights withGrants(SortedSet<Grant> newGrants) {
    return new Rights(on, owner, newGrants);
  }

  /** The same on another object, or on the same under another name. */
  public Rights withOn(ObjectRef newOn) {
    return new Rights(newOn, owner, grants);
  }

  @Override
  public ObjectRef ref() {
    return refOn(on);
  }
}
