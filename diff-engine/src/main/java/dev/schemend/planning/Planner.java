package dev.schemend.planning;

import dev.schemend.model.Schema;
import dev.schemend.plan.Change;
import dev.schemend.plan.Step;
import java.util.List;
import java.util.Optional;

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
    Draft draft = rules.draft(transition, changes);
    return new Result(StepGraph.order(draft.steps()), draft.left());
  }

  @Override
  public Optional<Result> plan(
      Transition transition, List<Change> changes, OnlineForms.Replay replay) {
    Draft draft = rules.draft(transition, changes);
    Trial trial = new ReplayTrial(transition.from(), replay);
    return Optional.of(new Result(StepGraph.order(draft.steps(), trial), draft.left()));
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
