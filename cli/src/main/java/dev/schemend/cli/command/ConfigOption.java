package dev.schemend.cli.command;

import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a project's Prisma configuration is. */
final class ConfigOption {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The Prisma configuration; without it ./prisma.config.ts, if there is one.")
  private String file;

  Optional<String> file() {
    return Optional.ofNullable(file);
  }
}
