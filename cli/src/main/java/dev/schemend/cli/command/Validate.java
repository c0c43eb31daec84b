package dev.schemend.cli.command;

import dev.schemend.cli.process.ExitCode;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.state.Project;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code validate}: whether a Prisma schema is one. Asks no server. */
@Command(
    name = "validate",
    description = "Check a Prisma schema: every error with its place and what to do.")
final class Validate implements Callable<Integer> {

  private final Surroundings surroundings;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "The schema, or a directory of them; without it the project's own.")
  private String file;

  @Option(names = "--schema", paramLabel = "FILE", description = "Prisma's spelling of FILE.")
  private String schema;

  @Mixin private ConfigOption config;

  Validate(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Project project =
        new Project(
            surroundings,
            Optional.ofNullable(file).or(() -> Optional.ofNullable(schema)),
            config.file());
    String named = project.schema();
    project.reading(named, Optional.empty());
    surroundings.out().println("The schema at " + named + " is valid.");
    return ExitCode.CLEAN.status();
  }
}
