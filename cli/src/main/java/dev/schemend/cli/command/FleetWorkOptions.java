package dev.schemend.cli.command;

import dev.schemend.cli.fleet.Member;
import dev.schemend.cli.process.ExitCode;
import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.Surroundings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** In which order a fleet is worked on, when that stops, and where it goes on. */
final class FleetWorkOptions {

  @Option(
      names = "--canary",
      paramLabel = "N|NAME",
      description =
          "Begin with N databases, of each group in turn, or with the one of this name (or"
              + " host:port/name), and stop behind them, unless --continue.")
  private String canary;

  @Option(names = "--continue", description = "Go on behind the canaries where they went well.")
  private boolean goOn;

  @Option(
      names = "--max-failures",
      paramLabel = "N",
      description = "Begin no further database once N have failed; default 1.")
  private int maxFailures = 1;

  @Option(
      names = "--state",
      paramLabel = "FILE",
      description =
          "Keep what was done in a file, database by database; a run with the same file goes on"
              + " where the last one was, however that ended.")
  private Path state;

  @Option(names = "--yes", description = "Do not ask: for automation.")
  private boolean yes;

  @Option(names = "--dry-run", description = "Show the groups and their plans; change nothing.")
  private boolean dryRun;

  @Mixin private AllowOption allow;

  void requireKnown() {
    allow.requireKnown();
    if (maxFailures < 1) {
      throw Failure.usage("--max-failures is a number of 1 or more.", "").exception();
    }
    if (goOn && canary == null) {
      throw Failure.usage("--continue needs --canary.", "Leave it out, or name canaries.")
          .exception();
    }
  }

  boolean isDryRun() {
    return dryRun;
  }

  boolean goesOn() {
    return goOn;
  }

  int maxFailures() {
    return maxFailures;
  }

  boolean hasCanary() {
    return canary != null;
  }

  AllowOption allow() {
    return allow;
  }

  Optional<Path> state(Surroundings surroundings) {
    return Optional.ofNullable(state).map(surroundings.workingDirectory()::resolve);
  }

  /** Makes sure that somebody wants it. */
  void consent(Surroundings surroundings, int databases, Set<String> dangers) {
    allow.require("This", dangers);
    if (yes) {
      return;
    }
    if (!surroundings.answering()) {
      throw Failure.of(
              "unasked",
              "Nobody can be asked whether this is wanted; nothing was changed.",
              "Say it with --yes, or see the plans with --dry-run.")
          .exiting(ExitCode.REFUSED)
          .exception();
    }
    if (!agreed(surroundings, "Run this in " + databases + " databases? [y/N] ")) {
      throw Failure.of("unwanted", "Nothing was changed.", "")
          .exiting(ExitCode.REFUSED)
          .exception();
    }
  }

  /** Whether a person says yes; where nobody can be asked, nobody does. */
  static boolean agreed(Surroundings surroundings, String question) {
    return surroundings.answering()
        && Set.of("y", "yes").contains(Question.ask(surroundings, question));
  }

  /**
   * The canaries among those that are left.
   *
   * @param groups the databases with something to do, group by group
   * @param before how many were done in an earlier run
   */
  List<Member> canaries(List<List<Member>> groups, int before) {
    if (canary == null) {
      return List.of();
    }
    if (canary.matches("\\d{1,6}")) {
      return inTurn(groups, Integer.parseInt(canary) - before);
    }
    List<Member> named =
        groups.stream()
            .flatMap(List::stream)
            .filter(
                member -> member.name().equals(canary) || member.url().database().equals(canary))
            .toList();
    if (named.isEmpty() && before == 0) {
      throw Failure.usage(
              "--canary " + canary + " is none of the databases with something to do.",
              "Give a number, or a name as it is listed: host:port/name.")
          .exception();
    }
    return named;
  }

  private static List<Member> inTurn(List<List<Member>> groups, int count) {
    List<Member> chosen = new ArrayList<>();
    int longest = groups.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < longest; i++) {
      for (List<Member> group : groups) {
        if (i < group.size() && chosen.size() < count) {
          chosen.add(group.get(i));
        }
      }
    }
    return chosen;
  }
}
