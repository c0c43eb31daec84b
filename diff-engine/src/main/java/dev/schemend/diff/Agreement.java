package dev.schemend.diff;

import dev.schemend.model.Schema;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Change;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How far two readings of one schema agree, object by object. The order of columns counts: two
 * readings of one table have no reason to differ in it.
 *
 * @param compared how many objects either reading has, history tables left out
 * @param different those that differ, or that only one reading has
 * @param unproven those of which neither could be shown
 * @param changes what differs, from the first reading to the second
 */
public record Agreement(
    int compared,
    SortedSet<ObjectRef> different,
    SortedSet<ObjectRef> unproven,
    List<Change> changes) {

  /** Copies the collections. */
  public Agreement {
    different = Collections.unmodifiableSortedSet(new TreeSet<>(different));
    unproven = Collections.unmodifiableSortedSet(new TreeSet<>(unproven));
    changes = List.copyOf(changes);
  }

  /** Compares two readings, without the tables that {@code policy} hides. */
  public static Agreement of(
      SchemaDiffer differ, ChangePolicy policy, Schema first, Schema second) {
    Schema one = policy.visible(first);
    Schema other = policy.visible(second);
    SortedSet<ObjectRef> all = new TreeSet<>();
    one.objects().keys().forEach(all::add);
    other.objects().keys().forEach(all::add);
    SortedSet<ObjectRef> different = new TreeSet<>();
    SortedSet<ObjectRef> unproven = new TreeSet<>();
    List<Change> changes = differ.diff(one, other);
    for (Change change : changes) {
      (change instanceof Change.Unproven ? unproven : different).add(objectOf(change.ref()));
    }
    unproven.removeAll(different);
    return new Agreement(all.size(), different, unproven, changes);
  }

  /** The object that a schema holds, where {@code ref} may point at a part of it. */
  private static ObjectRef objectOf(ObjectRef ref) {
    return ref.kind() == ObjectKind.COLUMN
            || ref.kind() == ObjectKind.CONSTRAINT
            || ref.kind() == ObjectKind.INDEX
        ? ObjectRef.table(ref.name())
        : ref;
  }

  /** How many objects are the same in both readings. */
  public int agreeing() {
    return compared - different.size() - unproven.size();
  }

  /** Whether no object differs; some may still be unproven. */
  public boolean holds() {
    return different.isEmpty();
  }
}
