package dev.schemend.cli.render;

import dev.schemend.cli.state.ReadState;
import dev.schemend.name.ObjectName;
import dev.schemend.plan.Change;
import dev.schemend.plan.Plan;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How much of a state was understood, in a sentence. */
public final class CoverageText {

  private static final int SHOWN = 8;

  private CoverageText() {}

  /**
   * {@code prisma/migrations: 2 of 311 statements could not be read; they touch orders; this plan
   * does not.}
   */
  public static String of(ReadState state, Plan plan) {
    Set<ObjectName> both = new TreeSet<>();
    for (Change change : plan.changes()) {
      state.touched().stream()
          .filter(name -> mayMean(name, change.ref().name()))
          .forEach(both::add);
    }
    int unread = state.coverage().unknown().size();
    return state.spec().label()
        + ": "
        + unread
        + " of "
        + state.coverage().statements()
        + (state.coverage().statements() == 1 ? " statement" : " statements")
        + " could not be read"
        + (state.touched().isEmpty()
            ? ""
            : (unread == 1 ? "; it touches " : "; they touch ")
                + names(state.touched())
                + (both.isEmpty() ? "; this plan does not" : "; so does this plan: " + names(both)))
        + ".";
  }

  /** A name without a schema may mean an object of any. */
  private static boolean mayMean(ObjectName written, ObjectName object) {
    return written.isQualified() ? written.equals(object) : written.name().equals(object.name());
  }

  private static String names(Set<ObjectName> names) {
    return names.stream().limit(SHOWN).map(ObjectName::toString).collect(Collectors.joining(", "))
        + (names.size() > SHOWN ? " and " + (names.size() - SHOWN) + " more" : "");
  }
}
