package dev.schemend.cli.command;

import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.state.Project;
import dev.schemend.history.MigrationHistory;
import dev.schemend.parser.layout.Layouts;
import picocli.CommandLine.Option;

/** Which migrations a command works with. */
final class MigrationsOption {

  @Option(
      names = "--migrations",
      paramLabel = "DIR",
      description = "The migrations; without it ./prisma/migrations, else ./migrations.")
  private String directory;

  /** The directory as a person knows it. */
  String directory(Project project) {
    return directory == null ? project.migrations() : directory;
  }

  MigrationHistory read(Project project, Surroundings surroundings) {
    return Layouts.read(directory(project), surroundings.workingDirectory());
  }

  /** {@code 3 migrations found in prisma/migrations}. */
  String found(Project project, MigrationHistory history) {
    int count = history.migrations().size();
    return (count == 0 ? "No migration" : count + (count == 1 ? " migration" : " migrations"))
        + " found in "
        + directory(project);
  }
}
