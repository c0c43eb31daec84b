package dev.schemend.cli.render;

import dev.schemend.cli.state.ReadState;
import dev.schemend.name.ObjectName;
import dev.schemend.plan.Change;
import dev.schemend.plan.Plan;
import java.util.ArrayList;
import java.util.List;
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
    int assumed = state.coverage().assumed().size();
    List<String> doubts = new ArrayList<>();
    if (unread > 0) {
      doubts.add(
          unread
              + " of "
              + state.coverage().statements()
              + (state.coverage().statements() == 1 ? " statement" : " statements")
              + " could not be read");
    }
    if (assumed > 0) {
      doubts.add(places(assumed) + " as in a database without rows");
    }
    return state.spec().label()
        + ": "
        + String.join(", and ", doubts)
        + (state.touched().isEmpty()
            ? ""
            : (unread + assumed == 1 ? "; it touches " : "; they touch ")
                + names(state.touched())
                + (both.isEmpty() ? "; this plan does not" : "; so does this plan: " + names(both)))
        + ".";
  }

  /** {@code 2 places are read}. */
  static String places(int count) {
    return count + (count == 1 ? " place is read" : " places are read");
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
