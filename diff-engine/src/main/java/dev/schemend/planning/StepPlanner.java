package dev.schemend.planning;

import dev.schemend.plan.Change;
import dev.schemend.plan.Plan;
import java.util.List;

/** PORT: turns changes into ordered steps. */
public interface StepPlanner {

  /** Whether the plans change the order of a table's columns. */
  boolean movesColumns();

  /**
   * Both states with names as a script must spell them: plans are made between these, and proven
   * between the states themselves.
   */
  Transition spelled(Transition transition);

  /** The steps that bring {@code changes} about. */
  Result plan(Transition transition, List<Change> changes);

  /**
   * Steps in order, or why there is no order.
   *
   * @param ordering the steps
   * @param left changes that no step addresses
   */
  record Result(Ordering ordering, List<Plan.Left> left) {
    /** Copies the list. */
    public Result {
      left = List.copyOf(left);
    }
  }
}
