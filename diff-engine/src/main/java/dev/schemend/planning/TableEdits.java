package dev.schemend.planning;

import dev.schemend.model.Constraint;
import dev.schemend.model.Table;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Change;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The edits of all tables that both states have and that are touched. */
public final class TableEdits {

  private final Transition transition;
  private final SortedMap<ObjectName, TableEdit> edits = new TreeMap<>();

  /** The edits among {@code changes}. */
  public TableEdits(Transition transition, List<Change> changes) {
    this.transition = transition;
    for (Change change : changes) {
      if (change instanceof Change.TableAltered altered) {
        edits.put(altered.from().name(), TableEdit.of(altered));
      }
    }
  }

  /** All edits in the order of their tables. */
  public Collection<TableEdit> all() {
    return List.copyOf(edits.values());
  }

  /** The edit of a table that both states have, made where nothing touched it yet. */
  public Optional<TableEdit> of(ObjectName table) {
    TableEdit edit = edits.get(table);
    if (edit != null) {
      return Optional.of(edit);
    }
    Optional<Table> from = transition.from().table(table);
    Optional<Table> to = transition.to().table(table);
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    edits.put(table, new TableEdit(from.get(), to.get()));
    return Optional.of(edits.get(table));
  }

  /** Whether a foreign key cannot stay while the tables at its two ends are edited. */
  public interface ForeignKeyRule {
    /**
     * Whether {@code key} must be dropped before the edits and made anew after them.
     *
     * @param child the table that has the key
     * @param parent the table it points at; empty where that is not edited
     */
    boolean mustGo(Constraint.ForeignKey key, TableEdit child, Optional<TableEdit> parent);
  }

  /**
   * Drops and makes anew each foreign key that {@code rule} says cannot stay. Looks only at keys
   * that start or end at an edited table.
   */
  public void recreateForeignKeys(ForeignKeyRule rule) {
    for (TableEdit edit : all()) {
      for (Table holder : holders(edit.from())) {
        Optional<TableEdit> child = of(holder.name());
        if (child.isEmpty()) {
          continue;
        }
        holder
            .foreignKeys()
            .filter(
                key ->
                    holder.name().equals(edit.from().name())
                        || key.target().equals(edit.from().name()))
            .filter(
                key -> rule.mustGo(key, child.get(), Optional.ofNullable(edits.get(key.target()))))
            .toList()
            .forEach(child.get()::recreate);
      }
    }
  }

  // The table itself and those whose keys point at it.
  private List<Table> holders(Table table) {
    return Stream.concat(
            Stream.of(table),
            transition
                .from()
                .dependants(table.ref())
                .map(ObjectRef::name)
                .distinct()
                .flatMap(name -> transition.from().table(name).stream())
                .filter(other -> !other.name().equals(table.name())))
        .toList();
  }
}
