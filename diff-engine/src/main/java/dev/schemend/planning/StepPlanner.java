package dev.schemend.planning;

import dev.schemend.model.Schema;
import dev.schemend.plan.Change;
import dev.schemend.plan.Plan;
import dev.schemend.plan.Step;
import java.util.List;
import java.util.Optional;

/** PORT: turns changes into ordered steps. */
public interface StepPlanner {

  /** Whether the plans change the order of a table's columns. */
  boolean movesColumns();

  /**
   * Both states with names as a script must spell them: plans are made between these, and proven
   * between the states themselves.
   */
  Transition spelled(Transition transition);

  /**
   * What must step aside before all else, because nothing leads from what it is to what it is to
   * be.
   */
  default Optional<SetAside> setAside(Schema from, Schema to) {
    return Optional.empty();
  }

  /** The steps that bring {@code changes} about. */
  Result plan(Transition transition, List<Change> changes);

  /**
   * The same steps, each of which waits until it can be carried out: for where facts are not
   * enough. Empty where that is not known, or no other order than {@link #plan} found.
   */
  default Optional<Result> plan(
      Transition transition, List<Change> changes, OnlineForms.Replay replay) {
    return Optional.empty();
  }

  /**
   * The next steps towards the wanted rights on what is there, in order; after them what is left of
   * the changes is asked for again, until there are no more steps.
   *
   * @param transition from where all else is done
   * @param changes of owners and privileges alone
   */
  default Draft rights(Transition transition, List<Change> changes) {
    return new Draft(List.of(), List.of());
  }

  /**
   * The same steps with what must be said around some of them, so that the server takes them where
   * they stand.
   */
  default List<Step> surrounded(
      Transition transition, List<Step> steps, OnlineForms.Replay replay) {
    return steps;
  }

  /**
   * Steps in order, or why there is no order.
   *
   * @param ordering the steps
   * @param left changes that no step addresses
   */
  record Result(Ordering ordering, List<Plan.Left> left) {
    /** Copies the list. */
    public Result {
      left = List.copyOf(left);
    }
  }
}
