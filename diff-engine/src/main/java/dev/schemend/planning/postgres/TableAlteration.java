package dev.schemend.planning.postgres;

import dev.schemend.apply.ColumnUses;
import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.ColumnPosition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.IndexAction;
import dev.schemend.ddl.TableAction;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Generation;
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
import java.util.stream.Stream;

/** Tables that stay: one {@code ALTER TABLE} with the steps that must stand around it. */
final class TableAlteration {

  private final Job job;
  private final Descent descent;
  private final ColumnChanges columnChanges;

  TableAlteration(Job job, Descent descent) {
    this.job = job;
    this.descent = descent;
    this.columnChanges = new ColumnChanges(job.dialect());
  }

  /** Finds the columns that no statement can change in place. */
  void recreateColumns(TableEdit edit) {
    edit.alteredColumns().stream()
        .filter(columnChanges::mustRecreate)
        .map(ColumnAltered::from)
        .toList()
        .forEach(edit::recreate);
    recreateSpreadIndexes(edit);
    // The server refuses to change the type of a column that a generated one is computed from.
    Set<Identifier> moving = new TreeSet<>();
    edit.droppedColumns().forEach(column -> moving.add(column.name()));
    edit.alteredColumns().stream()
        .filter(altered -> columnChanges.changesType(altered))
        .forEach(altered -> moving.add(altered.from().name()));
    edit.from().columns().stream()
        .filter(column -> !edit.drops(column.name()))
        .filter(column -> Columns.sources(column).stream().anyMatch(moving::contains))
        .toList()
        .forEach(edit::recreate);
  }

  // The indexes of partitions get new names when those of the table are made anew with a new type.
  private void recreateSpreadIndexes(TableEdit edit) {
    if (!Descent.lineage(edit.from()).isPartitioned()) {
      return;
    }
    Set<Identifier> moving =
        edit.alteredColumns().stream()
            .filter(columnChanges::changesType)
            .map(altered -> altered.from().name())
            .collect(Collectors.toSet());
    edit.from().indexes().stream()
        .filter(index -> ColumnUses.in(index).stream().anyMatch(moving::contains))
        .filter(index -> Descent.stays(edit, index))
        .forEach(edit::recreate);
    edit.from().constraints().stream()
        .filter(key -> !Names.occupied(edit.from().name(), key).isEmpty())
        .filter(key -> ColumnUses.in(key).stream().anyMatch(moving::contains))
        .filter(key -> Descent.stays(edit, key))
        .forEach(edit::recreate);
  }

  /** A foreign key rests on the types of its columns and on a unique index at its target. */
  boolean mustGo(Constraint.ForeignKey key, TableEdit child, Optional<TableEdit> parent) {
    return key.sourceColumns().stream().anyMatch(column -> moves(child, column))
        || parent
            .filter(
                target ->
                    key.targetColumns().stream().anyMatch(column -> moves(target, column))
                        || losesKey(target, key.targetColumns()))
            .isPresent();
  }

  private boolean moves(TableEdit edit, Identifier column) {
    return edit.drops(column)
        || edit.altered(column).filter(columnChanges::changesType).isPresent();
  }

  private static boolean losesKey(TableEdit target, List<Identifier> columns) {
    Set<Identifier> wanted = Set.copyOf(columns);
    return target.droppedConstraints().stream()
            .filter(constraint -> !Names.occupied(target.from().name(), constraint).isEmpty())
            .anyMatch(constraint -> Set.copyOf(constraint.columns().toList()).equals(wanted))
        || target.droppedIndexes().stream()
            .filter(Index::unique)
            .anyMatch(index -> Set.copyOf(index.columns().toList()).equals(wanted));
  }

  void draft(TableEdit edit, Sequences sequences, Detours detours) {
    ObjectName table = edit.from().name();
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
        job.out().add(dropIndex(table, index, detours));
      }
    }
    alter(edit, sequences, detours, inPlace);
    for (Index index : edit.addedIndexes()) {
      boolean partial = descent.isPartial(edit.to(), index);
      PlannedStep step =
          createIndex(edit, index, partial || descent.hasHeirs(edit.from()))
              .needing(detours.needs(edit));
      if (Descent.attaches(edit) && descent.competes(edit.to(), index)) {
        step =
            step.at(StepLabel.ADD_FOREIGN_KEY)
                .needing(
                    Set.of(
                        Names.partition(Descent.lineage(edit.to()).parents().getFirst(), table)));
      }
      job.out()
          .add(
              partial
                  ? step.at(StepLabel.ADD_FOREIGN_KEY).needing(descent.allPartitions(edit.to()))
                  : step);
    }
    attachIndexes(edit);
    for (TableDifference.IndexRenamed renamed : edit.renamedIndexes()) {
      job.out().add(rename(table, renamed));
    }
    for (Constraint constraint : edit.addedConstraints()) {
      if (constraint instanceof Constraint.ForeignKey key && key.postgres().local()) {
        job.out().add(TableCreation.addForeignKey(table, key));
      }
    }
    if (Descent.attaches(edit)) {
      job.transition()
          .to()
          .table(Descent.lineage(edit.to()).parents().getFirst())
          .ifPresent(parent -> job.out().add(TableSettings.attaching(descent, edit.to(), parent)));
    }
    new TableSettings(job).mentions(edit.to(), Optional.of(edit)).ifPresent(job.out()::add);
    comments(edit).ifPresent(job.out()::add);
    new MemberComments(job).again(edit);
  }

  private PlannedStep createIndex(TableEdit edit, Index index, boolean only) {
    ObjectName table = edit.from().name();
    Optional<Descent.Attachment> attachment =
        descent.attachments(edit).stream()
            .filter(one -> one.member().equals(index.name()))
            .findFirst();
    PlannedStep step =
        TableCreation.createIndex(table, index, only, attachment.map(TableAlteration::attach));
    return attachment.map(one -> step.needing(Set.of(one.parentName()))).orElse(step);
  }

  // Indexes that were there before the ones that they are attached to.
  private void attachIndexes(TableEdit edit) {
    for (Descent.Attachment attachment : descent.attachments(edit)) {
      boolean here =
          edit.to().index(attachment.member()).isPresent()
              && edit.addedIndexes().stream()
                  .noneMatch(index -> index.name().equals(attachment.member()));
      if (here) {
        job.out().add(attaching(edit.to(), attachment));
      }
    }
  }

  static PlannedStep attaching(Table partition, Descent.Attachment attachment) {
    return PlannedStep.of(
            Steps.step(StepLabel.CREATE_INDEX, attach(attachment)),
            ObjectRef.index(partition.name(), attachment.member()))
        .needing(
            Set.of(
                attachment.parentName(),
                Names.partition(attachment.parentTable(), partition.name()),
                Names.index(partition.name(), attachment.member())));
  }

  static DdlStatement attach(Descent.Attachment attachment) {
    return new DdlStatement.AlterIndex(
        attachment.parentTable().sibling(attachment.parent()),
        false,
        new IndexAction.AttachPartition(attachment.partition().sibling(attachment.member())));
  }

  static PlannedStep dropIndex(ObjectName table, Index index, Detours detours) {
    return PlannedStep.of(
            Steps.step(
                StepLabel.DROP_INDEX,
                new DdlStatement.DropIndexes(
                    List.of(table.sibling(index.name())), false, false, DropBehavior.RESTRICT)),
            ObjectRef.index(table, index.name()))
        .freeing(Set.of(Names.index(table, index.name())))
        .releasing(detours.rebuiltIn(table));
  }

  private static PlannedStep rename(ObjectName table, TableDifference.IndexRenamed renamed) {
    Identifier from = renamed.from().name();
    Identifier to = renamed.to().name();
    return PlannedStep.of(
            Steps.step(
                StepLabel.RENAME_INDEX,
                new DdlStatement.RenameIndex(table.sibling(from), to, false)),
            ObjectRef.index(table, from))
        .freeing(Set.of(Names.index(table, from)))
        .making(Set.of(Names.index(table, to)));
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
    makeWay(edit, alteration);
    drops(edit, sequences, detours, alteration);
    columns(edit, sequences, alteration);
    alteration.actions().addAll(new TableSettings(job).actions(edit));
    constraints(edit, alteration);
    inPlace.stream().filter(action -> !follows(edit, action)).forEach(alteration.actions()::add);
    alteration.flush();
    join(edit, alteration);
    alteration.statements().addAll(sequences.ownerships(table));
    remaining(edit).stream()
        .flatMap(altered -> counters.continued(table, altered).stream())
        .forEach(alteration.statements()::add);
    Set<ObjectRef> needs = new TreeSet<>(needs(edit));
    needs.addAll(detours.needs(edit));
    needs.addAll(rebuiltBefore(edit));
    for (Descent.Attachment attachment : descent.attachments(edit)) {
      if (edit.to().constraint(attachment.member()).isPresent()) {
        alteration.statements().add(attach(attachment));
        needs.add(attachment.parentName());
      }
    }
    if (!alteration.statements().isEmpty()) {
      // A table is changed behind those that it inherits from.
      Descent.lineage(edit.to()).parents().forEach(parent -> needs.add(ObjectRef.table(parent)));
      alteration.makes().add(edit.from().ref());
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
        .filter(column -> !descent.goesWithParent(edit, column))
        .forEach(columns::add);
    edit.alteredColumns().stream()
        .flatMap(altered -> descent.remaining(edit, altered).stream())
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
        .flatMap(altered -> descent.remaining(edit, altered).stream())
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

  private void drops(TableEdit edit, Sequences sequences, Detours detours, Alteration alteration) {
    ObjectName table = edit.from().name();
    for (Constraint constraint : edit.droppedConstraints()) {
      boolean here =
          !(constraint instanceof Constraint.ForeignKey)
              && !descent.goesWithParent(edit, constraint)
              && !detours.isDroppedEarly(ObjectRef.constraint(table, constraint.name()));
      if (here) {
        alteration
            .actions()
            .add(new TableAction.DropConstraint(constraint.name(), false, DropBehavior.RESTRICT));
        alteration.frees().addAll(Names.occupied(table, constraint));
      }
    }
    for (Column column : Columns.toDrop(edit.droppedColumns())) {
      if (descent.goesWithParent(edit, column)) {
        continue;
      }
      if (!detours.isDroppedEarly(ObjectRef.column(table, column.name()))) {
        (descent.isKeptByHeirs(edit, column) ? alteration.own() : alteration.actions())
            .add(new TableAction.DropColumn(column.name(), false, DropBehavior.RESTRICT));
      }
      alteration.frees().addAll(sequences.freed(table, column));
    }
  }

  // Defaults of heirs stand in the way of their common type as the table's own does.
  private void makeWay(TableEdit edit, Alteration alteration) {
    if (!descent.hasHeirs(edit.from())) {
      return;
    }
    for (ColumnAltered altered : remaining(edit)) {
      if (columnChanges.changesType(altered)) {
        Identifier column = altered.from().name();
        List<TableAction> drop = List.of(new TableAction.DropDefault(column));
        Stream.concat(Stream.of(edit.from()), descent.stayingHeirs(edit.from()).stream())
            .filter(
                table ->
                    table.column(column).filter(one -> one.defaultValue().isPresent()).isPresent())
            .map(table -> new DdlStatement.AlterTable(table.name(), false, drop, true))
            .forEach(alteration.statements()::add);
      }
    }
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

  private void columns(TableEdit edit, Sequences sequences, Alteration alteration) {
    ObjectName table = edit.from().name();
    for (Column column : Columns.toAdd(inOrder(edit))) {
      Optional<Column> handedDown = descent.comesWithParent(edit, column);
      if (handedDown.isPresent()) {
        if (column.postgres().local() && !edit.drops(column.name())) {
          addAhead(edit, column);
        }
        TableCreation.adjusting(
                handedDown.get(),
                isIdentity(column) && descent.sharesIdentities(Descent.lineage(edit.to()))
                    ? column.withGeneration(Optional.empty())
                    : column)
            .forEach(alteration.own()::add);
        continue;
      }
      addColumn(edit, TableSettings.written(sequences.written(table, column)), alteration);
      alteration.own().addAll(TableSettings.ofNew(column));
      alteration.makes().addAll(sequences.made(table, column));
    }
    for (ColumnAltered altered : remaining(edit)) {
      for (TableAction action : columnChanges.actions(altered)) {
        if (action instanceof TableAction.DropDefault
            && descent.hasHeirs(edit.from())
            && columnChanges.changesType(altered)) {
          continue;
        }
        (Alteration.reachesUnasked(action) ? alteration.own() : alteration.actions()).add(action);
      }
    }
  }

  // No column is added with an identity while heirs that have none of it inherit from the table.
  private void addColumn(TableEdit edit, Column column, Alteration alteration) {
    boolean heirs =
        isIdentity(column)
            && !descent.sharesIdentities(Descent.lineage(edit.from()))
            && !Descent.heirs(job.transition().from(), edit.from()).isEmpty();
    if (heirs && descent.hasHeirs(edit.from())) {
      alteration.actions().add(add(column.withGeneration(Optional.empty())));
      alteration
          .own()
          .add(
              new TableAction.AddIdentity(
                  column.name(), (Generation.Identity) column.generation().orElseThrow()));
      return;
    }
    alteration.actions().add(add(column));
    if (heirs) {
      alteration.frees().add(Names.heirs(edit.from().name()));
    }
  }

  private static boolean isIdentity(Column column) {
    return column.generation().filter(Generation.Identity.class::isInstance).isPresent();
  }

  // A new column comes last, so those that come stand as they are to stand among each other.
  private static List<Column> inOrder(TableEdit edit) {
    return edit.to().columns().stream().filter(column -> edit.adds(column.name())).toList();
  }

  // What a table defines itself it must have before its parent hands it down.
  private void addAhead(TableEdit edit, Column column) {
    job.out()
        .add(
            PlannedStep.of(
                    Steps.step(
                        StepLabel.ALTER_TABLE,
                        new DdlStatement.AlterTable(
                            edit.from().name(),
                            false,
                            List.of(add(TableSettings.written(column))))),
                    edit.from().ref())
                .at(StepLabel.RENAME_TABLE)
                .needing(needs(edit)));
  }

  private void constraints(TableEdit edit, Alteration alteration) {
    ObjectName table = edit.from().name();
    for (Constraint constraint : edit.addedConstraints()) {
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

  // Types and sequences of columns that are added or changed.
  private static Set<ObjectRef> needs(TableEdit edit) {
    List<Column> columns = new ArrayList<>(edit.addedColumns());
    edit.alteredColumns().forEach(altered -> columns.add(altered.to()));
    Table used = new Table(edit.to().name(), columns, List.of(), List.of(), TableOptions.NONE);
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

  private static TableAction add(Column column) {
    return new TableAction.AddColumn(
        ColumnDefinition.of(column.withComment(Optional.empty())), ColumnPosition.UNSTATED, false);
  }

  // A comment goes with its column, so a column made anew starts without one.
  private static Optional<PlannedStep> comments(TableEdit edit) {
    Table before = edit.from();
    List<Column> kept =
        before.columns().stream().filter(column -> !edit.drops(column.name())).toList();
    return TableCreation.comments(before.withColumns(kept), edit.to());
  }
}
