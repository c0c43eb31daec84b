package dev.schemend.cli.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.schemend.plan.Hazard;
import dev.schemend.plan.Plan;
import dev.schemend.plan.Step;
import java.util.ArrayList;
import java.util.List;

/** The hazards of a plan as SARIF: a result each, placed at the object that it is about. */
public final class PlanSarif {

  private PlanSarif() {}

  /** The text, with a line feed at its end. */
  public static String of(Plan plan) {
    List<Sarif.Rule> rules = new ArrayList<>();
    for (Hazard.Kind kind : Hazard.Kind.values()) {
      rules.add(new Sarif.Rule(kind.words(), kind.words().replace('-', ' '), level(kind)));
    }
    List<ObjectNode> results = new ArrayList<>();
    for (Step step : plan.steps()) {
      for (Hazard hazard : step.hazards()) {
        ObjectNode result =
            Sarif.result(
                hazard.kind().words(),
                level(hazard.kind()),
                hazard.object() + ": " + hazard.reason());
        Sarif.object(result, hazard.object());
        results.add(result);
      }
    }
    return Sarif.of(rules, results);
  }

  private static String level(Hazard.Kind kind) {
    return switch (kind) {
      case DATA_LOSS -> "error";
      case FAILS_ON_EXISTING_ROWS,
          TABLE_REWRITE,
          BLOCKS_READS,
          BLOCKS_WRITES,
          PRIVILEGES_LOST,
          UNTRACKED_DEPENDENCIES,
          BREAKS_CLIENTS ->
          "warning";
      case NON_TRANSACTIONAL, RECREATED -> "note";
    };
  }
}
