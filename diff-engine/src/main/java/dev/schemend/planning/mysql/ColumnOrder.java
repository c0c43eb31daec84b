package dev.schemend.planning.mysql;

import dev.schemend.ddl.ColumnPosition;
import dev.schemend.name.Identifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where columns must be put so that a table ends in the wanted order, with as few columns moved as
 * possible: a longest run of columns that are in order already stays, the others are placed behind
 * their nearest predecessor. Positions are to be asked for in the order of the actions.
 */
final class ColumnOrder {

  private final Map<Identifier, Integer> wanted = new HashMap<>();
  private final List<Identifier> order;
  private final List<Identifier> current;
  private final Set<Identifier> settled;

  /**
   * An order to reach.
   *
   * @param kept the columns that stay, in the order they are in
   * @param order all columns in the wanted order
   */
  ColumnOrder(List<Identifier> kept, List<Identifier> order) {
    for (int i = 0; i < order.size(); i++) {
      wanted.put(order.get(i), i);
    }
    this.order = order;
    this.current = new ArrayList<>(kept);
    this.settled = new HashSet<>(inOrder(kept));
  }

  /** Whether a column that stays stands in the wrong place. */
  boolean mustMove(Identifier column) {
    return !settled.contains(column);
  }

  /** The position to write for a column that is added now. */
  ColumnPosition added(Identifier column) {
    ColumnPosition position = position(column);
    boolean last =
        current.isEmpty()
            || (position instanceof ColumnPosition.After after
                && after.column().equals(current.getLast()));
    insert(column, position);
    return last ? ColumnPosition.UNSTATED : position;
  }

  /** The position to write for a column that is changed now: none, unless it must move. */
  ColumnPosition changed(Identifier column) {
    if (!mustMove(column)) {
      return ColumnPosition.UNSTATED;
    }
    current.remove(column);
    ColumnPosition position = position(column);
    insert(column, position);
    return position;
  }

  private ColumnPosition position(Identifier column) {
    for (int i = wanted.get(column) - 1; i >= 0; i--) {
      if (settled.contains(order.get(i))) {
        return new ColumnPosition.After(order.get(i));
      }
    }
    return new ColumnPosition.First();
  }

  private void insert(Identifier column, ColumnPosition position) {
    switch (position) {
      case ColumnPosition.Unstated unstated -> current.add(column);
      case ColumnPosition.First first -> current.addFirst(column);
      case ColumnPosition.After after -> current.add(current.indexOf(after.column()) + 1, column);
    }
    settled.add(column);
  }

  // The longest increasing subsequence, by patience sorting: O(n log n).
  private List<Identifier> inOrder(List<Identifier> columns) {
    int[] tails = new int[columns.size()];
    int[] tailAt = new int[columns.size()];
    int[] before = new int[columns.size()];
    int length = 0;
    for (int i = 0; i < columns.size(); i++) {
      int place = wanted.get(columns.get(i));
      int found = Arrays.binarySearch(tails, 0, length, place);
      int pile = found < 0 ? -found - 1 : found;
      tails[pile] = place;
      tailAt[pile] = i;
      before[i] = pile == 0 ? -1 : tailAt[pile - 1];
      length = Math.max(length, pile + 1);
    }
    List<Identifier> run = new ArrayList<>();
    for (int i = length == 0 ? -1 : tailAt[length - 1]; i >= 0; i = before[i]) {
      run.add(columns.get(i));
    }
    Collections.reverse(run);
    return run;
  }
}
