package dev.schemend.cli.command;

import dev.schemend.cli.process.Failure;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** In which form a plan is wanted, and where. */
final class DiffForm {

  @Option(names = "--script", description = "Print the SQL instead of a summary.")
  private boolean script;

  @Option(names = "--json", description = "Print the whole plan as JSON (docs/plan-json.md).")
  private boolean json;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "summary, script, json, sarif (2.1.0: the hazards, for code review), mermaid (the tables"
              + " that change as an ER diagram) or html (one page with pictures, the plan and both"
              + " schemas).")
  private PlanFormat format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write to a file instead of standard output.")
  private Path output;

  @Option(
      names = "--with-reverse",
      description =
          "Make and prove the plan back, too: behind the other, in a script as comments, in JSON as"
              + " reverse.")
  private boolean withReverse;

  @Option(
      names = "--reverse-output",
      paramLabel = "FILE",
      description = "Write the plan back to a file of its own (implies --with-reverse).")
  private Path reverseOutput;

  /** Rejects forms that exclude each other. */
  void require() {
    if (format() == PlanFormat.JSON && reverseOutput != null) {
      throw Failure.usage(
              "JSON and --reverse-output exclude each other.",
              "The JSON holds the plan back as its member reverse; give --with-reverse.")
          .exception();
    }
  }

  /** The form that is asked for. */
  PlanFormat format() {
    return PlanFormat.of(script, json, format);
  }

  /** Whether what differs is wanted in words, and nothing that could be run. */
  boolean isJustTold() {
    return format() == PlanFormat.SUMMARY && !withReverse && reverseOutput == null;
  }

  Optional<Path> output() {
    return Optional.ofNullable(output);
  }

  Optional<Path> reverseOutput() {
    return Optional.ofNullable(reverseOutput);
  }

  /** The way back, where it is wanted. */
  <T> Optional<T> back(Supplier<T> maker) {
    return withReverse || reverseOutput != null ? Optional.of(maker.get()) : Optional.empty();
  }
}
