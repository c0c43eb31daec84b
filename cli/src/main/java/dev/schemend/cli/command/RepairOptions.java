package dev.schemend.cli.command;

import dev.schemend.cli.process.ExitCode;
import dev.schemend.cli.process.Failure;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/** What a repair may do without being asked. */
final class RepairOptions {

  private static final Set<String> DANGERS = Set.of(WayOut.DATA_LOSS, WayOut.DRIFT);

  @Option(names = "--dry-run", description = "Print the script of the way, and change nothing.")
  private boolean dryRun;

  @Option(names = "--yes", description = "Do not ask: for automation.")
  private boolean yes;

  @Option(
      names = "--allow",
      split = ",",
      paramLabel = "DANGER",
      description =
          "What may happen: data-loss (rows or values go), drift (changes that somebody else made"
              + " are undone).")
  private List<String> allowed = List.of();

  boolean isDryRun() {
    return dryRun;
  }

  boolean isYes() {
    return yes;
  }

  void requireKnown() {
    allowed.stream()
        .filter(danger -> !DANGERS.contains(danger))
        .findFirst()
        .ifPresent(
            danger -> {
              throw Failure.usage(
                      "--allow " + danger + " is not known.",
                      "Known are " + String.join(" and ", new TreeSet<>(DANGERS)) + ".")
                  .exception();
            });
  }

  /** The dangers of a way that nobody has allowed. */
  SortedSet<String> notAllowed(WayOut way) {
    SortedSet<String> dangers = way.dangers();
    allowed.forEach(dangers::remove);
    return dangers;
  }

  /** Ends the run where a way is dangerous in a way that was not allowed. */
  void require(WayOut way) {
    SortedSet<String> dangers = notAllowed(way);
    if (!dangers.isEmpty()) {
      throw Failure.of(
              "danger",
              "Going " + way.name() + " means " + String.join(" and ", dangers) + ".",
              "Nothing was changed. Allow it by name: --allow " + String.join(",", dangers) + ".")
          .exiting(ExitCode.REFUSED)
          .exception();
    }
  }
}
