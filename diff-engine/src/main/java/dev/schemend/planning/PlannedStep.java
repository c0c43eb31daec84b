package dev.schemend.planning;

import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Step;
import dev.schemend.plan.StepLabel;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A step, with the facts that decide its place.
 *
 * <p>The facts read as sentences about names: a step <em>makes</em> an object that others
 * <em>need</em>; it <em>frees</em> a name that others make anew; and it <em>releases</em> an object
 * that another step may only free, or rebuild, when nobody holds on to it any more.
 *
 * @param step what to do
 * @param place where it stands unless a fact says otherwise; the step's own label but for few
 * @param about orders the steps of one place
 * @param makes exists after it
 * @param needs must exist before it
 * @param frees no longer exists after it
 * @param releases is no longer used by its object after it
 * @param mentions names in a body that nobody looks into closely: where that can be, they are made
 *     before it
 * @param forgets names in a body that was there before it: where that can be, they go after it
 */
public record PlannedStep(
    Step step,
    StepLabel place,
    ObjectRef about,
    Set<ObjectRef> makes,
    Set<ObjectRef> needs,
    Set<ObjectRef> frees,
    Set<ObjectRef> releases,
    Set<Identifier> mentions,
    Set<Identifier> forgets) {

  /** Copies the facts. */
  public PlannedStep {
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(about, "about");
    makes = Set.copyOf(makes);
    needs = Set.copyOf(needs);
    frees = Set.copyOf(frees);
    releases = Set.copyOf(releases);
    mentions = Set.copyOf(mentions);
    forgets = Set.copyOf(forgets);
  }

  /** A step at its label's place, without facts. */
  public static PlannedStep of(Step step, ObjectRef about) {
    return new PlannedStep(
        step, step.label(), about, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
  }

  /** This step at another place. */
  public PlannedStep at(StepLabel newPlace) {
    return new PlannedStep(step, newPlace, about, makes, needs, frees, releases, mentions, forgets);
  }

  /** This step, which also makes {@code refs}. */
  public PlannedStep making(Set<ObjectRef> refs) {
    return new PlannedStep(
        step, place, about, both(makes, refs), needs, frees, releases, mentions, forgets);
  }

  /** This step, which also needs {@code refs}. */
  public PlannedStep needing(Set<ObjectRef> refs) {
    return new PlannedStep(
        step, place, about, makes, both(needs, refs), frees, releases, mentions, forgets);
  }

  /** This step, which also frees {@code refs}. */
  public PlannedStep freeing(Set<ObjectRef> refs) {
    return new PlannedStep(
        step, place, about, makes, needs, both(frees, refs), releases, mentions, forgets);
  }

  /** This step, which also releases {@code refs}. */
  public PlannedStep releasing(Set<ObjectRef> refs) {
    return new PlannedStep(
        step, place, about, makes, needs, frees, both(releases, refs), mentions, forgets);
  }

  /** This step, which mentions {@code names}. */
  public PlannedStep mentioning(Set<Identifier> names) {
    return new PlannedStep(step, place, about, makes, needs, frees, releases, names, forgets);
  }

  /** This step, after which {@code names} are no longer mentioned by its object. */
  public PlannedStep forgetting(Set<Identifier> names) {
    return new PlannedStep(step, place, about, makes, needs, frees, releases, mentions, names);
  }

  private static Set<ObjectRef> both(Set<ObjectRef> one, Set<ObjectRef> other) {
    Set<ObjectRef> all = new TreeSet<>(one);
    all.addAll(other);
    return all;
  }
}
