package dev.schemend.planning.postgres;

import dev.schemend.apply.ColumnUses;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.TableAction;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.References;
import dev.schemend.model.Table;
import dev.schemend.model.TableOptions;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.StepLabel;
import dev.schemend.plan.TableDifference;
import dev.schemend.plan.TableDifference.ColumnAltered;
import dev.schemend.planning.Columns;
import dev.schemend.planning.Job;
import dev.schemend.planning.PlannedStep;
import dev.schemend.planning.TableEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Tables that stay: one {@code ALTER TABLE} with the steps that must stand around it. */
final class TableAlteration {

  private final Job job;

  private final Descent descent;
  private final TypedTies ties;
  private final InheritedColumns inherited;
  private final Attachments attachments;

  private final ColumnChanges columnChanges;

  TableAlteration(Job job, Descent descent, TypedTies ties) {
    this.job = job;
    this.ties = ties;
    this.descent = descent;
    this.inherited = new InheritedColumns(job);
    this.attachments = new Attachments(job);
    this.columnChanges = new ColumnChanges(job.dialect(), job.transition().to());
  }

  void draft(TableEdit edit, Sequences sequences, Detours detours) {
    ObjectName table = edit.from().name();
    attachments.exchange(edit);
    attachments.release(edit, descent);
    List<TableAction> inPlace = settleInPlace(edit);
    TableSettings.detaching(edit).ifPresent(job.out()::add);
    TableSettings.leaving(edit).ifPresent(job.out()::add);
    for (Constraint constraint : edit.droppedConstraints()) {
      if (constraint instanceof Constraint.ForeignKey key && !descent.goesWithParent(edit, key)) {
        job.out().add(PostgresPlanRules.dropForeignKey(table, key, detours));
      }
    }
    for (Index index : edit.droppedIndexes()) {
      if (!descent.goesWithParent(edit, index)) {
        job.out().add(IndexAlteration.drop(job.transition().from(), table, index, detours));
      }
    }
    alter(edit, sequences, detours, inPlace);
    IndexAlteration indexes = new IndexAlteration(job, attachments);
    for (Index index : edit.addedIndexes()) {
      boolean partial = attachments.isPartial(edit.to(), index);
      PlannedStep step =
          indexes
              .create(edit, index, partial || descent.hasHeirs(edit.from()))
              .needing(detours.needs(edit))
              .needing(twinsBefore(edit, index))
              .making(detours.displaced(edit));
      if (Descent.attaches(edit) && attachments.competes(edit.to(), index)) {
        step =
            step.at(StepLabel.ADD_FOREIGN_KEY)
                .needing(
                    Set.of(
                        Names.partition(Descent.lineage(edit.to()).parents().getFirst(), table)));
      }
      job.out()
          .add(
              partial
                  ? step.at(StepLabel.ADD_FOREIGN_KEY).needing(attachments.allPartitions(edit.to()))
                  : step);
    }
    indexes.attach(edit);
    for (TableDifference.IndexRenamed renamed : edit.renamedIndexes()) {
      job.out().add(IndexAlteration.rename(table, renamed));
    }
    for (Constraint constraint : edit.addedConstraints()) {
      if (constraint instanceof Constraint.ForeignKey key && key.postgres().local()) {
        job.out().add(TableCreation.addForeignKey(table, key));
      } else if (constraint instanceof Constraint.ForeignKey key
          && descent.comesWithParent(edit, key)) {
        new HandedDownKeys(job.transition().to()).naming(edit.to(), key).ifPresent(job.out()::add);
      }
    }
    if (Descent.attaches(edit)) {
      job.transition()
          .to()
          .table(Descent.lineage(edit.to()).parents().getFirst())
          .ifPresent(
              parent -> job.out().add(TableSettings.attaching(attachments, edit.to(), parent)));
    }
    new TableSettings(job).mentions(edit.to(), Optional.of(edit)).ifPresent(job.out()::add);
    comments(edit).ifPresent(job.out()::add);
    new MemberComments(job).again(edit);
  }

  // Constraints that the server can change without making them anew.
  private static List<TableAction> settleInPlace(TableEdit edit) {
    List<TableAction> actions = new ArrayList<>();
    for (Constraint dropped : List.copyOf(edit.droppedConstraints())) {
      Optional<TableAction> action =
          edit.successor(dropped).flatMap(added -> ConstraintChanges.inPlace(dropped, added));
      if (action.isPresent()) {
        actions.add(action.get());
        edit.settle(dropped);
      }
    }
    return actions;
  }

  private void alter(
      TableEdit edit, Sequences sequences, Detours detours, List<TableAction> inPlace) {
    ObjectName table = edit.from().name();
    Alteration alteration = new Alteration(table, descent.hasHeirs(edit.from()));
    alteration.actions().addAll(ties.untyped(edit));
    alteration.flush();
    renames(edit, alteration);
    yieldNames(edit);
    List<TableAction> ahead =
        remaining(edit).stream().flatMap(altered -> columnChanges.ahead(altered).stream()).toList();
    alteration.actions().addAll(ahead);
    alteration.own().addAll(TableSettings.identityAhead(edit));
    alteration.flush();
    Counters counters = new Counters(job);
    remaining(edit).stream()
        .flatMap(altered -> counters.ahead(table, altered).stream())
        .forEach(alteration.statements()::add);
    ColumnAlteration columns = new ColumnAlteration(job, descent, inherited);
    columns.makeWay(edit, remaining(edit), alteration);
    drops(edit, sequences, detours, columns, alteration);
    remaining(edit).stream()
        .filter(columnChanges::changesType)
        .forEach(altered -> alteration.frees().add(Names.read(table, altered.from().name())));
    columns.draft(edit, remaining(edit), sequences, alteration);
    List<TableAction> settings = new TableSettings(job).actions(edit);
    if (settings.stream().anyMatch(TableSettings::isOfToast)) {
      alteration.flush();
    }
    alteration.actions().addAll(settings);
    alteration.actions().addAll(ties.typed(edit));
    constraints(edit, alteration);
    inPlace.stream().filter(action -> !follows(edit, action)).forEach(alteration.actions()::add);
    alteration.flush();
    join(edit, alteration);
    alteration.statements().addAll(StorageChanges.of(edit));
    alteration.statements().addAll(sequences.ownerships(table));
    remaining(edit).stream()
        .flatMap(altered -> counters.continued(table, altered).stream())
        .forEach(alteration.statements()::add);
    Set<ObjectRef> needs = new TreeSet<>(needs(edit));
    needs.addAll(detours.needs(edit));
    needs.addAll(ties.needs(edit));
    needs.addAll(rebuiltBefore(edit));
    for (Attachment attachment : attachments.of(edit)) {
      if (edit.to().constraint(attachment.member()).isPresent()) {
        alteration.statements().add(Attachments.statement(attachment));
        needs.add(attachment.parentName());
      }
    }
    if (!alteration.statements().isEmpty()) {
      // A table is changed behind those that it inherits from.
      Descent.ancestors(job.transition().to(), edit.to())
          .forEach(ancestor -> needs.add(ObjectRef.table(ancestor)));
      alteration.makes().add(edit.from().ref());
      alteration.makes().addAll(detours.displaced(edit));
      job.out()
          .add(
              PlannedStep.of(
                      Steps.step(StepLabel.ALTER_TABLE, alteration.statements()), edit.from().ref())
                  .freeing(alteration.frees())
                  .making(alteration.makes())
                  .needing(needs)
                  .releasing(forsaken(edit)));
    }
  }

  // Sequences that defaults draw from no more: another table may be about to drop them. What comes
  // with a change of the parent lets go of nothing by itself.
  private Set<ObjectRef> forsaken(TableEdit edit) {
    List<Column> columns = new ArrayList<>();
    edit.droppedColumns().stream()
        .filter(column -> !inherited.goesWithParent(edit, column))
        .forEach(columns::add);
    edit.alteredColumns().stream()
        .flatMap(altered -> inherited.remaining(edit, altered).stream())
        .filter(altered -> !altered.from().defaultValue().equals(altered.to().defaultValue()))
        .forEach(altered -> columns.add(altered.from()));
    Set<ObjectRef> sequences = new TreeSet<>();
    for (Column column : columns) {
      SortedSet<ObjectRef> mentioned = new TreeSet<>();
      column.defaultValue().ifPresent(value -> References.expression(value, mentioned));
      mentioned.removeIf(ref -> ref.kind() != ObjectKind.SEQUENCE);
      sequences.addAll(mentioned);
    }
    return sequences;
  }

  private List<ColumnAltered> remaining(TableEdit edit) {
    return edit.alteredColumns().stream()
        .flatMap(altered -> inherited.remaining(edit, altered).stream())
        .map(
            altered ->
                columnChanges.yieldsTo(altered, job.transition().from()).isEmpty()
                    ? altered
                    : new ColumnAltered(
                        altered.from().withGeneration(Optional.empty()),
                        altered.to(),
                        altered.aspects()))
        .toList();
  }

  // The sequence behind an identity has the name that a serial column's would have.
  private void yieldNames(TableEdit edit) {
    for (ColumnAltered altered : edit.alteredColumns()) {
      Set<ObjectRef> sequences = columnChanges.yieldsTo(altered, job.transition().from());
      if (!sequences.isEmpty()) {
        job.out()
            .add(
                PlannedStep.of(
                        Steps.step(
                            StepLabel.ALTER_TABLE,
                            new DdlStatement.AlterTable(
                                edit.from().name(),
                                false,
                                List.of(
                                    new TableAction.DropIdentity(altered.from().name(), false)))),
                        edit.from().ref())
                    .at(StepLabel.CREATE_SEQUENCE)
                    .freeing(sequences));
      }
    }
  }

  // What is done in place to a check reaches the heirs.
  private boolean follows(TableEdit edit, TableAction action) {
    return action instanceof TableAction.ValidateConstraint validate
        && edit.from()
            .constraint(validate.constraint())
            .filter(one -> isInherited(edit, one))
            .isPresent();
  }

  private static boolean isInherited(TableEdit edit, Constraint constraint) {
    return switch (constraint) {
      case Constraint.ForeignKey key -> !key.postgres().local();
      case Constraint.Check check ->
          !check.local() && !Descent.lineage(edit.to()).parents().isEmpty();
      case Constraint.PrimaryKey key -> false;
      case Constraint.Unique key -> false;
      case Constraint.Exclusion exclusion -> false;
    };
  }

  private void drops(
      TableEdit edit,
      Sequences sequences,
      Detours detours,
      ColumnAlteration columns,
      Alteration alteration) {
    ObjectName table = edit.from().name();
    Set<Identifier> goAhead = columns.droppedAhead(edit);
    List<TableAction> ahead = new ArrayList<>();
    Set<ObjectRef> freedAhead = new TreeSet<>();
    for (Constraint constraint : edit.droppedConstraints()) {
      if (constraint instanceof Constraint.ForeignKey
          || descent.goesWithParent(edit, constraint)
          || detours.isDroppedEarly(ObjectRef.constraint(table, constraint.name()))) {
        continue;
      }
      boolean first = ColumnUses.in(constraint).stream().anyMatch(goAhead::contains);
      (first ? ahead : alteration.actions())
          .add(new TableAction.DropConstraint(constraint.name(), false, DropBehavior.RESTRICT));
      (first ? freedAhead : alteration.frees()).addAll(Names.occupied(table, constraint));
    }
    for (Column column : Columns.toDrop(edit.droppedColumns())) {
      if (inherited.goesWithParent(edit, column)) {
        continue;
      }
      if (!detours.isDroppedEarly(ObjectRef.column(table, column.name()))) {
        List<TableAction> place =
            goAhead.contains(column.name())
                ? ahead
                : inherited.isKeptByHeirs(edit, column) ? alteration.own() : alteration.actions();
        place.add(new TableAction.DropColumn(column.name(), false, DropBehavior.RESTRICT));
        (goAhead.contains(column.name()) ? freedAhead : alteration.frees())
            .add(Names.read(table, column.name()));
      }
      alteration.frees().addAll(sequences.freed(table, column));
    }
    columns.dropAhead(edit, ahead, freedAhead);
  }

  private Set<ObjectRef> twinsBefore(TableEdit edit, Index index) {
    return Descent.attaches(edit) ? attachments.twinsBefore(edit.to(), index) : Set.of();
  }

  private void join(TableEdit edit, Alteration alteration) {
    List<Identifier> required = new TableSettings(job).requiredToJoin(edit);
    required.forEach(column -> alteration.actions().add(new TableAction.SetNotNull(column)));
    alteration.flush();
    alteration.actions().addAll(TableSettings.joined(edit));
    alteration.flush();
    required.forEach(column -> alteration.actions().add(new TableAction.DropNotNull(column)));
    alteration.flush();
  }

  private void constraints(TableEdit edit, Alteration alteration) {
    ObjectName table = edit.from().name();
    List<Constraint> added = new ArrayList<>(edit.addedConstraints());
    if (Descent.attaches(edit)) {
      added.sort(attachments.inTurn(edit.to()));
    }
    for (Constraint constraint : added) {
      boolean merges =
          constraint instanceof Constraint.Check check
              && check.local()
              && !Descent.lineage(edit.to()).isPartition();
      if (constraint instanceof Constraint.ForeignKey
          || (descent.comesWithParent(edit, constraint) && !merges)) {
        continue;
      }
      boolean key = !Names.occupied(table, constraint).isEmpty();
      (key ? alteration.own() : alteration.actions())
          .add(new TableAction.AddConstraint(Descent.alone(constraint), false));
      alteration.makes().addAll(Names.occupied(table, constraint));
    }
  }

  // Types and sequences of columns that are added or changed, and what new conditions call.
  static Set<ObjectRef> needs(TableEdit edit) {
    List<Column> columns = new ArrayList<>(edit.addedColumns());
    edit.alteredColumns().forEach(altered -> columns.add(altered.to()));
    List<Constraint> conditions =
        edit.addedConstraints().stream()
            .filter(constraint -> !(constraint instanceof Constraint.ForeignKey))
            .toList();
    Table used = new Table(edit.to().name(), columns, conditions, List.of(), TableOptions.NONE);
    return References.of(used);
  }

  // Labels that change do so in all columns that have them so far.
  private Set<ObjectRef> rebuiltBefore(TableEdit edit) {
    List<Column> columns = new ArrayList<>(edit.droppedColumns());
    edit.alteredColumns().forEach(altered -> columns.add(altered.from()));
    Table used = new Table(edit.from().name(), columns, List.of(), List.of(), TableOptions.NONE);
    return References.of(used).stream()
        .filter(ref -> ref.kind() == ObjectKind.ENUM_TYPE && job.transition().to().has(ref))
        .collect(Collectors.toSet());
  }

  // A rename stands alone in its ALTER TABLE (manual, ALTER TABLE), ahead of what uses new names.
  private void renames(TableEdit edit, Alteration alteration) {
    ObjectName table = edit.from().name();
    for (TableDifference.ColumnRenamed renamed : edit.renamedColumns()) {
      alteration.actions().add(new TableAction.RenameColumn(renamed.from(), renamed.to()));
      alteration.flush();
    }
    for (TableDifference.ConstraintRenamed renamed : edit.renamedConstraints()) {
      if (!descent.renamedWithParent(edit, renamed.from())) {
        alteration
            .actions()
            .add(new TableAction.RenameConstraint(renamed.from().name(), renamed.to().name()));
        alteration.flush();
      }
      alteration.frees().addAll(Names.occupied(table, renamed.from()));
      alteration.makes().addAll(Names.occupied(table, renamed.to()));
    }
  }

  // A comment goes with its column, so a column made anew starts without one.
  private static Optional<PlannedStep> comments(TableEdit edit) {
    Table before = edit.from();
    List<Column> kept =
        before.columns().stream().filter(column -> !edit.drops(column.name())).toList();
    return TableCreation.comments(before.withColumns(kept), edit.to());
  }
}
