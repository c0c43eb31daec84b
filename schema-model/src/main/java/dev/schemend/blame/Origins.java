package dev.schemend.blame;

import dev.schemend.collect.PersistentSortedMap.Edit;
import dev.schemend.model.Column;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Table;
import dev.schemend.name.ObjectRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which of the objects that a statement brings are old ones under another name. A statement renames
 * or moves some object, or it makes and drops some: none does both with objects of one kind.
 */
final class Origins {

  private final List<Edit<ObjectRef, SchemaObject>> edits;
  private final boolean written;
  private final Map<ObjectRef, ObjectRef> found = new HashMap<>();

  private Origins(List<Edit<ObjectRef, SchemaObject>> edits, boolean written) {
    this.edits = edits;
    this.written = written;
  }

  /**
   * The old references by the new ones.
   *
   * @param written whether the edits are of one statement; a block of code may hold many, and there
   *     a table is taken for another only where it has the same columns
   */
  static Map<ObjectRef, ObjectRef> of(
      List<Edit<ObjectRef, SchemaObject>> edits, Renamings renamings, boolean written) {
    Origins origins = new Origins(edits, written);
    List<ObjectRef> edited = edits.stream().map(Edit::key).toList();
    renamings.origins(edited).forEach(origins::note);
    if (renamings.tables().isEmpty()) {
      origins.pair();
    }
    return origins.found;
  }

  /** A name that is only passed through on the way is nobody's in either schema. */
  private void note(ObjectRef now, ObjectRef before) {
    if (value(now).flatMap(Edit::after).isPresent()
        && value(before).flatMap(Edit::before).isPresent()
        && !now.equals(before)) {
      found.put(now, before);
    }
  }

  private Optional<Edit<ObjectRef, SchemaObject>> value(ObjectRef ref) {
    return edits.stream().filter(edit -> edit.key().equals(ref)).findFirst();
  }

  private void pair() {
    List<Edit<ObjectRef, SchemaObject>> gone = new ArrayList<>();
    List<Edit<ObjectRef, SchemaObject>> come = new ArrayList<>();
    for (Edit<ObjectRef, SchemaObject> edit : edits) {
      if (edit.after().isEmpty()) {
        gone.add(edit);
      } else if (edit.before().isEmpty()) {
        come.add(edit);
      }
    }
    for (Edit<ObjectRef, SchemaObject> one : come) {
      List<Edit<ObjectRef, SchemaObject>> same =
          gone.stream().filter(other -> mayBe(other, one)).toList();
      same.stream()
          .filter(other -> ownName(other.key(), one.key()))
          .findFirst()
          .or(() -> same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty())
          .ifPresent(
              other -> {
                found.put(one.key(), other.key());
                gone.remove(other);
              });
    }
  }

  /** The same name in another schema, or on another table. */
  private static boolean ownName(ObjectRef one, ObjectRef other) {
    return one.member().isNone()
        ? one.name().name().equals(other.name().name())
        : one.member().equals(other.member());
  }

  private boolean mayBe(Edit<ObjectRef, SchemaObject> old, Edit<ObjectRef, SchemaObject> now) {
    if (old.key().kind() != now.key().kind()) {
      return false;
    }
    return written || haveTheSameColumns(old, now);
  }

  private static boolean haveTheSameColumns(
      Edit<ObjectRef, SchemaObject> old, Edit<ObjectRef, SchemaObject> now) {
    return old.before().orElseThrow() instanceof Table before
        && now.after().orElseThrow() instanceof Table after
        && names(before).equals(names(after));
  }

  private static List<?> names(Table table) {
    return table.columns().stream().map(Column::name).toList();
  }
}
