package dev.schemend.cli.command;

import dev.schemend.cli.process.FailureException;
import dev.schemend.cli.process.Finding;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.render.FailureText;
import dev.schemend.cli.state.Project;
import dev.schemend.dialect.Flavor;
import dev.schemend.history.MigrationHistory;
import dev.schemend.parser.layout.MigrationSourceException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which migrations a command works with. */
final class MigrationsOption {

  @Option(
      names = "--migrations",
      paramLabel = "DIR",
      description = "The migrations; without it ./prisma/migrations, else ./migrations.")
  private String directory;

  @Mixin private LayoutOption layout;

  /** The directory as a person knows it. */
  String directory(Project project) {
    if (directory != null) {
      return directory;
    }
    return project.awaitsMigrations()
        ? project.migrationsBeside(project.schema())
        : project.migrations();
  }

  /**
   * The migrations, none where a project of Prisma's has none yet; what there is to say about their
   * directory goes to standard error.
   *
   * @param server the product that they run on, where it is known
   */
  MigrationHistory read(Project project, Surroundings surroundings, Optional<Flavor> server) {
    if (directory == null && project.awaitsMigrations()) {
      return new MigrationHistory("prisma", List.of(), Optional.empty());
    }
    MigrationHistory history = layout.choice().read(directory(project), surroundings, server);
    history.notes().stream()
        .flatMap(note -> FailureText.remark(Finding.of(note)).stream())
        .forEach(surroundings.err()::println);
    return history;
  }

  /** The migrations, or none of Prisma's where they cannot be read. */
  MigrationHistory readIfThere(
      Project project, Surroundings surroundings, Optional<Flavor> server) {
    try {
      return read(project, surroundings, server);
    } catch (FailureException | MigrationSourceException unreadable) {
      return new MigrationHistory("prisma", List.of(), Optional.empty());
    }
  }

  /** {@code 3 migrations found in prisma/migrations}. */
  String found(Project project, MigrationHistory history) {
    int count = history.migrations().size();
    return (count == 0 ? "No migration" : count + (count == 1 ? " migration" : " migrations"))
        + " found in "
        + directory(project);
  }
}
