package dev.schemend.verify;

import dev.schemend.apply.SchemaInterpreter;
import dev.schemend.apply.Session;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.dialect.Dialect;
import dev.schemend.diff.ChangePolicy;
import dev.schemend.diff.SchemaDiffer;
import dev.schemend.hazard.HazardRules;
import dev.schemend.model.Schema;
import dev.schemend.plan.Plan;
import dev.schemend.plan.Step;
import dev.schemend.planning.Ordering;
import dev.schemend.planning.PlanRules;
import dev.schemend.planning.Planner;
import dev.schemend.planning.StepPlanner;
import dev.schemend.planning.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** From two schemas to a proven plan: differences, policy, steps, order, proof. */
public final class PlanMaker {

  private final SchemaDiffer differ;
  private final ChangePolicy policy;
  private final StepPlanner planner;
  private final ReplayVerifier verifier;
  private final StepAssessment assessment;

  /**
   * A maker of plans for one server.
   *
   * @param hazards what the server does to carry statements out
   * @param roundTrip prints statements and reads them back; see {@link ReplayVerifier}
   */
  public PlanMaker(
      Dialect dialect,
      SchemaDiffer differ,
      PlanRules rules,
      SchemaInterpreter interpreter,
      ChangePolicy policy,
      HazardRules hazards,
      UnaryOperator<List<DdlStatement>> roundTrip) {
    this(dialect, differ, new Planner(rules), interpreter, policy, hazards, roundTrip);
  }

  /**
   * A maker of plans for one server, which another planner makes.
   *
   * @param hazards what the server does to carry statements out
   * @param roundTrip prints statements and reads them back; see {@link ReplayVerifier}
   */
  public PlanMaker(
      Dialect dialect,
      SchemaDiffer differ,
      StepPlanner planner,
      SchemaInterpreter interpreter,
      ChangePolicy policy,
      HazardRules hazards,
      UnaryOperator<List<DdlStatement>> roundTrip) {
    this.differ = differ;
    this.policy = policy;
    this.planner = planner;
    Session session = Session.in(dialect.profile().defaultSchema());
    this.verifier = new ReplayVerifier(interpreter, differ, policy, session, roundTrip);
    this.assessment = new StepAssessment(interpreter, session, hazards);
  }

  /** The plan that leads from the one schema to the other, and whether it is proven. */
  public PlanResult plan(Schema from, Schema to) {
    Transition transition = new Transition(from, to);
    ChangePolicy.Selection selection =
        policy.select(differ.diff(from, to), from, planner.movesColumns());
    StepPlanner.Result result = planner.plan(transition, selection.actionable());
    List<Plan.Left> left = new ArrayList<>(selection.left());
    left.addAll(result.left());
    List<Step> steps =
        switch (result.ordering()) {
          case Ordering.Ordered ordered -> ordered.steps();
          case Ordering.Cyclic cyclic -> List.of();
        };
    Plan plan =
        new Plan(
            policy.visible(from).fingerprint(),
            policy.visible(to).fingerprint(),
            selection.visible(),
            assessment.of(transition, steps),
            left);
    return refusal(transition, result.ordering(), plan)
        .<PlanResult>map(reason -> new PlanResult.Refused(plan, reason))
        .orElseGet(() -> new PlanResult.Proven(plan));
  }

  private Optional<PlanRefused> refusal(Transition transition, Ordering ordering, Plan plan) {
    return switch (ordering) {
      case Ordering.Ordered ordered ->
          verifier.verify(transition, ordered.steps(), plan.left(), planner.movesColumns());
      case Ordering.Cyclic cyclic -> Optional.of(new PlanRefused.OrderCyclic(cyclic.members()));
    };
  }
}
