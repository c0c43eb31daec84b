package dev.schemend.planning.mysql;

import dev.schemend.apply.ColumnUses;
import dev.schemend.ddl.ColumnPosition;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.PartitionAction;
import dev.schemend.ddl.TableAction;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Generation;
import dev.schemend.model.Index;
import dev.schemend.model.IndexPart;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.planning.Columns;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What keeps MySQL from giving a column another name, and how it lets go without a loss: a column
 * that is computed anew is dropped where its values are kept nowhere, and keeps them as a plain one
 * where they are stored; checks, functional indexes and partitions go. All of it comes back, with
 * the new name, like whatever else a schema lacks (ER_DEPENDENT_BY_GENERATED_COLUMN,
 * ER_DEPENDENT_BY_CHECK_CONSTRAINT, ER_DEPENDENT_BY_FUNCTIONAL_INDEX,
 * ER_DEPENDENT_BY_PARTITION_FUNC). MariaDB follows by itself.
 */
final class NameHolders {

  private final Table table;
  private final Set<Identifier> going = new TreeSet<>();
  private final List<TableAction> kept = new ArrayList<>();
  private final List<TableAction> dropped = new ArrayList<>();

  private NameHolders(Table table, Identifier renamed) {
    this.table = table;
    going.add(renamed);
    boolean changed = true;
    Set<Identifier> done = new TreeSet<>();
    while (changed) {
      changed = false;
      for (Column column : table.columns()) {
        Optional<Generation.Computed> computed = Columns.computed(column).filter(this::reads);
        if (computed.isPresent() && done.add(column.name())) {
          changed = true;
          letGo(column, computed.get());
        }
      }
    }
  }

  private boolean reads(Generation.Computed computed) {
    return !Collections.disjoint(ColumnUses.in(computed.expression()), going);
  }

  private void letGo(Column column, Generation.Computed computed) {
    if (computed.stored()) {
      kept.add(
          new TableAction.ChangeColumn(
              column.name(),
              WrittenColumns.definition(
                  column.withGeneration(Optional.empty()), table.options().mysql()),
              ColumnPosition.UNSTATED,
              false));
    } else {
      going.add(column.name());
      // The readers of one that goes are found behind it, and go before it.
      dropped.addFirst(new TableAction.DropColumn(column.name(), false, DropBehavior.RESTRICT));
    }
  }

  /** The alterations, each an {@code ALTER TABLE}, after which {@code column} can be renamed. */
  static List<List<TableAction>> release(Table table, Identifier column) {
    NameHolders holders = new NameHolders(table, column);
    List<TableAction> together = new ArrayList<>();
    for (Constraint constraint : table.constraints()) {
      if (constraint instanceof Constraint.Check check
          && !Collections.disjoint(ColumnUses.in(check.expression()), holders.going)) {
        together.add(new TableAction.DropCheck(check.name()));
      }
    }
    for (Index index : table.indexes()) {
      if (holders.holds(index, column)) {
        together.add(new TableAction.DropIndex(index.name(), false));
      }
    }
    together.addAll(holders.dropped);
    List<List<TableAction>> alterations = new ArrayList<>(List.of(holders.kept, together));
    if (!Collections.disjoint(
        PartitionChanges.columns(table.options().mysql().partitioning()), holders.going)) {
      alterations.addFirst(
          List.of(
              new TableAction.OfMySql.AlterPartitions(new PartitionAction.RemovePartitioning())));
    }
    alterations.removeIf(List::isEmpty);
    return alterations;
  }

  // A unique index of several columns would be narrowed with those that go, and refuse more rows.
  private boolean holds(Index index, Identifier renamed) {
    boolean functional =
        index.parts().stream()
            .anyMatch(
                part ->
                    part.key() instanceof IndexPart.ExpressionKey key
                        && !Collections.disjoint(ColumnUses.in(key.expression()), going));
    boolean narrowed =
        index.unique()
            && index.parts().size() > 1
            && index.columns().anyMatch(one -> going.contains(one) && !one.equals(renamed));
    return functional || narrowed;
  }
}
