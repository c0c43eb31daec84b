package dev.schemend.planning.postgres;

import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.ColumnPosition;
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
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Hazard;
import dev.schemend.plan.StepLabel;
import dev.schemend.plan.TableDifference;
import dev.schemend.plan.TableDifference.ColumnAltered;
import dev.schemend.planning.Columns;
import dev.schemend.planning.Hazards;
import dev.schemend.planning.Job;
import dev.schemend.planning.PlannedStep;
import dev.schemend.planning.TableEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Tables that stay: one {@code ALTER TABLE} with the steps that must stand around it. */
final class TableAlteration {

  private final Job job;
  private final ColumnChanges columnChanges;

  TableAlteration(Job job) {
    this.job = job;
    this.columnChanges = new ColumnChanges(job.dialect());
  }

  /** Finds the columns that no statement can change in place. */
  void recreateColumns(TableEdit edit) {
    edit.alteredColumns().stream()
        .filter(columnChanges::mustRecreate)
        .map(ColumnAltered::from)
        .toList()
        .forEach(edit::recreate);
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

  void draft(TableEdit edit, Sequences sequences, EnumChanges enums) {
    ObjectName table = edit.from().name();
    List<TableAction> inPlace = settleInPlace(edit);
    for (Constraint constraint : edit.droppedConstraints()) {
      if (constraint instanceof Constraint.ForeignKey key) {
        job.out().add(PostgresPlanRules.dropForeignKey(table, key, enums));
      }
    }
    for (Index index : edit.droppedIndexes()) {
      job.out().add(dropIndex(table, index, enums));
    }
    alter(edit, sequences, enums, inPlace);
    for (Index index : edit.addedIndexes()) {
      job.out().add(TableCreation.createIndex(table, index, hazards(table, index)));
    }
    for (TableDifference.IndexRenamed renamed : edit.renamedIndexes()) {
      job.out().add(rename(table, renamed));
    }
    for (Constraint constraint : edit.addedConstraints()) {
      if (constraint instanceof Constraint.ForeignKey key) {
        job.out()
            .add(
                TableCreation.addForeignKey(
                    table, key, List.of(Hazards.constraintAdded(table, key))));
      }
    }
    comments(edit).ifPresent(job.out()::add);
  }

  static PlannedStep dropIndex(ObjectName table, Index index, EnumChanges enums) {
    return PlannedStep.of(
            Steps.step(
                StepLabel.DROP_INDEX,
                new DdlStatement.DropIndexes(
                    List.of(table.sibling(index.name())), false, false, DropBehavior.RESTRICT)),
            ObjectRef.index(table, index.name()))
        .freeing(Set.of(Names.index(table, index.name())))
        .releasing(enums.rebuiltIn(table));
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

  private static List<Hazard> hazards(ObjectName table, Index index) {
    List<Hazard> hazards = new ArrayList<>();
    if (index.unique()) {
      hazards.add(Hazards.uniqueIndexAdded(table, index.name(), index.columns().toList()));
    }
    hazards.add(
        new Hazard(
            Hazard.Kind.BLOCKS_WRITES,
            ObjectRef.index(table, index.name()),
            "the table takes no writes while the index is built"));
    return hazards;
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
      TableEdit edit, Sequences sequences, EnumChanges enums, List<TableAction> inPlace) {
    ObjectName table = edit.from().name();
    List<DdlStatement> statements = new ArrayList<>();
    List<TableAction> actions = new ArrayList<>();
    List<Hazard> hazards = new ArrayList<>();
    Set<ObjectRef> frees = new TreeSet<>();
    Set<ObjectRef> makes = new TreeSet<>();

    renames(edit, statements, frees, makes);
    List<TableAction> ahead =
        edit.alteredColumns().stream()
            .flatMap(altered -> columnChanges.ahead(altered).stream())
            .toList();
    if (!ahead.isEmpty()) {
      statements.add(new DdlStatement.AlterTable(table, false, ahead));
    }
    for (Constraint constraint : edit.droppedConstraints()) {
      boolean here =
          !(constraint instanceof Constraint.ForeignKey)
              && !enums.isDroppedEarly(ObjectRef.constraint(table, constraint.name()));
      if (here) {
        actions.add(
            new TableAction.DropConstraint(constraint.name(), false, DropBehavior.RESTRICT));
        frees.addAll(Names.occupied(table, constraint));
      }
    }
    for (Column column : Columns.toDrop(edit.droppedColumns())) {
      if (!enums.isDroppedEarly(ObjectRef.column(table, column.name()))) {
        actions.add(new TableAction.DropColumn(column.name(), false, DropBehavior.RESTRICT));
      }
      frees.addAll(sequences.freed(table, column));
      hazards.addAll(Hazards.columnDropped(table, column));
    }
    for (Column column : Columns.toAdd(edit.addedColumns())) {
      actions.add(add(sequences.written(table, column)));
      makes.addAll(sequences.made(table, column));
      if (!Columns.fillsItself(column)) {
        hazards.add(Hazards.requiredColumnAdded(table, column.name()));
      }
    }
    for (ColumnAltered altered : edit.alteredColumns()) {
      actions.addAll(columnChanges.actions(altered));
      hazards.addAll(columnChanges.hazards(table, altered));
      columnChanges.cannot(altered).ifPresent(reason -> job.out().leave(edit, altered, reason));
    }
    options(edit, actions);
    for (Constraint constraint : edit.addedConstraints()) {
      if (!(constraint instanceof Constraint.ForeignKey)) {
        actions.add(new TableAction.AddConstraint(constraint, false));
        makes.addAll(Names.occupied(table, constraint));
        hazards.add(Hazards.constraintAdded(table, constraint));
      }
    }
    actions.addAll(inPlace);
    if (!actions.isEmpty()) {
      statements.add(new DdlStatement.AlterTable(table, false, actions));
    }
    statements.addAll(sequences.ownerships(table));
    if (!statements.isEmpty()) {
      job.out()
          .add(
              PlannedStep.of(
                      Steps.step(StepLabel.ALTER_TABLE, statements, hazards), edit.from().ref())
                  .freeing(frees)
                  .making(makes)
                  .needing(needs(edit)));
    }
  }

  // Types and sequences of columns that are added or changed.
  private static Set<ObjectRef> needs(TableEdit edit) {
    List<Column> columns = new ArrayList<>(edit.addedColumns());
    edit.alteredColumns().forEach(altered -> columns.add(altered.to()));
    Table used = new Table(edit.to().name(), columns, List.of(), List.of(), TableOptions.NONE);
    return References.of(used);
  }

  // A rename stands alone in its ALTER TABLE (manual, ALTER TABLE), ahead of what uses new names.
  private static void renames(
      TableEdit edit, List<DdlStatement> statements, Set<ObjectRef> frees, Set<ObjectRef> makes) {
    ObjectName table = edit.from().name();
    for (TableDifference.ColumnRenamed renamed : edit.renamedColumns()) {
      statements.add(
          new DdlStatement.AlterTable(
              table, false, List.of(new TableAction.RenameColumn(renamed.from(), renamed.to()))));
    }
    for (TableDifference.ConstraintRenamed renamed : edit.renamedConstraints()) {
      statements.add(
          new DdlStatement.AlterTable(
              table,
              false,
              List.of(
                  new TableAction.RenameConstraint(renamed.from().name(), renamed.to().name()))));
      frees.addAll(Names.occupied(table, renamed.from()));
      makes.addAll(Names.occupied(table, renamed.to()));
    }
  }

  private static TableAction add(Column column) {
    return new TableAction.AddColumn(
        ColumnDefinition.of(column.withComment(Optional.empty())), ColumnPosition.UNSTATED, false);
  }

  private void options(TableEdit edit, List<TableAction> actions) {
    if (edit.options().isEmpty()) {
      return;
    }
    TableDifference.OptionsChanged changed = edit.options().get();
    var from = changed.from().postgres();
    var to = changed.to().postgres();
    if (from.unlogged() != to.unlogged()
        || !to.storageParameters().keySet().containsAll(from.storageParameters().keySet())) {
      job.out().leave(edit, changed, "SET LOGGED and RESET are not among what can be written");
    } else if (!from.equals(to)) {
      actions.add(new TableAction.SetOptions(TableOptions.NONE.withPostgres(to)));
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
