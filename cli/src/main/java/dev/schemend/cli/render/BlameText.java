package dev.schemend.cli.render;

import dev.schemend.cli.state.ReadState;
import dev.schemend.cli.state.StatePair;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.FormerNames;
import dev.schemend.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/** Which statements of a history are behind the differences of a plan, for a person. */
public final class BlameText {

  private BlameText() {}

  /**
   * A heading, and a line for each thing that differs and each side that is a history; nothing
   * where the plan has nothing to change.
   */
  public static String of(StatePair states, Plan plan) {
    if (plan.isEmpty()) {
      return "";
    }
    List<String> lines = new ArrayList<>();
    FormerNames former = plan.formerNames();
    plan.changes().stream()
        .flatMap(change -> ChangedParts.of(change).stream())
        .map(pair -> new ChangedParts.Pair(former.of(pair.from()), pair.to()))
        .distinct()
        .forEach(
            pair -> {
              add(states, states.from(), "from", pair.from(), lines);
              add(states, states.to(), "to", pair.to(), lines);
            });
    return lines.isEmpty() ? "" : "\n[i] Where it is written\n" + String.join("", lines);
  }

  private static void add(
      StatePair states, ReadState state, String side, ObjectRef ref, List<String> lines) {
    boolean both = states.from().provenance().isPresent() && states.to().provenance().isPresent();
    state
        .provenance()
        // Of two histories, the one that has it tells.
        .filter(provenance -> !both || provenance.trail(ref).isPresent())
        .ifPresent(
            provenance ->
                lines.add(
                    "  - "
                        + (both ? side + ": " : "")
                        + ref
                        + ": "
                        + StoryText.of(provenance, ref)
                        + "\n"));
  }
}
