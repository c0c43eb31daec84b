package dev.schemend.planning;

import dev.schemend.apply.ColumnUses;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.plan.Change;
import dev.schemend.plan.TableDifference;
import dev.schemend.plan.TableDifference.ColumnAltered;
import dev.schemend.plan.TableDifference.ConstraintRenamed;
import dev.schemend.plan.TableDifference.IndexRenamed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A planner's working copy of one table's differences. It starts as what the differ saw; a
 * dialect's rules then add what must go and come back because something it rests on changes.
 *
 * <p>A member that is altered stands both among the dropped and the added ones. Lives during one
 * planning run, in one thread.
 */
public final class TableEdit {

  /** On MySQL a foreign key and a check of one table may have the same name. */
  private record Key(boolean foreign, Identifier name) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::name).thenComparing(Key::foreign);

    static Key of(Constraint constraint) {
      return new Key(constraint instanceof Constraint.ForeignKey, constraint.name());
    }

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  private final Table from;
  private final Table to;
  private final SortedMap<Identifier, Column> droppedColumns = new TreeMap<>();
  private final SortedMap<Identifier, Column> addedColumns = new TreeMap<>();
  private final SequencedMap<Identifier, ColumnAltered> alteredColumns = new LinkedHashMap<>();
  private final SortedMap<Key, Constraint> droppedConstraints = new TreeMap<>();
  private final SortedMap<Key, Constraint> addedConstraints = new TreeMap<>();
  private final SortedMap<Key, ConstraintRenamed> renamedConstraints = new TreeMap<>();
  private final SortedMap<Identifier, Index> droppedIndexes = new TreeMap<>();
  private final SortedMap<Identifier, Index> addedIndexes = new TreeMap<>();
  private final SortedMap<Identifier, IndexRenamed> renamedIndexes = new TreeMap<>();
  private final List<TableDifference.ColumnRenamed> renamedColumns = new ArrayList<>();
  private Optional<TableDifference.OptionsChanged> options = Optional.empty();
  private boolean reordered;

  /** An edit that changes nothing yet. */
  public TableEdit(Table from, Table to) {
    this.from = from;
    this.to = to;
  }

  /** The edit that the differ saw. */
  public static TableEdit of(Change.TableAltered altered) {
    TableEdit edit = new TableEdit(altered.from(), altered.to());
    altered.differences().forEach(edit::take);
    return edit;
  }

  private void take(TableDifference difference) {
    switch (difference) {
      case TableDifference.ColumnAdded added ->
          addedColumns.put(added.column().name(), added.column());
      case TableDifference.ColumnDropped dropped ->
          droppedColumns.put(dropped.column().name(), dropped.column());
      case TableDifference.ColumnRenamed renamed -> renamedColumns.add(renamed);
      case ColumnAltered altered -> alteredColumns.put(altered.from().name(), altered);
      case TableDifference.ColumnsReordered order -> reordered = true;
      case TableDifference.ConstraintAdded added ->
          addedConstraints.put(Key.of(added.constraint()), added.constraint());
      case TableDifference.ConstraintDropped dropped ->
          droppedConstraints.put(Key.of(dropped.constraint()), dropped.constraint());
      case TableDifference.ConstraintAltered altered -> {
        droppedConstraints.put(Key.of(altered.from()), altered.from());
        addedConstraints.put(Key.of(altered.to()), altered.to());
      }
      case ConstraintRenamed renamed -> renamedConstraints.put(Key.of(renamed.from()), renamed);
      case TableDifference.IndexAdded added ->
          addedIndexes.put(added.index().name(), added.index());
      case TableDifference.IndexDropped dropped ->
          droppedIndexes.put(dropped.index().name(), dropped.index());
      case TableDifference.IndexAltered altered -> {
        droppedIndexes.put(altered.from().name(), altered.from());
        addedIndexes.put(altered.to().name(), altered.to());
      }
      case IndexRenamed renamed -> renamedIndexes.put(renamed.from().name(), renamed);
      case TableDifference.OptionsChanged changed -> options = Optional.of(changed);
    }
  }

  /** The table as it is. */
  public Table from() {
    return from;
  }

  /** The table as it is to be. */
  public Table to() {
    return to;
  }

  /** Columns to drop, by name. */
  public Collection<Column> droppedColumns() {
    return Collections.unmodifiableCollection(droppedColumns.values());
  }

  /** Columns to add, by name. */
  public Collection<Column> addedColumns() {
    return Collections.unmodifiableCollection(addedColumns.values());
  }

  /** Columns to change in place, in the order of the table as it is. */
  public Collection<ColumnAltered> alteredColumns() {
    return Collections.unmodifiableCollection(alteredColumns.values());
  }

  /** Columns to rename. */
  public List<TableDifference.ColumnRenamed> renamedColumns() {
    return Collections.unmodifiableList(renamedColumns);
  }

  /** Constraints to drop, by name, altered ones too. */
  public Collection<Constraint> droppedConstraints() {
    return Collections.unmodifiableCollection(droppedConstraints.values());
  }

  /** Constraints to add, by name, altered ones too. */
  public Collection<Constraint> addedConstraints() {
    return Collections.unmodifiableCollection(addedConstraints.values());
  }

  /** Constraints to rename, by old name. */
  public Collection<ConstraintRenamed> renamedConstraints() {
    return List.copyOf(renamedConstraints.values());
  }

  /** Indexes to drop, by name, altered ones too. */
  public Collection<Index> droppedIndexes() {
    return Collections.unmodifiableCollection(droppedIndexes.values());
  }

  /** Indexes to add, by name, altered ones too. */
  public Collection<Index> addedIndexes() {
    return Collections.unmodifiableCollection(addedIndexes.values());
  }

  /** Indexes to rename, by old name. */
  public Collection<IndexRenamed> renamedIndexes() {
    return List.copyOf(renamedIndexes.values());
  }

  /** The options, where they differ. */
  public Optional<TableDifference.OptionsChanged> options() {
    return options;
  }

  /** Whether the columns that stay have another order. */
  public boolean reordered() {
    return reordered;
  }

  /** The change of a column in place, where there is one. */
  public Optional<ColumnAltered> altered(Identifier column) {
    return Optional.ofNullable(alteredColumns.get(column));
  }

  /** Whether the column is dropped, for good or to be made anew. */
  public boolean drops(Identifier column) {
    return droppedColumns.containsKey(column);
  }

  /** Whether the column is added, for the first time or anew. */
  public boolean adds(Identifier column) {
    return addedColumns.containsKey(column);
  }

  /** Whether the constraint is dropped, for good or to be made anew. */
  public boolean drops(Constraint constraint) {
    return droppedConstraints.containsKey(Key.of(constraint));
  }

  /** Whether the index is dropped, for good or to be made anew. */
  public boolean drops(Index index) {
    return droppedIndexes.containsKey(index.name());
  }

  /** Drops a constraint of the older table and, unless it is to go, makes it anew. */
  public void recreate(Constraint constraint) {
    Key key = Key.of(constraint);
    if (droppedConstraints.containsKey(key)) {
      return;
    }
    ConstraintRenamed renamed = renamedConstraints.remove(key);
    droppedConstraints.put(key, constraint);
    Constraint again =
        renamed == null
            ? to.constraints().stream()
                .filter(other -> Key.of(other).equals(key))
                .findFirst()
                .orElseThrow()
            : renamed.to();
    addedConstraints.put(Key.of(again), again);
  }

  /** Drops an index of the older table and, unless it is to go, makes it anew. */
  public void recreate(Index index) {
    Identifier name = index.name();
    if (droppedIndexes.containsKey(name)) {
      return;
    }
    IndexRenamed renamed = renamedIndexes.remove(name);
    droppedIndexes.put(name, index);
    Index again = renamed == null ? to.index(name).orElseThrow() : renamed.to();
    addedIndexes.put(again.name(), again);
  }

  /**
   * Gives an index that both have the name and the place of a new one of its kind, and makes it
   * anew under its own name.
   */
  public void exchange(Index kept, Index added) {
    addedIndexes.remove(added.name());
    renamedIndexes.put(kept.name(), new IndexRenamed(kept, added));
    addedIndexes.put(kept.name(), to.index(kept.name()).orElseThrow());
  }

  /** Gives an index that was to be dropped the name and the place of a new one of its kind. */
  public void keep(Index dropped, Index added) {
    droppedIndexes.remove(dropped.name());
    addedIndexes.remove(added.name());
    renamedIndexes.put(dropped.name(), new IndexRenamed(dropped, added));
  }

  /** Gives a constraint that was to be dropped the name of a new one of its kind. */
  public void keep(Constraint dropped, Constraint added) {
    droppedConstraints.remove(Key.of(dropped));
    addedConstraints.remove(Key.of(added));
    renamedConstraints.put(Key.of(dropped), new ConstraintRenamed(dropped, added));
  }

  /** Drops a column that both have and makes it anew, with all that mentions it. */
  public void recreate(Column column) {
    Identifier name = column.name();
    if (droppedColumns.containsKey(name)) {
      return;
    }
    alteredColumns.remove(name);
    droppedColumns.put(name, column);
    addedColumns.put(name, to.column(name).orElseThrow());
    from.constraints().stream()
        .filter(constraint -> ColumnUses.in(constraint).contains(name))
        .forEach(this::recreate);
    from.indexes().stream()
        .filter(index -> ColumnUses.in(index).contains(name))
        .forEach(this::recreate);
  }

  /**
   * Takes for granted that a column has lost its default, which it gets back if it is to have it.
   */
  public void loseDefault(Column column) {
    lose(column.withDefault(Optional.empty()), TableDifference.ColumnAspect.DEFAULT);
  }

  /** Takes for granted that a column has another word on NULL, which is taken back. */
  public void turnNullability(Column column) {
    lose(column.withNullable(!column.nullable()), TableDifference.ColumnAspect.NULLABILITY);
  }

  private void lose(Column left, TableDifference.ColumnAspect aspect) {
    Identifier name = left.name();
    Optional<Column> kept = to.column(name).filter(one -> !droppedColumns.containsKey(name));
    if (kept.isPresent()) {
      Set<TableDifference.ColumnAspect> aspects = EnumSet.of(aspect);
      altered(name).ifPresent(altered -> aspects.addAll(altered.aspects()));
      alteredColumns.put(name, new ColumnAltered(left, kept.get(), aspects));
    }
  }

  /** Takes a constraint out of this edit, because it is changed without a drop. */
  public void settle(Constraint constraint) {
    droppedConstraints.remove(Key.of(constraint));
    addedConstraints.remove(Key.of(constraint));
  }

  /** Takes an index out of this edit, because it is changed without a drop. */
  public void settle(Index index) {
    droppedIndexes.remove(index.name());
    addedIndexes.remove(index.name());
  }

  /** Takes the making of a constraint out of this edit, because it comes by itself. */
  public void leaveOut(Constraint added) {
    addedConstraints.remove(Key.of(added));
  }

  /** The constraint that takes the place of a dropped one of the same name. */
  public Optional<Constraint> successor(Constraint dropped) {
    return Optional.ofNullable(addedConstraints.get(Key.of(dropped)));
  }

  /** The index that takes the place of a dropped one of the same name. */
  public Optional<Index> successor(Index dropped) {
    return Optional.ofNullable(addedIndexes.get(dropped.name()));
  }
}
