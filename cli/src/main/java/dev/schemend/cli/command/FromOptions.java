package dev.schemend.cli.command;

import java.util.List;
import picocli.CommandLine.Option;

/** Where a comparison starts: ours, and Prisma's spellings of it. */
final class FromOptions {

  @Option(
      names = "--from",
      paramLabel = "STATE",
      description = "The state to start from; see schemend --help for what a STATE is.")
  private List<String> states = List.of();

  @Option(names = "--from-empty", description = "Prisma's spelling of --from empty.")
  private boolean empty;

  @Option(
      names = "--from-migrations",
      paramLabel = "DIR",
      description = "Prisma's spelling of --from DIR.")
  private List<String> migrations = List.of();

  @Option(
      names = "--from-url",
      paramLabel = "URL",
      description = "Prisma's spelling of --from URL.")
  private List<String> urls = List.of();

  @Option(
      names = {"--from-schema-datamodel", "--from-schema", "--from-schema-datasource"},
      hidden = true,
      paramLabel = "FILE")
  private List<String> schemas = List.of();

  StateOptions options() {
    return new StateOptions("--from", states, empty, migrations, urls, schemas);
  }
}
