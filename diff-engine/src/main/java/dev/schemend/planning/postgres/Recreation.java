package dev.schemend.planning.postgres;

import dev.schemend.model.Column;
import dev.schemend.model.DefinedObject;
import dev.schemend.model.Extension;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Change;
import dev.schemend.plan.TableDifference;
import dev.schemend.planning.Job;
import dev.schemend.planning.TableEdit;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The objects that must be dropped and made anew: those that no statement can change, those that
 * read a column which is dropped or gets another type, and whatever depends on either.
 */
final class Recreation {

  private final Schema from;
  private final SortedSet<ObjectRef> members = new TreeSet<>();
  private final Deque<ObjectRef> open = new ArrayDeque<>();

  private Recreation(Schema from) {
    this.from = from;
  }

  static Recreation of(Job job) {
    Recreation recreation = new Recreation(job.transition().from());
    for (Change change : job.changes()) {
      if (change instanceof Change.ObjectAltered altered
          && !InPlace.isPossible(altered.from(), altered.to())) {
        recreation.add(altered.ref());
      } else if (change instanceof Change.Dropped dropped
          && (isRebuilt(dropped.object()) || dropped.object() instanceof Table)) {
        recreation.dependants(dropped.ref());
      }
    }
    for (TableEdit edit : job.edits().all()) {
      ObjectName table = edit.from().name();
      for (Identifier column : changed(edit)) {
        recreation.dependants(ObjectRef.column(table, column));
      }
    }
    recreation.close();
    return recreation;
  }

  private static Collection<Identifier> changed(TableEdit edit) {
    SortedSet<Identifier> columns = new TreeSet<>();
    edit.droppedColumns().stream().map(Column::name).forEach(columns::add);
    edit.alteredColumns().stream()
        .filter(altered -> !altered.from().type().equals(altered.to().type()))
        .map(TableDifference.ColumnAltered::from)
        .map(Column::name)
        .forEach(columns::add);
    return columns;
  }

  private void add(ObjectRef ref) {
    if (isRebuilt(from.get(ref).orElseThrow()) && members.add(ref)) {
      open.push(ref);
    }
  }

  // A routine is meant by calls that name no types.
  private void dependants(ObjectRef ref) {
    from.dependants(ref).forEach(this::add);
    if (ref.kind() == ObjectKind.ROUTINE && !ref.member().isNone()) {
      from.dependants(ObjectRef.to(ref.kind(), ref.name())).forEach(this::add);
    }
  }

  private void close() {
    while (!open.isEmpty()) {
      dependants(open.pop());
    }
  }

  private static boolean isRebuilt(SchemaObject object) {
    return object instanceof DefinedObject && !(object instanceof Extension);
  }

  boolean has(ObjectRef ref) {
    return members.contains(ref);
  }

  List<ObjectRef> members() {
    return List.copyOf(members);
  }
}
