package dev.schemend.planning;

import dev.schemend.model.Schema;
import dev.schemend.plan.Change;
import dev.schemend.plan.Step;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Turns changes into ordered steps by one dialect's rules. */
public final class Planner implements StepPlanner {

  private final PlanRules rules;

  /** A planner by {@code rules}. */
  public Planner(PlanRules rules) {
    this.rules = rules;
  }

  @Override
  public boolean movesColumns() {
    return rules.movesColumns();
  }

  @Override
  public Transition spelled(Transition transition) {
    return rules.spelled(transition);
  }

  @Override
  public Optional<SetAside> setAside(Schema from, Schema to) {
    return rules.setAside(from, to);
  }

  @Override
  public Result plan(Transition transition, List<Change> changes) {
    return ordered(transition, changes, StepGraph::order);
  }

  @Override
  public Optional<Result> plan(
      Transition transition, List<Change> changes, OnlineForms.Replay replay) {
    return Optional.of(
        ordered(
            transition,
            changes,
            steps -> StepGraph.order(steps, new ReplayTrial(transition.from(), replay))));
  }

  private Result ordered(
      Transition transition, List<Change> changes, Function<List<PlannedStep>, Ordering> order) {
    Result result = result(rules.draft(transition, changes), order);
    return result.ordering() instanceof Ordering.Cyclic
        ? rules
            .coarser(transition, changes)
            .map(draft -> result(draft, order))
            .filter(other -> !(other.ordering() instanceof Ordering.Cyclic))
            .orElse(result)
        : result;
  }

  private static Result result(Draft draft, Function<List<PlannedStep>, Ordering> order) {
    return new Result(order.apply(draft.steps()), draft.left());
  }

  @Override
  public List<Step> surrounded(Transition transition, List<Step> steps, OnlineForms.Replay replay) {
    return rules.surrounded(transition, steps, replay);
  }

  @Override
  public Draft rights(Transition transition, List<Change> changes) {
    return rules.rights(transition, changes);
  }
}
