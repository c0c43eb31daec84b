package dev.schemend.verify;

import dev.schemend.model.Schema;
import dev.schemend.plan.Plan;
import java.util.Objects;

/** A plan, with or without its proof. */
public sealed interface PlanResult {

  /** The plan; to be shown whatever came of the proof. */
  Plan plan();

  /**
   * Replayed statement by statement, it leads to the wanted schema.
   *
   * @param reached the schema that it leads to: the wanted one but for what the plan leaves
   */
  record Proven(Plan plan, Schema reached) implements PlanResult {
    /** Rejects null parts. */
    public Proven {
      Objects.requireNonNull(plan, "plan");
      Objects.requireNonNull(reached, "reached");
    }
  }

  /** It could not be proven: neither to be printed as a script nor to be run. */
  record Refused(Plan plan, PlanRefused reason) implements PlanResult {
    /** Rejects null parts. */
    public Refused {
      Objects.requireNonNull(plan, "plan");
      Objects.requireNonNull(reason, "reason");
    }
  }
}
