package dev.schemend.planning.mysql;

import dev.schemend.apply.ColumnUses;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.PartitionAction;
import dev.schemend.ddl.TableAction;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.MySqlPartitioning;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.StepLabel;
import dev.schemend.planning.Job;
import dev.schemend.planning.PlannedStep;
import dev.schemend.planning.TableEdit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Partitions, each change in a statement of its own (manual, 15.1.9.1). */
final class PartitionChanges {

  private final Job job;

  PartitionChanges(Job job) {
    this.job = job;
  }

  void draft(TableEdit edit) {
    Optional<MySqlPartitioning> from = edit.from().options().mysql().partitioning();
    Optional<MySqlPartitioning> to = edit.to().options().mysql().partitioning();
    // A column that tells rows apart can only be made anew while there are no partitions.
    boolean stepsAside = columns(from).stream().anyMatch(edit::drops);
    if (from.equals(to) && !stepsAside) {
      return;
    }
    ObjectName table = edit.from().name();
    boolean others = isUntouched(edit, from) && isUntouched(edit, to);
    if (from.isPresent() && (to.isEmpty() || !others)) {
      add(StepLabel.REMOVE_PARTITIONS, table, new PartitionAction.RemovePartitioning());
    }
    to.ifPresent(
        wanted -> {
          if (from.isPresent() && others) {
            change(table, from.get(), wanted);
          } else {
            add(StepLabel.CHANGE_PARTITIONS, table, new PartitionAction.PartitionBy(wanted));
          }
        });
  }

  /** Whether nothing else of the edit has to do with where rows are. */
  private static boolean isUntouched(TableEdit edit, Optional<MySqlPartitioning> partitioning) {
    Set<Identifier> read = columns(partitioning);
    boolean sameEngine =
        edit.from().options().mysql().engine().equals(edit.to().options().mysql().engine());
    return sameEngine
        && read.stream()
            .noneMatch(
                column ->
                    edit.drops(column) || edit.adds(column) || edit.altered(column).isPresent())
        && edit.renamedColumns().isEmpty()
        && Stream.concat(edit.droppedConstraints().stream(), edit.addedConstraints().stream())
            .noneMatch(Constraint.PrimaryKey.class::isInstance)
        && Stream.concat(edit.droppedIndexes().stream(), edit.addedIndexes().stream())
            .noneMatch(Index::unique);
  }

  /** The columns that tell to which partition a row belongs. */
  static Set<Identifier> columns(Optional<MySqlPartitioning> partitioning) {
    return partitioning.stream()
        .flatMap(one -> Stream.concat(Stream.of(one.scheme()), one.subscheme().stream()))
        .flatMap(scheme -> scheme.keys().stream())
        .flatMap(key -> ColumnUses.in(key).stream())
        .collect(Collectors.toSet());
  }

  private void change(ObjectName table, MySqlPartitioning from, MySqlPartitioning to) {
    List<PartitionAction> actions =
        new PartitionMoves(from, to)
            .find()
            .orElseGet(() -> List.of(new PartitionAction.PartitionBy(to)));
    for (PartitionAction action : actions) {
      add(StepLabel.CHANGE_PARTITIONS, table, action);
    }
  }

  private void add(StepLabel label, ObjectName table, PartitionAction action) {
    job.out()
        .add(
            PlannedStep.of(
                Steps.step(
                    label,
                    new DdlStatement.AlterTable(
                        table, false, List.of(new TableAction.OfMySql.AlterPartitions(action)))),
                ObjectRef.table(table)));
  }
}
