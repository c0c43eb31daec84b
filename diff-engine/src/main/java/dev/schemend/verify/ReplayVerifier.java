package dev.schemend.verify;

import dev.schemend.apply.Applied;
import dev.schemend.apply.SchemaInterpreter;
import dev.schemend.apply.Session;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.diff.ChangePolicy;
import dev.schemend.diff.SchemaDiffer;
import dev.schemend.model.Schema;
import dev.schemend.plan.Change;
import dev.schemend.plan.Plan;
import dev.schemend.plan.Step;
import dev.schemend.plan.TableDifference;
import dev.schemend.planning.Transition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Replays a plan without a server: every prefix must be accepted, and the end must be right. */
public final class ReplayVerifier {

  private final SchemaInterpreter interpreter;
  private final SchemaDiffer differ;
  private final ChangePolicy policy;
  private final Session session;
  private final UnaryOperator<List<DdlStatement>> roundTrip;

  /**
   * A verifier by one server's rules.
   *
   * @param session the session that the plan is to run in
   * @param roundTrip prints the statements and reads them back, so that what is proven is the
   *     printed script; {@link UnaryOperator#identity()} proves the statements themselves
   */
  public ReplayVerifier(
      SchemaInterpreter interpreter,
      SchemaDiffer differ,
      ChangePolicy policy,
      Session session,
      UnaryOperator<List<DdlStatement>> roundTrip) {
    this.interpreter = interpreter;
    this.differ = differ;
    this.policy = policy;
    this.session = session;
    this.roundTrip = roundTrip;
  }

  /** What came of a replay. */
  sealed interface Replay {

    /** Every statement was accepted. */
    record Reached(Schema schema) implements Replay {}

    /** The steps do not lead there. */
    record Failed(PlanRefused reason) implements Replay {}
  }

  /**
   * Whether {@code steps} lead from the one schema to the other (laws L3 and L4).
   *
   * @param movesColumns whether the server can change the order of columns
   * @param left what the plan says it does not do
   */
  Replay verify(
      Transition transition, List<Step> steps, List<Plan.Left> left, boolean movesColumns) {
    List<DdlStatement> planned =
        steps.stream().flatMap(step -> step.statements().stream()).toList();
    List<DdlStatement> statements = roundTrip.apply(planned);
    Schema schema = transition.from();
    for (int i = 0; i < statements.size(); i++) {
      switch (interpreter.apply(schema, session, statements.get(i))) {
        case Applied.Ok ok -> schema = ok.schema();
        case Applied.Rejected rejected -> {
          return new Replay.Failed(
              new PlanRefused.StatementRejected(statements.get(i), i + 1, rejected.error()));
        }
      }
    }
    List<Change> remaining =
        without(
            left,
            policy.select(differ.diff(schema, transition.to()), schema, movesColumns).actionable());
    return remaining.isEmpty()
        ? new Replay.Reached(schema)
        : new Replay.Failed(new PlanRefused.DifferencesRemain(remaining));
  }

  // What the plan owns up to leaving may be left, down to a single difference of a table.
  private static List<Change> without(List<Plan.Left> left, List<Change> remaining) {
    Set<Change> changes = new HashSet<>();
    Set<TableDifference> differences = new HashSet<>();
    for (Plan.Left one : left) {
      changes.add(one.change());
      if (one.change() instanceof Change.TableAltered altered) {
        differences.addAll(altered.differences());
      }
    }
    List<Change> unexpected = new ArrayList<>();
    for (Change change : remaining) {
      if (change instanceof Change.TableAltered altered) {
        if (!differences.containsAll(altered.differences())) {
          unexpected.add(change);
        }
      } else if (!changes.contains(change)) {
        unexpected.add(change);
      }
    }
    return unexpected;
  }
}
