package dev.schemend.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Options that every command has. */
@Command(
    versionProvider = VersionText.class,
    sortOptions = false,
    usageHelpWidth = 100,
    separator = " ",
    abbreviateSynopsis = true)
final class StandardOptions {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this text.")
  @SuppressWarnings("unused") // picocli reads it
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  @SuppressWarnings("unused") // picocli reads it
  private boolean version;
}
