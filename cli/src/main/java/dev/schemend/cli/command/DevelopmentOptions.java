package dev.schemend.cli.command;

import dev.schemend.cli.develop.PrismaProject;
import dev.schemend.cli.kit.ServerFamily;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.state.Project;
import dev.schemend.exec.connect.DatabaseUrl;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What the commands that follow a Prisma project's migrations have in common. */
final class DevelopmentOptions {

  @Option(
      names = "--migrations",
      paramLabel = "DIR",
      description = "The migrations; without it those beside the schema.")
  private String directory;

  @Option(
      names = "--skip-generate",
      description = "Prisma's; accepted, for nothing is generated here.")
  @SuppressWarnings("UnusedVariable") // picocli needs a place for it
  private boolean ungenerated;

  @Option(names = "--skip-seed", description = "Prisma's; accepted, for nothing is seeded here.")
  @SuppressWarnings("UnusedVariable") // picocli needs a place for it
  private boolean unseeded;

  /** The schema and its migrations, for the product that the database is of. */
  PrismaProject read(Project project, DatabaseUrl url, Surroundings surroundings) {
    String location = project.schema();
    return PrismaProject.read(
        project,
        location,
        directory == null ? project.migrationsBeside(location) : directory,
        Optional.of(ServerFamily.of(url).mainFlavor()),
        surroundings);
  }
}
