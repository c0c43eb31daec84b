package dev.schemend.diff;

import dev.schemend.model.Namespace;
import dev.schemend.model.OpaqueObject;
import dev.schemend.model.Rights;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Change;
import dev.schemend.plan.Plan;
import dev.schemend.plan.TableDifference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which differences may be acted upon.
 *
 * @param historyTables names of tables in which migration tools keep their books, in any schema:
 *     they never appear in a difference
 * @param dropOpaque whether objects that are carried and not understood may be dropped
 */
public record ChangePolicy(SortedSet<String> historyTables, boolean dropOpaque) {

  /** Prisma's history is hidden, and nothing is dropped that is not understood. */
  public static final ChangePolicy DEFAULT =
      new ChangePolicy(new TreeSet<>(Set.of("_prisma_migrations")), false);

  private static final Set<ObjectKind> OF_TABLES =
      EnumSet.of(
          ObjectKind.TABLE,
          ObjectKind.COLUMN,
          ObjectKind.INDEX,
          ObjectKind.CONSTRAINT,
          ObjectKind.RIGHTS);

  /** Copies the names. */
  public ChangePolicy {
    historyTables = Collections.unmodifiableSortedSet(new TreeSet<>(historyTables));
  }

  /**
   * Changes after sorting out.
   *
   * @param visible all that may be shown
   * @param actionable those a planner is to bring about
   * @param left the others of the visible ones, each with its reason
   */
  public record Selection(List<Change> visible, List<Change> actionable, List<Plan.Left> left) {
    /** Copies the lists. */
    public Selection {
      visible = List.copyOf(visible);
      actionable = List.copyOf(actionable);
      left = List.copyOf(left);
    }
  }

  /** {@code schema} without the history tables. */
  public Schema visible(Schema schema) {
    Schema visible = schema;
    for (Table table : schema.tables().filter(table -> isHistory(table.name())).toList()) {
      visible = visible.without(table.ref()).without(Rights.refOn(table.ref()));
    }
    return visible;
  }

  /**
   * Sorts {@code changes} between {@code from} and another schema.
   *
   * @param movesColumns whether the server can change the order of columns
   */
  public Selection select(List<Change> changes, Schema from, boolean movesColumns) {
    Set<Identifier> occupied = new HashSet<>();
    from.tables()
        .filter(table -> isHistory(table.name()))
        .forEach(table -> occupied.add(table.name().schema()));
    List<Change> visible = changes.stream().filter(change -> !isHistory(change.ref())).toList();
    visible.stream()
        .filter(change -> change instanceof Change.Dropped dropped && isKept(dropped.object()))
        .forEach(change -> occupied.add(change.ref().name().schema()));
    List<Change> actionable = new ArrayList<>();
    List<Plan.Left> left = new ArrayList<>();
    for (Change change : visible) {
      switch (change) {
        case Change.Created created -> actionable.add(change);
        case Change.EnumAltered altered -> actionable.add(change);
        case Change.SequenceAltered altered -> actionable.add(change);
        case Change.ObjectAltered altered -> actionable.add(change);
        case Change.Renamed renamed -> actionable.add(change);
        case Change.LabelRenamed renamed -> actionable.add(change);
        case Change.Unproven unproven ->
            left.add(
                new Plan.Left(
                    change, "whether the two mean the same could not be shown; nothing is done"));
        case Change.Dropped dropped -> {
          if (isKept(dropped.object())) {
            left.add(
                new Plan.Left(
                    change, "it is carried, not understood, and so never dropped unless asked"));
          } else if (dropped.object() instanceof Namespace namespace
              && occupied.contains(namespace.name())) {
            left.add(new Plan.Left(change, "objects that are kept live in this schema"));
          } else {
            actionable.add(change);
          }
        }
        case Change.TableAltered altered -> split(altered, movesColumns, actionable, left);
      }
    }
    return new Selection(visible, actionable, left);
  }

  private static void split(
      Change.TableAltered altered,
      boolean movesColumns,
      List<Change> actionable,
      List<Plan.Left> left) {
    List<TableDifference> order =
        altered.differences().stream()
            .filter(TableDifference.ColumnsReordered.class::isInstance)
            .toList();
    if (movesColumns || order.isEmpty()) {
      actionable.add(altered);
      return;
    }
    List<TableDifference> others = new ArrayList<>(altered.differences());
    others.removeAll(order);
    left.add(
        new Plan.Left(
            new Change.TableAltered(altered.from(), altered.to(), order),
            "this server cannot change the order of columns"));
    if (!others.isEmpty()) {
      actionable.add(new Change.TableAltered(altered.from(), altered.to(), others));
    }
  }

  private boolean isKept(SchemaObject object) {
    return object instanceof OpaqueObject && !dropOpaque;
  }

  private boolean isHistory(ObjectRef ref) {
    return OF_TABLES.contains(ref.kind()) && isHistory(ref.name());
  }

  private boolean isHistory(ObjectName table) {
    return historyTables.contains(table.name().key());
  }
}
