package dev.schemend.planning;

import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Step;
import java.util.List;

/** The answer of a {@link StepGraph}. */
public sealed interface Ordering {

  /** The steps in an order that respects every fact. */
  record Ordered(List<Step> steps) implements Ordering {
    /** Copies the steps. */
    public Ordered {
      steps = List.copyOf(steps);
    }
  }

  /**
   * Each of these waits for another of them.
   *
   * @param members what the steps are about, in order
   */
  record Cyclic(List<ObjectRef> members) implements Ordering {
    /** Copies the members. */
    public Cyclic {
      members = List.copyOf(members);
    }
  }
}
