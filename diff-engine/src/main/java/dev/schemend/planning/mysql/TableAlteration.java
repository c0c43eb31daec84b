package dev.schemend.planning.mysql;

import dev.schemend.ddl.ColumnPosition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.TableAction;
import dev.schemend.dialect.mysql.MySqlKeys;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.MySqlTableOptions;
import dev.schemend.name.Identifier;
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
import java.util.TreeSet;

/** Tables that stay: one {@code ALTER TABLE} with the steps that must stand around it. */
final class TableAlteration {

  private final Job job;
  private final ColumnChanges columnChanges;
  private final TableRewrite rewrite;

  TableAlteration(Job job) {
    this.job = job;
    this.rewrite = new TableRewrite(job.dialect().profile());
    this.columnChanges = new ColumnChanges(job.dialect());
  }

  /** Finds what must be dropped and made anew because nothing changes it in place. */
  void prepare(TableEdit edit) {
    edit.alteredColumns().stream()
        .filter(columnChanges::mustRecreate)
        .map(ColumnAltered::from)
        .toList()
        .forEach(edit::recreate);
    recreateComputed(edit);
    // No statement renames a check or a foreign key, and old servers rename no index either.
    edit.renamedConstraints().forEach(renamed -> edit.recreate(renamed.from()));
    if (!MySqlFeature.RENAME_INDEX.in(job.dialect().profile())) {
      edit.renamedIndexes().forEach(renamed -> edit.recreate(renamed.from()));
    }
    edit.options().ifPresent(changed -> keepMethods(edit, changed));
  }

  /** Makes indexes anew that the server may drop or rename by itself when keys are added. */
  void hold(TableEdit edit) {
    edit.from().indexes().stream()
        .filter(index -> !edit.drops(index) && ServingKeys.mayBeGenerated(edit.from(), index))
        .filter(index -> ServingKeys.supersedes(edit, index))
        .toList()
        .forEach(edit::recreate);
  }

  // A new engine gives every index its own method, whatever it had.
  private static void keepMethods(TableEdit edit, TableDifference.OptionsChanged changed) {
    if (changed.from().mysql().engine().equals(changed.to().mysql().engine())) {
      return;
    }
    String given = MySqlKeys.defaultMethod(changed.to().mysql());
    edit.from().indexes().stream()
        .filter(index -> !edit.drops(index))
        .filter(
            index ->
                edit.to().index(index.name()).filter(to -> !to.method().equals(given)).isPresent())
        .toList()
        .forEach(edit::recreate);
  }

  // No column goes while a generated one is computed from it (ER_DEPENDENT_BY_GENERATED_COLUMN),
  // and here a generated column may be computed from another.
  private static void recreateComputed(TableEdit edit) {
    List<Column> dependent =
        edit.from().columns().stream()
            .filter(column -> !edit.drops(column.name()))
            .filter(column -> Columns.sources(column).stream().anyMatch(edit::drops))
            .toList();
    if (!dependent.isEmpty()) {
      dependent.forEach(edit::recreate);
      recreateComputed(edit);
    }
  }

  /** A foreign key rests on its columns and on a key over them at both ends. */
  boolean mustGo(Constraint.ForeignKey key, TableEdit child, Optional<TableEdit> parent) {
    return isHeld(child, key.sourceColumns())
        || parent.filter(target -> isHeld(target, key.targetColumns())).isPresent();
  }

  private static boolean isHeld(TableEdit edit, List<Identifier> columns) {
    return ServingKeys.loses(edit, columns)
        || columns.stream()
            .anyMatch(
                column ->
                    edit.drops(column)
                        || edit.altered(column).filter(ColumnChanges::isHeldByKeys).isPresent());
  }

  void draft(TableEdit edit) {
    ObjectName table = edit.from().name();
    List<TableAction> inPlace = settleInPlace(edit);
    new PartitionChanges(job).draft(edit);
    for (Constraint constraint : edit.droppedConstraints()) {
      if (constraint instanceof Constraint.ForeignKey key) {
        job.out().add(MySqlPlanRules.dropForeignKey(table, key));
      }
    }
    alter(edit, inPlace);
    for (Constraint constraint : edit.addedConstraints()) {
      if (constraint instanceof Constraint.ForeignKey key) {
        job.out().add(TableCreation.addForeignKey(edit.to(), key, edit.addedConstraints()));
      }
    }
  }

  // Checks and indexes that the server can change without making them anew.
  private List<TableAction> settleInPlace(TableEdit edit) {
    List<TableAction> actions = new ArrayList<>();
    for (Constraint dropped : List.copyOf(edit.droppedConstraints())) {
      if (MySqlFeature.ALTER_CHECK.in(job.dialect().profile())
          && dropped instanceof Constraint.Check from
          && edit.successor(dropped).orElse(null) instanceof Constraint.Check to
          && from.enforced() != to.enforced()
          && from.expression().equals(to.expression())) {
        actions.add(new TableAction.SetEnforced(to.name(), to.enforced()));
        edit.settle(dropped);
      }
    }
    for (Index dropped : List.copyOf(edit.droppedIndexes())) {
      Optional<Index> added = edit.successor(dropped);
      if (MySqlFeature.ALTER_INDEX.in(job.dialect().profile())
          && added.isPresent()
          && added.get().mysql().invisible() != dropped.mysql().invisible()
          && added.get().withMySql(dropped.mysql()).equals(dropped)) {
        actions.add(
            new TableAction.SetIndexVisible(dropped.name(), !added.get().mysql().invisible()));
        edit.settle(dropped);
      }
    }
    return actions;
  }

  private void alter(TableEdit edit, List<TableAction> inPlace) {
    ObjectName table = edit.from().name();
    List<TableAction> actions = new ArrayList<>();
    Set<ObjectRef> frees = new TreeSet<>();
    Set<ObjectRef> makes = new TreeSet<>();
    edit.renamedColumns().forEach(renamed -> actions.add(rename(edit, renamed)));
    for (Constraint constraint : edit.droppedConstraints()) {
      actions.addAll(drop(constraint));
      frees.addAll(MySqlPlanRules.databaseWide(table, constraint));
    }
    IndexChanges indexes = new IndexChanges(job, edit);
    actions.addAll(indexes.tiedDrops());
    for (Column column : Columns.toDrop(edit.droppedColumns())) {
      actions.add(new TableAction.DropColumn(column.name(), false, DropBehavior.RESTRICT));
    }
    columns(edit, actions);
    for (Index index : indexes.tiedAdditions()) {
      actions.add(indexes.addition(index));
    }
    for (Constraint constraint : edit.addedConstraints()) {
      if (!(constraint instanceof Constraint.ForeignKey)) {
        actions.add(new TableAction.AddConstraint(constraint, false));
        makes.addAll(MySqlPlanRules.databaseWide(table, constraint));
      }
    }
    actions.addAll(inPlace);
    edit.options()
        .ifPresent(
            changed -> {
              OptionChanges options = new OptionChanges(job.dialect().profile());
              if (options.isStuck(changed)) {
                job.out().leave(edit, changed, OptionChanges.CANNOT);
              } else {
                actions.addAll(options.actions(changed));
              }
            });
    if (ServingKeys.changesHands(edit) || (!actions.isEmpty() && !rewrite.isSpared(edit))) {
      indexes.join(actions);
    } else {
      indexes.draftApart();
    }
    if (!actions.isEmpty()) {
      job.out()
          .add(
              PlannedStep.of(
                      Steps.step(
                          StepLabel.ALTER_TABLE,
                          new DdlStatement.AlterTable(table, false, actions)),
                      edit.from().ref())
                  .freeing(frees)
                  .making(makes));
    }
  }

  private void columns(TableEdit edit, List<TableAction> actions) {
    // Where the statement changes the table's character set, columns say theirs themselves.
    MySqlTableOptions implied =
        edit.options().isPresent() ? MySqlTableOptions.NONE : edit.to().options().mysql();
    ColumnOrder order =
        new ColumnOrder(
            edit.from().columns().stream()
                .map(Column::name)
                .map(name -> renamed(edit, name))
                .filter(name -> !edit.drops(name))
                .toList(),
            edit.to().columns().stream().map(Column::name).toList());
    for (Column column : Columns.toAdd(edit.addedColumns())) {
      actions.add(
          new TableAction.AddColumn(
              WrittenColumns.definition(column, implied), order.added(column.name()), false));
    }
    for (Column column : edit.from().columns()) {
      Optional<ColumnAltered> altered = edit.altered(column.name());
      boolean stays = edit.to().column(column.name()).isPresent() && !edit.drops(column.name());
      if (!stays || (altered.isEmpty() && !order.mustMove(column.name()))) {
        continue;
      }
      if (altered.filter(ColumnChanges::onlyDropsDefault).isPresent()
          && !order.mustMove(column.name())) {
        actions.add(new TableAction.DropDefault(column.name()));
      } else {
        actions.add(
            new TableAction.ChangeColumn(
                column.name(),
                WrittenColumns.definition(edit.to().column(column.name()).orElseThrow(), implied),
                order.changed(column.name()),
                false));
      }
    }
  }

  private static Identifier renamed(TableEdit edit, Identifier column) {
    return edit.renamedColumns().stream()
        .filter(renamed -> renamed.from().equals(column))
        .map(TableDifference.ColumnRenamed::to)
        .findFirst()
        .orElse(column);
  }

  private TableAction rename(TableEdit edit, TableDifference.ColumnRenamed renamed) {
    if (MySqlFeature.RENAME_COLUMN.in(job.dialect().profile())) {
      return new TableAction.RenameColumn(renamed.from(), renamed.to());
    }
    return new TableAction.ChangeColumn(
        renamed.from(),
        WrittenColumns.definition(
            edit.to().column(renamed.to()).orElseThrow(), edit.to().options().mysql()),
        ColumnPosition.UNSTATED,
        false);
  }

  private List<TableAction> drop(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key -> List.of(new TableAction.DropPrimaryKey(false));
      case Constraint.Check check ->
          List.of(MySqlPlanRules.dropCheck(job.dialect().profile(), check));
      // A step of its own, ahead of this one.
      case Constraint.ForeignKey key -> List.of();
      // Not on this server: a unique constraint is an index here.
      case Constraint.Unique key -> List.of();
      case Constraint.Exclusion exclusion -> List.of();
    };
  }
}
