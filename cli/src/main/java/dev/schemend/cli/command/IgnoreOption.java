package dev.schemend.cli.command;

import dev.schemend.cli.drift.Ignored;
import java.util.List;
import picocli.CommandLine.Option;

/** What a comparison passes over. */
final class IgnoreOption {

  @Option(
      names = "--ignore",
      paramLabel = "PATTERN",
      split = ",",
      description =
          "Objects that are passed over, by name: 'audit_*', 'cron.*'; may be given again.")
  private List<String> patterns = List.of();

  Ignored of() {
    return new Ignored(patterns);
  }
}
