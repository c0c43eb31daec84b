package dev.schemend.planning.mysql;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.PartitionAction;
import dev.schemend.ddl.TableAction;
import dev.schemend.model.MySqlPartitioning;
import dev.schemend.model.MySqlPartitioning.Partition;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Hazard;
import dev.schemend.plan.StepLabel;
import dev.schemend.plan.TableDifference;
import dev.schemend.planning.Job;
import dev.schemend.planning.PlannedStep;
import dev.schemend.planning.TableEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Partitions, each change in a statement of its own (manual, 15.1.9.1). */
final class PartitionChanges {

  private final Job job;

  PartitionChanges(Job job) {
    this.job = job;
  }

  void draft(TableEdit edit) {
    Optional<TableDifference.OptionsChanged> options = edit.options();
    Optional<MySqlPartitioning> from = options.flatMap(one -> one.from().mysql().partitioning());
    Optional<MySqlPartitioning> to = options.flatMap(one -> one.to().mysql().partitioning());
    if (from.equals(to)) {
      return;
    }
    ObjectName table = edit.from().name();
    boolean others = edit.from().withOptions(edit.to().options()).equals(edit.to());
    if (from.isPresent() && (to.isEmpty() || !others)) {
      add(
          StepLabel.REMOVE_PARTITIONS,
          table,
          new PartitionAction.RemovePartitioning(),
          List.of(rewritten(table)));
    }
    to.ifPresent(
        wanted -> {
          if (from.isPresent() && others) {
            change(table, from.get(), wanted);
          } else {
            add(
                StepLabel.CHANGE_PARTITIONS,
                table,
                new PartitionAction.PartitionBy(wanted),
                List.of(rewritten(table)));
          }
        });
  }

  // The only change: partitions that come last or go are added and dropped, which moves no row.
  private void change(ObjectName table, MySqlPartitioning from, MySqlPartitioning to) {
    boolean same =
        from.scheme().equals(to.scheme())
            && from.subscheme().equals(to.subscheme())
            && !from.isHashed();
    List<Partition> before = from.partitions();
    List<Partition> after = to.partitions();
    if (same && after.size() > before.size() && after.subList(0, before.size()).equals(before)) {
      add(
          StepLabel.CHANGE_PARTITIONS,
          table,
          new PartitionAction.AddPartitions(after.subList(before.size(), after.size()), false),
          List.of());
      return;
    }
    List<Partition> gone = new ArrayList<>(before);
    gone.removeAll(after);
    List<Partition> rest = new ArrayList<>(before);
    rest.removeAll(gone);
    if (same && rest.equals(after)) {
      List<Identifier> names = gone.stream().map(Partition::name).toList();
      add(
          StepLabel.CHANGE_PARTITIONS,
          table,
          new PartitionAction.DropPartitions(names, false),
          List.of(
              new Hazard(
                  Hazard.Kind.DATA_LOSS,
                  ObjectRef.table(table),
                  "the rows of the dropped partitions are lost")));
      return;
    }
    add(
        StepLabel.CHANGE_PARTITIONS,
        table,
        new PartitionAction.PartitionBy(to),
        List.of(rewritten(table)));
  }

  private static Hazard rewritten(ObjectName table) {
    return new Hazard(
        Hazard.Kind.TABLE_REWRITE,
        ObjectRef.table(table),
        "every row is copied to where the new partitions want it");
  }

  private void add(
      StepLabel label, ObjectName table, PartitionAction action, List<Hazard> hazards) {
    job.out()
        .add(
            PlannedStep.of(
                Steps.step(
                    label,
                    new DdlStatement.AlterTable(
                        table, false, List.of(new TableAction.OfMySql.AlterPartitions(action))),
                    hazards),
                ObjectRef.table(table)));
  }
}
