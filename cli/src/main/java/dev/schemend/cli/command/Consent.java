package dev.schemend.cli.command;

import dev.schemend.cli.process.ExitCode;
import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.render.PreflightText;
import dev.schemend.repair.Way;
import java.util.List;
import java.util.SortedSet;

/** Makes sure that a way is open, and that somebody wants what it does. */
final class Consent {

  private final RepairOptions options;
  private final PreflightOptions preflight;
  private final Surroundings surroundings;

  Consent(RepairOptions options, PreflightOptions preflight, Surroundings surroundings) {
    this.options = options;
    this.preflight = preflight;
    this.surroundings = surroundings;
  }

  /** Returns where the way may be taken. */
  void require(WayOut way) {
    if (way.way() instanceof Way.Blocked blocked) {
      throw Failure.of("blocked", "There is no way " + way.name() + ".", blocked.remedy())
          .because(List.of(blocked.reason()))
          .exiting(ExitCode.REFUSED)
          .exception();
    }
    if (preflight.isOn() && way.rows().filter(PreflightText::stops).isPresent()) {
      throw Failure.of(
              "preflight",
              "A statement would fail on the rows that are there; nothing was changed.",
              "Clean the rows up as shown above, or take the other way.")
          .exiting(ExitCode.REFUSED)
          .exception();
    }
    if (options.isYes() || !surroundings.answering()) {
      options.require(way);
      if (!options.isYes()) {
        throw Failure.of(
                "unasked",
                "Nobody can be asked whether this is wanted; nothing was changed.",
                "Say it with --yes, or see the script with --dry-run.")
            .exiting(ExitCode.REFUSED)
            .exception();
      }
      return;
    }
    SortedSet<String> dangers = options.notAllowed(way);
    String question =
        dangers.isEmpty()
            ? "Run this? [y/N] "
            : "This means " + String.join(" and ", dangers) + ". Run it all the same? [y/N] ";
    String answer = Question.ask(surroundings, question);
    if (!answer.equals("y") && !answer.equals("yes")) {
      throw Failure.of("unwanted", "Nothing was changed.", "")
          .exiting(ExitCode.REFUSED)
          .exception();
    }
  }
}
