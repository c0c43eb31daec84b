package dev.schemend.planning.postgres;

import dev.schemend.apply.ColumnUses;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.NotNull;
import dev.schemend.model.Table;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.TableDifference.ColumnAltered;
import dev.schemend.plan.TableDifference.ColumnAspect;
import dev.schemend.planning.Job;
import dev.schemend.planning.TableEdit;
import java.util.List;
import java.util.Optional;

/** What must be made anew in parents and heirs together, and what needs no statement of its own. */
final class FamilyEdits {

  private final Job job;
  private final Descent descent;
  private final Detours detours;

  FamilyEdits(Job job, Descent descent, Detours detours) {
    this.job = job;
    this.descent = descent;
    this.detours = detours;
  }

  /** Finds it, before any step is written. */
  void prepare() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (TableEdit edit : job.edits().all()) {
        // Both, whatever the first finds.
        changed |= withParents(edit);
        changed |= withHeirs(edit);
      }
    }
    job.edits().all().forEach(this::settleAttachments);
    job.edits().all().forEach(this::keepNullability);
  }

  // Before 18 what is said of NULL reaches all heirs, those that have another word on it too.
  private void keepNullability(TableEdit edit) {
    for (ColumnAltered altered : edit.alteredColumns()) {
      boolean nullable = altered.to().nullable();
      if (!altered.aspects().contains(ColumnAspect.NULLABILITY)
          || !descent.handsDown(edit, altered)) {
        continue;
      }
      for (Table heir : descent.stayingHeirs(edit.from())) {
        heir.column(altered.from().name())
            .filter(column -> column.nullable() != nullable)
            .filter(column -> column.postgres().notNull().filter(NotNull::local).isEmpty())
            .ifPresent(column -> keepNullability(heir.name(), column));
      }
    }
  }

  private void keepNullability(ObjectName heir, Column column) {
    job.edits()
        .of(heir)
        .filter(
            edit ->
                edit.to()
                    .column(column.name())
                    .filter(wanted -> wanted.nullable() == column.nullable())
                    .isPresent())
        .filter(edit -> edit.altered(column.name()).isEmpty())
        .ifPresent(edit -> edit.turnNullability(column));
  }

  // An index or key that is attached goes with its parent's only.
  private boolean withParents(TableEdit edit) {
    boolean changed = false;
    for (TableEdit parent : descent.parents(edit).toList()) {
      for (Index index : List.copyOf(edit.droppedIndexes())) {
        Optional<Index> held =
            index.postgres().attachedTo().flatMap(name -> parent.from().index(name));
        if (held.isPresent() && !parent.drops(held.get()) && !onlyFollowsName(edit, index)) {
          parent.recreate(held.get());
          changed = true;
        }
      }
      for (Constraint key : List.copyOf(edit.droppedConstraints())) {
        Optional<Constraint> held =
            key.attachedTo().flatMap(name -> parent.from().constraint(name));
        if (held.isPresent() && !parent.drops(held.get()) && !onlyFollowsName(edit, key)) {
          parent.recreate(held.get());
          changed = true;
        }
        Optional<Index> under = key.attachedTo().flatMap(name -> parent.from().index(name));
        if (under.isPresent() && !parent.drops(under.get()) && !onlyFollowsName(edit, key)) {
          changed |= recreate(parent, under.get());
        }
      }
    }
    return changed;
  }

  private boolean withHeirs(TableEdit edit) {
    boolean changed = false;
    for (Table heir : Descent.heirs(job.transition().from(), edit.from())) {
      Optional<TableEdit> child = job.edits().of(heir.name());
      if (child.isEmpty() || Descent.detaches(child.get())) {
        continue;
      }
      for (Index index : heir.indexes()) {
        boolean goes =
            index
                .postgres()
                .attachedTo()
                .flatMap(name -> edit.from().index(name))
                .filter(one -> goes(edit, one))
                .isPresent();
        if (goes && !child.get().drops(index) && Descent.stays(child.get(), index)) {
          child.get().recreate(index);
          changed = true;
        }
      }
      for (Constraint key : heir.constraints()) {
        boolean goes =
            key.attachedTo()
                    .flatMap(name -> edit.from().constraint(name))
                    .filter(one -> goes(edit, one))
                    .isPresent()
                || key.attachedTo()
                    .flatMap(name -> edit.from().index(name))
                    .filter(one -> goes(edit, one))
                    .isPresent();
        if (goes && !child.get().drops(key) && Descent.stays(child.get(), key)) {
          child.get().recreate(key);
          changed = true;
        }
      }
    }
    return changed;
  }

  private static boolean recreate(TableEdit edit, Index index) {
    if (!Descent.stays(edit, index)) {
      return false;
    }
    edit.recreate(index);
    return true;
  }

  private static boolean onlyFollowsName(TableEdit edit, Index index) {
    return edit.successor(index)
        .filter(after -> after.postgres().attachedTo().isPresent())
        .filter(after -> Descent.alone(after).equals(Descent.alone(index)))
        .isPresent();
  }

  private static boolean onlyFollowsName(TableEdit edit, Constraint constraint) {
    return edit.successor(constraint)
        .filter(after -> after.attachedTo().isPresent())
        .filter(after -> Descent.alone(after).equals(Descent.alone(constraint)))
        .isPresent();
  }

  // What is one and the same but for what it is attached to, is attached, or follows a name, or is
  // let go of with its table.
  private void settleAttachments(TableEdit edit) {
    for (Index index : List.copyOf(edit.droppedIndexes())) {
      if (isSettled(edit, index)) {
        edit.settle(index);
      }
    }
    for (Constraint constraint : List.copyOf(edit.droppedConstraints())) {
      if (isSettled(edit, constraint)) {
        edit.settle(constraint);
      }
    }
  }

  private boolean isSettled(TableEdit edit, Index index) {
    return edit.successor(index)
            .filter(
                after -> !after.equals(index) && Descent.alone(after).equals(Descent.alone(index)))
            .isPresent()
        && ColumnUses.in(index).stream().noneMatch(edit::drops)
        && !descent.goesWithParent(edit, index);
  }

  private boolean isSettled(TableEdit edit, Constraint constraint) {
    return !detours.isDroppedEarly(ObjectRef.constraint(edit.from().name(), constraint.name()))
        && edit.successor(constraint)
            .filter(
                after ->
                    !after.equals(constraint)
                        && Descent.alone(after).equals(Descent.alone(constraint)))
            .isPresent()
        && ColumnUses.in(constraint).stream().noneMatch(edit::drops)
        && !descent.goesWithParent(edit, constraint);
  }

  private boolean goes(TableEdit edit, Index index) {
    return edit.drops(index) && !isSettled(edit, index);
  }

  private boolean goes(TableEdit edit, Constraint constraint) {
    return edit.drops(constraint) && !isSettled(edit, constraint);
  }
}
