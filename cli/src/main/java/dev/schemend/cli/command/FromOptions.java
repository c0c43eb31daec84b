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
      names = {"--from-schema-datamodel", "--from-schema"},
      paramLabel = "FILE",
      description =
          "Prisma's spellings of --from FILE for a Prisma schema, or a directory of them.")
  private List<String> schemas = List.of();

  @Option(
      names = "--from-schema-datasource",
      paramLabel = "FILE",
      description = "The database that the datasource of a Prisma schema names.")
  private List<String> datasources = List.of();

  @Option(
      names = "--from-config-datasource",
      description = "The database that prisma.config.ts names.")
  private boolean configured;

  StateOptions options() {
    return new StateOptions(
        "--from", states, empty, migrations, urls, schemas, datasources, configured);
  }
}
