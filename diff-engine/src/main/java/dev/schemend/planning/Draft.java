package dev.schemend.planning;

import dev.schemend.plan.Change;
import dev.schemend.plan.Plan;
import dev.schemend.plan.TableDifference;
import java.util.ArrayList;
import java.util.List;

/**
 * Steps before they have an order.
 *
 * @param steps what to do, with the facts that order it
 * @param left changes that no step addresses
 */
public record Draft(List<PlannedStep> steps, List<Plan.Left> left) {

  /** Copies the lists. */
  public Draft {
    steps = List.copyOf(steps);
    left = List.copyOf(left);
  }

  /** Collects steps while a dialect's rules go through the changes. */
  public static final class Collector {

    private final List<PlannedStep> steps = new ArrayList<>();
    private final List<Plan.Left> left = new ArrayList<>();

    /** One more step. */
    public void add(PlannedStep step) {
      steps.add(step);
    }

    /** A change that nothing is done about. */
    public void leave(Change change, String reason) {
      left.add(new Plan.Left(change, reason));
    }

    /** A difference of a table that nothing is done about. */
    public void leave(TableEdit edit, TableDifference difference, String reason) {
      leave(new Change.TableAltered(edit.from(), edit.to(), List.of(difference)), reason);
    }

    /** What was collected. */
    public Draft draft() {
      return new Draft(steps, left);
    }
  }
}
