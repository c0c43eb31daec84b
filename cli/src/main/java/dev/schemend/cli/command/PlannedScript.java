package dev.schemend.cli.command;

import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.render.HazardText;
import dev.schemend.cli.render.PreflightText;
import dev.schemend.cli.state.FailedMigrationReader;
import dev.schemend.plan.Hazard;
import dev.schemend.source.SourceText;
import java.util.List;
import java.util.Set;

/**
 * A script that a plan was written to says itself what is dangerous about it. Whether anything is
 * really lost, the rows say.
 */
final class PlannedScript {

  private PlannedScript() {}

  /**
   * Ends the run where the script loses rows or values that are there, and nobody allowed it.
   *
   * @param allow what a person allows
   */
  static void require(
      SourceText script,
      OpenedDatabase opened,
      AllowOption allow,
      PreflightOptions preflight,
      Surroundings surroundings) {
    Set<String> dangers = Set.of(Hazard.Kind.DATA_LOSS.words());
    if (!HazardText.says(script.text(), Hazard.Kind.DATA_LOSS)
        || allow.notAllowed(dangers).isEmpty()) {
      return;
    }
    PreflightText rows =
        preflight.ask(
            opened,
            new FailedMigrationReader(opened.kit(), opened.database()).live().schema(),
            List.of(opened.kit().frontend().parse(script)),
            surroundings);
    if (rows.loses()) {
      rows.lines().forEach(surroundings.err()::println);
      allow.require("The script", dangers);
    }
  }
}
