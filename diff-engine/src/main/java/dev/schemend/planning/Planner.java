package dev.schemend.planning;

import dev.schemend.plan.Change;
import dev.schemend.plan.Plan;
import java.util.List;

/** Turns changes into ordered steps by one dialect's rules. */
public final class Planner {

  private final PlanRules rules;

  /** A planner by {@code rules}. */
  public Planner(PlanRules rules) {
    this.rules = rules;
  }

  /**
   * Steps in order, or why there is no order.
   *
   * @param ordering the steps
   * @param left changes that no step addresses
   */
  public record Result(Ordering ordering, List<Plan.Left> left) {
    /** Copies the list. */
    public Result {
      left = List.copyOf(left);
    }
  }

  /** The steps that bring {@code changes} about. */
  public Result plan(Transition transition, List<Change> changes) {
    Draft draft = rules.draft(transition, changes);
    return new Result(StepGraph.order(draft.steps()), draft.left());
  }
}
