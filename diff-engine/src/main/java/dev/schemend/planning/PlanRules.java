package dev.schemend.planning;

import dev.schemend.plan.Change;
import java.util.List;

/** PORT: how one dialect brings changes about. */
public interface PlanRules {

  /** Whether the server can change the order of a table's columns. */
  boolean movesColumns();

  /**
   * The steps for {@code changes}, in no particular order: their facts and the {@link StepGraph}
   * decide it. What cannot be written in the dialect is left, with its reason.
   */
  Draft draft(Transition transition, List<Change> changes);
}
