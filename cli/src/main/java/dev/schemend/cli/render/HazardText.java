package dev.schemend.cli.render;

import dev.schemend.plan.Hazard;
import dev.schemend.plan.Plan;
import dev.schemend.plan.Step;
import dev.schemend.plan.TransactionMode;
import java.util.LinkedHashSet;
import java.util.Set;

/** The dangers of a plan, for people. */
public final class HazardText {

  private HazardText() {}

  /** A section of the summary; empty where there is no danger. */
  public static String of(Plan plan) {
    StringBuilder text = new StringBuilder();
    Set<Hazard> hazards = new LinkedHashSet<>();
    plan.steps().forEach(step -> hazards.addAll(step.hazards()));
    if (!hazards.isEmpty()) {
      text.append("\n[!] Hazards\n");
      hazards.forEach(hazard -> text.append("  ").append(line(hazard)).append('\n'));
    }
    long groups =
        plan.steps().stream()
            .filter(step -> step.transaction() != TransactionMode.AUTOCOMMIT)
            .mapToInt(Step::group)
            .distinct()
            .count();
    if (groups > 1) {
      text.append("\n[!] It takes ").append(groups).append(" transactions\n");
    }
    return text.toString();
  }

  /** Whether a script that {@link ScriptText} wrote says that it has such a danger. */
  public static boolean says(String script, Hazard.Kind kind) {
    return script.lines().anyMatch(line -> line.startsWith(ScriptText.HAZARD + kind.words() + ":"));
  }

  /** {@code data-loss: table t: every row of the table is lost}, on one line. */
  static String line(Hazard hazard) {
    return (hazard.kind().words() + ": " + hazard.object() + ": " + hazard.reason())
        .replaceAll("[\\r\\n]+", " ");
  }
}
