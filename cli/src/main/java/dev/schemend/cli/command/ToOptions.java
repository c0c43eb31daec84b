package dev.schemend.cli.command;

import java.util.List;
import picocli.CommandLine.Option;

/** Where a comparison leads: ours, and Prisma's spellings of it. */
final class ToOptions {

  @Option(
      names = "--to",
      paramLabel = "STATE",
      description = "The wanted state; see schemend --help for what a STATE is.")
  private List<String> states = List.of();

  @Option(names = "--to-empty", description = "Prisma's spelling of --to empty.")
  private boolean empty;

  @Option(
      names = "--to-migrations",
      paramLabel = "DIR",
      description = "Prisma's spelling of --to DIR.")
  private List<String> migrations = List.of();

  @Option(names = "--to-url", paramLabel = "URL", description = "Prisma's spelling of --to URL.")
  private List<String> urls = List.of();

  @Option(
      names = {"--to-schema-datamodel", "--to-schema"},
      paramLabel = "FILE",
      description = "Prisma's spellings of --to FILE for a Prisma schema, or a directory of them.")
  private List<String> schemas = List.of();

  @Option(
      names = "--to-schema-datasource",
      paramLabel = "FILE",
      description = "The database that the datasource of a Prisma schema names.")
  private List<String> datasources = List.of();

  @Option(
      names = "--to-config-datasource",
      description = "The database that prisma.config.ts names.")
  private boolean configured;

  StateOptions options() {
    return new StateOptions(
        "--to", states, empty, migrations, urls, schemas, datasources, configured);
  }
}
