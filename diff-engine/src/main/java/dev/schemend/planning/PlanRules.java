package dev.schemend.planning;

import dev.schemend.model.Schema;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Change;
import dev.schemend.plan.Step;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** PORT: how one dialect brings changes about. */
public interface PlanRules {

  /** Whether the server can change the order of a table's columns. */
  boolean movesColumns();

  /**
   * Both states with names as a script must spell them; the model may leave out where something is
   * that it does not hold.
   */
  Transition spelled(Transition transition);

  /**
   * The steps for {@code changes}, in no particular order: their facts and the {@link StepGraph}
   * decide it. What cannot be written in the dialect is left, with its reason.
   */
  Draft draft(Transition transition, List<Change> changes);

  /**
   * The same for where the steps of {@link #draft} wait for each other: what could change in place
   * before something else goes is made anew. Empty where there is no such difference.
   */
  default Optional<Draft> coarser(Transition transition, List<Change> changes) {
    return Optional.empty();
  }

  /** See {@link StepPlanner#rights}. */
  default Draft rights(Transition transition, List<Change> changes) {
    return new Draft(List.of(), List.of());
  }

  /** See {@link StepPlanner#surrounded}. */
  default List<Step> surrounded(
      Transition transition, List<Step> steps, OnlineForms.Replay replay) {
    return steps;
  }

  /**
   * What must step aside before all else, because nothing leads from what it is to what it is to
   * be.
   */
  default Optional<SetAside> setAside(Schema from, Schema to) {
    return Optional.empty();
  }

  /**
   * The step that gives something another name, with whatever the server wants done first; empty
   * where the server cannot, or where a drop loses nothing that a new one would not have.
   *
   * @param transition what is there, and what is wanted in the end
   * @param from its name; of a part, inside of its table
   * @param to its new name
   */
  Optional<Step> rename(Transition transition, ObjectRef from, ObjectRef to);

  /**
   * The step that gives labels of a column whose type lists them other names, all at once, while
   * its rows stay what they are; empty where the server has no such columns, or cannot.
   *
   * @param transition what is there, and what is wanted in the end
   * @param labels the new names by the old ones
   */
  default Optional<Step> relabel(
      Transition transition, ObjectRef column, SortedMap<String, String> labels) {
    return Optional.empty();
  }
}
