package dev.schemend.cli.command;

import java.util.SortedSet;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a repair may do without being asked. */
final class RepairOptions {

  @Option(names = "--dry-run", description = "Print the script of the way, and change nothing.")
  private boolean dryRun;

  @Option(names = "--yes", description = "Do not ask: for automation.")
  private boolean yes;

  @Option(
      names = "--online",
      description = "Plan in the forms that let others read and write meanwhile.")
  private boolean online;

  @Mixin private AllowOption allow;

  boolean isDryRun() {
    return dryRun;
  }

  boolean isOnline() {
    return online;
  }

  boolean isYes() {
    return yes;
  }

  void requireKnown() {
    allow.requireKnown();
  }

  /** The dangers of a way that nobody has allowed. */
  SortedSet<String> notAllowed(WayOut way) {
    return allow.notAllowed(way.dangers());
  }

  /** Ends the run where a way is dangerous in a way that was not allowed. */
  void require(WayOut way) {
    allow.require("Going " + way.name(), way.dangers());
  }
}
