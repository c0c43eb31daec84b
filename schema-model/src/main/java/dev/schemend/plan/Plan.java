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
 * @param renames what is gone, and what may have become of it: decided, or open
 * @param coverage how much of each side is known
 */
public record Plan(
    Fingerprint from,
    Fingerprint to,
    List<Change> changes,
    List<Step> steps,
    List<Left> left,
    List<RenameQuestion> renames,
    Coverage coverage) {

  /** A change that stays, and why. */
  public record Left(Change change, String reason) {}

  /**
   * How much of the two sides is known.
   *
   * @param from of the side that it starts from
   * @param to of the side that it leads to
   */
  public record Coverage(SideCoverage from, SideCoverage to) {

    /** Nothing is missing on either side. */
    public static final Coverage COMPLETE =
        new Coverage(SideCoverage.COMPLETE, SideCoverage.COMPLETE);

    /** Rejects null parts. */
    public Coverage {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
    }
  }

  /** Copies the lists. */
  public Plan {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(coverage, "coverage");
    changes = List.copyOf(changes);
    steps = List.copyOf(steps);
    left = List.copyOf(left);
    renames = List.copyOf(renames);
  }

  /** This plan, with what is known of its two sides. */
  public Plan covering(Coverage known) {
    return new Plan(from, to, changes, steps, left, renames, known);
  }

  /** This plan with other steps. */
  public Plan withSteps(List<Step> others) {
    return new Plan(from, to, changes, others, left, renames, coverage);
  }

  /** The names of things before its renames. */
  public FormerNames formerNames() {
    return new FormerNames(renames);
  }

  /** Whether there is nothing to do. */
  public boolean isEmpty() {
    return steps.isEmpty();
  }
}
