package dev.schemend.planning;

import dev.schemend.dialect.Dialect;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.plan.Change;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One planning run: what is given, what is worked on, and what came of it. Lives in one thread. */
public final class Job {

  private final Dialect dialect;
  private final Transition transition;
  private final List<Change> changes;
  private final TableEdits edits;
  private final Draft.Collector out = new Draft.Collector();
  private final Set<ObjectName> droppedTables;
  private final Set<ObjectName> createdTables;

  /** A run for {@code changes}. */
  public Job(Dialect dialect, Transition transition, List<Change> changes) {
    this.dialect = dialect;
    this.transition = transition;
    this.changes = changes;
    this.edits = new TableEdits(transition, changes);
    this.droppedTables =
        changes.stream()
            .filter(
                change ->
                    change instanceof Change.Dropped dropped && dropped.object() instanceof Table)
            .map(change -> change.ref().name())
            .collect(Collectors.toCollection(TreeSet::new));
    this.createdTables =
        changes.stream()
            .filter(
                change ->
                    change instanceof Change.Created created && created.object() instanceof Table)
            .map(change -> change.ref().name())
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The facts of the server. */
  public Dialect dialect() {
    return dialect;
  }

  /** Where it starts and ends. */
  public Transition transition() {
    return transition;
  }

  /** What is to be brought about. */
  public List<Change> changes() {
    return changes;
  }

  /** What happens to tables that stay. */
  public TableEdits edits() {
    return edits;
  }

  /** Takes the steps. */
  public Draft.Collector out() {
    return out;
  }

  /** Whether the column goes, with its table or alone, for good or to be made anew. */
  public boolean drops(ObjectName table, Identifier column) {
    return droppedTables.contains(table)
        || edits.of(table).filter(edit -> edit.drops(column)).isPresent();
  }

  /** Whether the column comes, with its table or alone, for the first time or anew. */
  public boolean adds(ObjectName table, Identifier column) {
    return createdTables.contains(table)
        || edits.of(table).filter(edit -> edit.adds(column)).isPresent();
  }

  /** Whether the table goes. */
  public boolean drops(ObjectName table) {
    return droppedTables.contains(table);
  }
}
