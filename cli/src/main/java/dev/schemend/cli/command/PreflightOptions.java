package dev.schemend.cli.command;

import dev.schemend.check.Preflight;
import dev.schemend.cli.process.ExitCode;
import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.render.PreflightText;
import dev.schemend.cli.state.UrlText;
import dev.schemend.exec.preflight.Answer;
import dev.schemend.exec.preflight.PreflightRun;
import dev.schemend.model.Schema;
import dev.schemend.script.ParsedScript;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Option;

/** Whether and how the rows are looked at before a script runs. */
final class PreflightOptions {

  @Option(
      names = "--no-preflight",
      description = "Do not ask the database beforehand what would make a statement fail.")
  private boolean off;

  @Option(
      names = "--replica-url",
      paramLabel = "URL",
      description = "Ask a replica instead, so that the questions cost production nothing.")
  private String replica;

  @Option(
      names = "--check-timeout",
      paramLabel = "SECONDS",
      description = "How long a question may take; default 10. Larger tables are read in part.")
  private int seconds = 10;

  boolean isOn() {
    return !off;
  }

  /** Asks what is to be settled before {@code scripts} run. */
  PreflightText ask(
      OpenedDatabase opened, Schema live, List<ParsedScript> scripts, Surroundings surroundings) {
    Preflight preflight = opened.kit().preflight().plan(live, scripts);
    PreflightRun run =
        new PreflightRun(
            opened.live().limits(), opened.kit().frontend()::print, Duration.ofSeconds(seconds));
    List<Answer> answers;
    if (replica == null) {
      answers = run.ask(opened.database(), preflight.concerns());
    } else {
      try (OpenedDatabase other = OpenedDatabase.at(new UrlText(surroundings).read(replica))) {
        answers = run.ask(other.database(), preflight.concerns());
      }
    }
    return PreflightText.of(answers, preflight.notes());
  }

  /** Says what was found, and ends the run where a statement would fail. */
  void require(PreflightText text, Surroundings surroundings) {
    text.lines().forEach(surroundings.err()::println);
    if (text.stops()) {
      throw Failure.of(
              "preflight",
              "A statement would fail on the rows that are there; nothing was changed.",
              "Clean the rows up, or go on all the same with --no-preflight.")
          .exiting(ExitCode.REFUSED)
          .exception();
    }
  }
}
