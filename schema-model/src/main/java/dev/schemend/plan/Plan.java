package dev.schemend.plan;

import dev.schemend.model.Fingerprint;
import java.util.List;
import java.util.Objects;

/**
 * An edge between two schemas: the changes that are wanted and the steps that bring them about.
 *
 * @param from the schema it starts from
 * @param to the schema it leads to
 * @param changes what differs, also where nothing can be done about it
 * @param steps what to do, in order
 * @param left changes that no step addresses, each with its reason in the planner's words
 */
public record Plan(
    Fingerprint from, Fingerprint to, List<Change> changes, List<Step> steps, List<Left> left) {

  /** A change that stays, and why. */
  public record Left(Change change, String reason) {}

  /** Copies the lists. */
  public Plan {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    changes = List.copyOf(changes);
    steps = List.copyOf(steps);
    left = List.copyOf(left);
  }

  /** Whether there is nothing to do. */
  public boolean isEmpty() {
    return steps.isEmpty();
  }
}
