package dev.schemend.locate;

import dev.schemend.model.SchemaObject;
import dev.schemend.model.Table;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Change;
import dev.schemend.plan.TableDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The smallest thing that can differ: one part of a table, or another object as a whole.
 *
 * @param ref the object
 * @param what a {@link TableDifference}, or the whole {@link Change} of another object
 * @param weight how many parts of a schema it stands for
 */
record Difference(ObjectRef ref, Record what, int weight) {

  /** The parts of {@code changes}. */
  static List<Difference> of(List<Change> changes) {
    return changes.stream().flatMap(change -> of(change).stream()).toList();
  }

  private static List<Difference> of(Change change) {
    return switch (change) {
      case Change.TableAltered altered ->
          altered.differences().stream()
              .map(one -> new Difference(altered.ref(), (Record) one, 1))
              .toList();
      case Change.Created created -> List.of(whole(created, weight(created.object())));
      case Change.Dropped dropped -> List.of(whole(dropped, weight(dropped.object())));
      case Change.EnumAltered altered -> List.of(whole(altered, 1));
      case Change.SequenceAltered altered -> List.of(whole(altered, 1));
      case Change.ObjectAltered altered -> List.of(whole(altered, 1));
      case Change.Renamed renamed -> List.of(whole(renamed, 1));
      case Change.LabelRenamed renamed -> List.of(whole(renamed, 1));
      case Change.Unproven unproven -> List.of(whole(unproven, 0));
    };
  }

  private static <C extends Record & Change> Difference whole(C change, int weight) {
    return new Difference(change.ref(), change, weight);
  }

  /** A table counts with all its parts, so that one part more or less does not outweigh it. */
  private static int weight(SchemaObject object) {
    return object instanceof Table table
        ? 1 + table.columns().size() + table.constraints().size() + table.indexes().size()
        : 1;
  }

  /** What {@code changes} weigh without those in {@code common}. */
  static int weight(List<Change> changes, Set<Difference> common) {
    return of(changes).stream()
        .filter(one -> !common.contains(one))
        .mapToInt(Difference::weight)
        .sum();
  }

  /** Whether it can be acted upon: neither a doubt nor an order of columns. */
  boolean isDecisive() {
    return weight > 0 && !(what instanceof TableDifference.ColumnsReordered);
  }

  /** The part of {@code changes} that {@code kept} lets pass. */
  static List<Change> only(List<Change> changes, Predicate<Difference> kept) {
    List<Change> part = new ArrayList<>();
    for (Change change : changes) {
      if (change instanceof Change.TableAltered altered) {
        List<TableDifference> differences =
            altered.differences().stream()
                .filter(one -> kept.test(new Difference(altered.ref(), (Record) one, 1)))
                .toList();
        if (!differences.isEmpty()) {
          part.add(new Change.TableAltered(altered.from(), altered.to(), differences));
        }
      } else if (of(change).stream().allMatch(kept)) {
        part.add(change);
      }
    }
    return part;
  }
}
