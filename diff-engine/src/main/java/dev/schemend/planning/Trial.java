package dev.schemend.planning;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.plan.Step;
import java.util.List;
import java.util.Optional;

/** Tells where steps can stand, beyond what their facts say: they are carried out as they come. */
interface Trial {

  /**
   * A step taken apart.
   *
   * @param taken what is carried out
   * @param left what is left to be carried out
   */
  record Part(List<DdlStatement> taken, List<DdlStatement> left) {
    /** Copies the lists. */
    public Part {
      taken = List.copyOf(taken);
      left = List.copyOf(left);
    }
  }

  /** Believes the facts, and that they are all there is. */
  Trial BY_FACTS =
      new Trial() {
        @Override
        public boolean takes(Step step) {
          return true;
        }

        @Override
        public Optional<Part> part(Step step) {
          return Optional.empty();
        }
      };

  /** Carries a step out, if the whole of it can be. */
  boolean takes(Step step);

  /** Carries out what can be of a step; empty where nothing can. */
  Optional<Part> part(Step step);
}
