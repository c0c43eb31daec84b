package dev.schemend.verify;

import dev.schemend.apply.Applied;
import dev.schemend.apply.SchemaInterpreter;
import dev.schemend.apply.Session;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.dialect.Dialect;
import dev.schemend.diff.ChangePolicy;
import dev.schemend.diff.SchemaDiffer;
import dev.schemend.hazard.HazardRules;
import dev.schemend.model.Schema;
import dev.schemend.plan.Change;
import dev.schemend.plan.Plan;
import dev.schemend.plan.Step;
import dev.schemend.planning.OnlineForms;
import dev.schemend.planning.Ordering;
import dev.schemend.planning.PlanRules;
import dev.schemend.planning.Planner;
import dev.schemend.planning.RowMove;
import dev.schemend.planning.SetAside;
import dev.schemend.planning.StepPlanner;
import dev.schemend.planning.Transition;
import dev.schemend.rename.Renames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** From two schemas to a proven plan: differences, policy, steps, order, proof. */
public final class PlanMaker {

  private final SchemaDiffer differ;
  private final ChangePolicy policy;
  private final StepPlanner planner;
  private final ReplayVerifier verifier;
  private final StepAssessment assessment;
  private final SchemaInterpreter interpreter;
  private final SchemaInterpreter bare;
  private final ReplayVerifier bareVerifier;
  private final RightsStage stage;
  private final Session session;
  private final OnlineForms online;

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
    this(dialect, differ, planner, interpreter, policy, hazards, OnlineForms.NONE, roundTrip);
  }

  /**
   * A maker of plans for one server, which another planner makes.
   *
   * @param hazards what the server does to carry statements out
   * @param online gentler forms of its steps; used where the plan can be proven with them
   * @param roundTrip prints statements and reads them back; see {@link ReplayVerifier}
   */
  public PlanMaker(
      Dialect dialect,
      SchemaDiffer differ,
      StepPlanner planner,
      SchemaInterpreter interpreter,
      ChangePolicy policy,
      HazardRules hazards,
      OnlineForms online,
      UnaryOperator<List<DdlStatement>> roundTrip) {
    this.differ = differ;
    this.policy = policy;
    this.planner = planner;
    this.interpreter = interpreter;
    this.bare = interpreter.withoutRights();
    this.online = online;
    this.session = Session.in(dialect.profile().defaultSchema());
    this.bareVerifier = new ReplayVerifier(bare, differ, policy, session, roundTrip);
    this.stage = new RightsStage(interpreter, session, differ, policy, planner);
    this.verifier = new ReplayVerifier(interpreter, differ, policy, session, roundTrip);
    this.assessment = new StepAssessment(interpreter, session, hazards);
  }

  /** The plan that leads from the one schema to the other, and whether it is proven. */
  public PlanResult plan(Schema from, Schema to) {
    return plan(Renames.none(from), to);
  }

  /** The same, with renames carried out before all else; the proof begins before them. */
  public PlanResult plan(Renames renames, Schema to) {
    ChangePolicy.Selection shown = selection(new Transition(renames.renamed(), to));
    return planner
        .setAside(RightsStage.bare(renames.renamed()), RightsStage.bare(to))
        .flatMap(aside -> aside(renames, aside, shown, to))
        .orElseGet(() -> plan(renames, List.of(), shown, to));
  }

  /** The plan in which tables step aside first, where it leads all the way and keeps their rows. */
  private Optional<PlanResult> aside(
      Renames renames, SetAside aside, ChangePolicy.Selection shown, Schema to) {
    Schema schema = renames.renamed();
    for (Step step : aside.steps()) {
      for (DdlStatement statement : step.statements()) {
        if (!(interpreter.apply(schema, session, statement) instanceof Applied.Ok ok)) {
          return Optional.empty();
        }
        schema = ok.schema();
      }
    }
    List<Step> first = new ArrayList<>(renames.steps());
    first.addAll(aside.steps());
    Renames all =
        new Renames(renames.original(), schema, first, renames.questions(), renames.problems());
    PlanResult result = plan(all, aside.moves(), shown, to);
    boolean keepsRows =
        result instanceof PlanResult.Proven
            && new RowKeeping(interpreter, session)
                .holds(renames.original(), schema, result.plan().steps(), aside.moves());
    return keepsRows ? Optional.of(result) : Optional.empty();
  }

  private PlanResult plan(
      Renames renames, List<RowMove> moves, ChangePolicy.Selection shown, Schema to) {
    Transition transition =
        new Transition(RightsStage.bare(renames.renamed()), RightsStage.bare(to), moves);
    ChangePolicy.Selection selection = selection(new Transition(renames.renamed(), to));
    Transition spelled = planner.spelled(transition);
    List<Change> actionable =
        RightsStage.others(
            (spelled.equals(transition) ? selection : selection(spelled)).actionable());
    Function<StepPlanner.Result, PlanResult> proven =
        result -> proven(renames, transition, spelled, selection, result, shown, to);
    PlanResult byFacts = proven.apply(planner.plan(spelled, actionable));
    return isMisplaced(byFacts)
        ? planner
            .plan(spelled, actionable, this::behind)
            .map(proven)
            .filter(PlanResult.Proven.class::isInstance)
            .orElse(byFacts)
        : byFacts;
  }

  /** Whether it may help to put the steps into another order. */
  private static boolean isMisplaced(PlanResult result) {
    return result instanceof PlanResult.Refused refused
        && switch (refused.reason()) {
          case PlanRefused.StatementRejected rejected -> true;
          case PlanRefused.OrderCyclic cyclic -> true;
          case PlanRefused.DifferencesRemain remain -> false;
        };
  }

  private PlanResult proven(
      Renames renames,
      Transition transition,
      Transition spelled,
      ChangePolicy.Selection selection,
      StepPlanner.Result result,
      ChangePolicy.Selection shown,
      Schema to) {
    List<Plan.Left> left = new ArrayList<>(selection.left());
    left.addAll(result.left());
    List<Step> steps =
        new ArrayList<>(
            planner.surrounded(
                new Transition(renames.original(), renames.renamed()),
                renames.steps(),
                this::behind));
    switch (result.ordering()) {
      case Ordering.Ordered ordered -> {
        List<Step> gentle =
            planner.surrounded(
                spelled, gentle(transition, spelled, ordered.steps(), left), this::behind);
        RightsStage.Outcome rights = stage.plan(renames.renamed(), gentle, to);
        steps.addAll(rights.first());
        steps.addAll(gentle);
        steps.addAll(rights.last());
        left.addAll(rights.left());
      }
      case Ordering.Cyclic cyclic -> steps.clear();
    }
    List<Change> changes = new ArrayList<>(renames.changes());
    changes.addAll(shown.visible());
    Plan plan =
        new Plan(
            policy.visible(renames.original()).fingerprint(),
            policy.visible(to).fingerprint(),
            changes,
            stage.kept(to, assessment.of(new Transition(renames.original(), to), steps)),
            left,
            renames.questions(),
            Plan.Coverage.COMPLETE);
    return switch (result.ordering()) {
      case Ordering.Ordered ordered ->
          proof(
              plan,
              verifier.verify(
                  new Transition(renames.original(), to),
                  plan.steps(),
                  plan.left(),
                  planner.movesColumns()));
      case Ordering.Cyclic cyclic ->
          new PlanResult.Refused(plan, new PlanRefused.OrderCyclic(cyclic.members()));
    };
  }

  private ChangePolicy.Selection selection(Transition transition) {
    return policy.select(
        differ.diff(transition.from(), transition.to()), transition.from(), planner.movesColumns());
  }

  /** The gentler steps, where they lead to the same end. */
  private List<Step> gentle(
      Transition transition, Transition spelled, List<Step> steps, List<Plan.Left> left) {
    List<Step> gentle = online.rewrite(spelled, steps, this::behind);
    boolean proven =
        gentle.equals(steps)
            || bareVerifier.verify(transition, gentle, left, planner.movesColumns())
                instanceof ReplayVerifier.Replay.Reached;
    return proven ? gentle : steps;
  }

  private Optional<Schema> behind(Schema schema, DdlStatement statement) {
    return bare.apply(schema, session, statement) instanceof Applied.Ok ok
        ? Optional.of(ok.schema())
        : Optional.empty();
  }

  private static PlanResult proof(Plan plan, ReplayVerifier.Replay replay) {
    return switch (replay) {
      case ReplayVerifier.Replay.Reached reached -> new PlanResult.Proven(plan, reached.schema());
      case ReplayVerifier.Replay.Failed failed -> new PlanResult.Refused(plan, failed.reason());
    };
  }
}
