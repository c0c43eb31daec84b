package dev.schemend.planning.postgres;

import dev.schemend.apply.ColumnUses;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.name.Identifier;
import dev.schemend.plan.TableDifference.ColumnAltered;
import dev.schemend.planning.Columns;
import dev.schemend.planning.Job;
import dev.schemend.planning.TableEdit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What must be made anew in a table, and around it, because columns get other types. */
final class MovingTypes {

  private final ColumnChanges columnChanges;

  MovingTypes(Job job) {
    this.columnChanges = new ColumnChanges(job.dialect(), job.transition().to());
  }

  /** Finds the columns that no statement can change in place. */
  void prepare(TableEdit edit) {
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
}
