package dev.schemend.cli.render;

import dev.schemend.plan.Change;
import dev.schemend.plan.Plan;
import java.util.List;

/** What a plan leaves as it is, for a person. */
public final class LeftText {

  private LeftText() {}

  /** A line for each change that stays, with its reason; both forms of what is unproven. */
  public static List<String> lines(Plan plan) {
    return plan.left().stream().map(LeftText::line).toList();
  }

  private static String line(Plan.Left left) {
    String line =
        "note: left as it is: "
            + left.change().ref()
            + " ("
            + ChangeWords.of(left.change())
            + "): "
            + left.reason();
    return left.change() instanceof Change.Unproven unproven
        ? line + "\n  from: " + unproven.from() + "\n  to:   " + unproven.to()
        : line;
  }
}
