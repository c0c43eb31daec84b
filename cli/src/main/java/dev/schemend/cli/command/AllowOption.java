package dev.schemend.cli.command;

import dev.schemend.cli.process.ExitCode;
import dev.schemend.cli.process.Failure;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/** Dangers that a person allows, each by its name. */
final class AllowOption {

  private static final Set<String> KNOWN = Set.of(WayOut.DATA_LOSS, WayOut.DRIFT);

  @Option(
      names = "--allow",
      split = ",",
      paramLabel = "DANGER",
      description =
          "What may happen: data-loss (rows or values go), drift (changes that somebody else made"
              + " are undone).")
  private List<String> allowed = List.of();

  void requireKnown() {
    allowed.stream()
        .filter(danger -> !KNOWN.contains(danger))
        .findFirst()
        .ifPresent(
            danger -> {
              throw Failure.usage(
                      "--allow " + danger + " is not known.",
                      "Known are " + String.join(" and ", new TreeSet<>(KNOWN)) + ".")
                  .exception();
            });
  }

  /** Those that nobody has allowed. */
  SortedSet<String> notAllowed(Set<String> dangers) {
    SortedSet<String> left = new TreeSet<>(dangers);
    allowed.forEach(left::remove);
    return left;
  }

  /**
   * Ends the run where a danger was not allowed.
   *
   * @param deed what is dangerous: {@code Going backward}
   */
  void require(String deed, Set<String> dangers) {
    SortedSet<String> left = notAllowed(dangers);
    if (!left.isEmpty()) {
      throw Failure.of(
              "danger",
              deed + " means " + String.join(" and ", left) + ".",
              "Nothing was changed. Allow it by name: --allow " + String.join(",", left) + ".")
          .exiting(ExitCode.REFUSED)
          .exception();
    }
  }
}
