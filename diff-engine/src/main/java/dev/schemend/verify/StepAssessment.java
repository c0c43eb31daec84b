package dev.schemend.verify;

import dev.schemend.apply.Applied;
import dev.schemend.apply.SchemaInterpreter;
import dev.schemend.apply.Session;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.hazard.Assessment;
import dev.schemend.hazard.Assessor;
import dev.schemend.hazard.HazardRules;
import dev.schemend.model.Schema;
import dev.schemend.plan.Hazard;
import dev.schemend.plan.Step;
import dev.schemend.plan.TableLock;
import dev.schemend.plan.TransactionMode;
import dev.schemend.planning.Transition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is known about the steps of a plan before they run: their dangers, their locks and which of
 * them can share a transaction.
 */
final class StepAssessment {

  private static final DdlStatement UNCHECKED = new DdlStatement.CheckBodies(false);

  private final SchemaInterpreter interpreter;
  private final Session session;
  private final HazardRules rules;

  StepAssessment(SchemaInterpreter interpreter, Session session, HazardRules rules) {
    this.interpreter = interpreter;
    this.session = session;
    this.rules = rules;
  }

  /** The same steps; from one on that the server would refuse, nothing is known. */
  List<Step> of(Transition transition, List<Step> steps) {
    Assessor assessor = new Assessor(rules, transition.to());
    List<Step> assessed = new ArrayList<>();
    Schema schema = transition.from();
    int group = 0;
    TransactionMode last = TransactionMode.FORBIDDEN;
    for (Step step : steps) {
      Set<Hazard> hazards = new LinkedHashSet<>();
      Set<TableLock> locks = new LinkedHashSet<>();
      TransactionMode mode = step.transaction();
      boolean unchecked = step.statements().contains(UNCHECKED);
      for (DdlStatement statement : step.statements()) {
        if (!(interpreter.apply(schema, session, statement) instanceof Applied.Ok ok)) {
          return steps;
        }
        Assessment assessment = assessor.next(statement, schema, ok.schema(), session);
        hazards.addAll(assessment.hazards());
        if (unchecked && statement instanceof DdlStatement.CreateObject create) {
          hazards.add(
              new Hazard(
                  Hazard.Kind.UNTRACKED_DEPENDENCIES,
                  create.object().ref(),
                  "its body names what is not there when it is made, so that nobody looks into"
                      + " it"));
        }
        locks.addAll(assessment.locks());
        mode = stricter(mode, assessment.transaction());
        schema = ok.schema();
      }
      boolean shares =
          mode == TransactionMode.TRANSACTIONAL && last == TransactionMode.TRANSACTIONAL;
      group = shares ? group : group + 1;
      last = mode;
      assessed.add(step.assessed(List.copyOf(hazards), List.copyOf(locks), mode).inGroup(group));
    }
    return assessed;
  }

  private static TransactionMode stricter(TransactionMode one, TransactionMode other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
