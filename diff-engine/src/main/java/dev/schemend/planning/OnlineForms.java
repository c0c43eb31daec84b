package dev.schemend.planning;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.model.Schema;
import dev.schemend.plan.Step;
import java.util.List;
import java.util.Optional;

/** PORT: the forms of one dialect's statements that let others work meanwhile. */
public interface OnlineForms {

  /** Tells what a statement leads to; empty where the server would refuse it. */
  @FunctionalInterface
  interface Replay {
    /** The schema behind {@code statement}. */
    Optional<Schema> apply(Schema before, DdlStatement statement);
  }

  /** Leaves steps as they are. */
  OnlineForms NONE = (transition, steps, replay) -> steps;

  /**
   * The same way in more and gentler steps. What has no such form stays as it is; the proof of the
   * plan decides whether the result may be used.
   */
  List<Step> rewrite(Transition transition, List<Step> steps, Replay replay);
}
