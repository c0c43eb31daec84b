package dev.schemend.verify;

import dev.schemend.apply.Applied;
import dev.schemend.apply.SchemaInterpreter;
import dev.schemend.apply.Session;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.diff.ChangePolicy;
import dev.schemend.diff.SchemaDiffer;
import dev.schemend.model.Rights;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Change;
import dev.schemend.plan.Hazard;
import dev.schemend.plan.Plan;
import dev.schemend.plan.Step;
import dev.schemend.planning.Draft;
import dev.schemend.planning.PlannedStep;
import dev.schemend.planning.StepPlanner;
import dev.schemend.planning.Transition;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Owners and privileges come last: all else is planned as if there were none, and replayed; what
 * the outcome lacks is what is left to be granted, also on objects that the plan makes anew. Does
 * nothing where schemas say nothing of rights.
 */
final class RightsStage {

  private static final Set<ObjectKind> RIGHTS =
      EnumSet.of(ObjectKind.RIGHTS, ObjectKind.DEFAULT_RIGHTS);

  /** Owners, privileges, columns: each is seen from where the ones before lead. */
  private static final int MOST_ROUNDS = 4;

  private final SchemaInterpreter interpreter;
  private final Session session;
  private final SchemaDiffer differ;
  private final ChangePolicy policy;
  private final StepPlanner planner;

  RightsStage(
      SchemaInterpreter interpreter,
      Session session,
      SchemaDiffer differ,
      ChangePolicy policy,
      StepPlanner planner) {
    this.interpreter = interpreter;
    this.session = session;
    this.differ = differ;
    this.policy = policy;
    this.planner = planner;
  }

  /**
   * Steps on rights, and the changes of rights that nothing is done about.
   *
   * @param first before all else
   * @param last behind all else
   */
  record Outcome(List<Step> first, List<Step> last, List<Plan.Left> left) {}

  /** A schema without what is said of rights. */
  static Schema bare(Schema schema) {
    Schema bare = schema;
    for (ObjectRef ref : said(schema).toList()) {
      bare = bare.without(ref);
    }
    return bare;
  }

  private static Stream<ObjectRef> said(Schema schema) {
    return RIGHTS.stream().flatMap(schema::ofKind).map(SchemaObject::ref);
  }

  /** The changes of anything else. */
  static List<Change> others(List<Change> changes) {
    return changes.stream().filter(change -> !RIGHTS.contains(change.ref().kind())).toList();
  }

  /** What there is to do about rights around {@code steps}. */
  Outcome plan(Schema from, List<Step> steps, Schema to) {
    if (said(to).findAny().isEmpty()) {
      return new Outcome(List.of(), List.of(), List.of());
    }
    List<Step> first = List.of();
    Optional<Schema> reached = after(from, steps);
    if (reached.isEmpty()) {
      // What is linked to something must have its owner beforehand (sequences and their tables).
      first = steps(planner.rights(new Transition(from, to), owners(from, to)));
      reached = after(from, first).flatMap(schema -> after(schema, steps));
    }
    List<Step> last = new ArrayList<>();
    for (int round = 0; round < MOST_ROUNDS && reached.isPresent(); round++) {
      Transition rest = new Transition(reached.get(), to);
      Draft draft = planner.rights(rest, changes(rest.from(), to));
      List<Step> next = steps(draft);
      if (next.isEmpty()) {
        return new Outcome(first, last, draft.left());
      }
      last.addAll(next);
      reached = after(reached.get(), next);
    }
    return new Outcome(first, last, List.of());
  }

  private static List<Step> steps(Draft draft) {
    return draft.steps().stream().map(PlannedStep::step).toList();
  }

  private List<Change> changes(Schema from, Schema to) {
    return policy.select(differ.diff(from, to), from, planner.movesColumns()).actionable().stream()
        .filter(change -> RIGHTS.contains(change.ref().kind()))
        .toList();
  }

  private List<Change> owners(Schema from, Schema to) {
    return changes(from, to).stream()
        .filter(
            change ->
                change instanceof Change.ObjectAltered altered
                    && altered.from() instanceof Rights older
                    && altered.to() instanceof Rights newer
                    && !older.owner().equals(newer.owner()))
        .toList();
  }

  /** Empty where the server would refuse; the proof says so. */
  private Optional<Schema> after(Schema from, List<Step> steps) {
    Schema schema = from;
    for (Step step : steps) {
      for (DdlStatement statement : step.statements()) {
        switch (interpreter.apply(schema, session, statement)) {
          case Applied.Ok ok -> schema = ok.schema();
          case Applied.Rejected rejected -> {
            return Optional.empty();
          }
        }
      }
    }
    return Optional.of(schema);
  }

  /** Steps without the danger that rights are lost, where the plan brings them back. */
  List<Step> kept(Schema to, List<Step> steps) {
    return said(to).findAny().isEmpty()
        ? steps
        : steps.stream()
            .map(
                step ->
                    step.assessed(
                        step.hazards().stream()
                            .filter(one -> one.kind() != Hazard.Kind.PRIVILEGES_LOST)
                            .toList(),
                        step.locks(),
                        step.transaction()))
            .toList();
  }
}
