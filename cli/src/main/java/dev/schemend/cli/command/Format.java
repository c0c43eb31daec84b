package dev.schemend.cli.command;

import dev.schemend.cli.process.ExitCode;
import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.state.Project;
import dev.schemend.parser.layout.PrismaSchemaFiles;
import dev.schemend.parser.prisma.PrismaReader;
import dev.schemend.parser.prisma.format.SchemaFormat;
import dev.schemend.source.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code format}: a Prisma schema in Prisma's own layout. Asks no server. */
@Command(
    name = "format",
    description = "Format a Prisma schema as Prisma does; comments stay where they are.")
final class Format implements Callable<Integer> {

  private final Surroundings surroundings;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "The schema, or a directory of them; without it the project's own.")
  private String file;

  @Option(names = "--schema", paramLabel = "FILE", description = "Prisma's spelling of FILE.")
  private String schema;

  @Option(names = "--check", description = "Change nothing; exit with 1 where something would.")
  private boolean check;

  @Mixin private ConfigOption config;

  Format(Surroundings surroundings) {
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
    List<SourceText> files = PrismaSchemaFiles.read(named, surroundings.workingDirectory());
    if (!PrismaReader.read(files).problems().isEmpty()) {
      // Says what cannot be read, and where.
      project.reading(named, Optional.empty());
    }
    List<SourceText> changed =
        files.stream().filter(one -> !SchemaFormat.of(one.text()).equals(one.text())).toList();
    if (check && !changed.isEmpty()) {
      throw Failure.of("unformatted", "There are unformatted files.", "Run schemend format.")
          .because(changed.stream().map(SourceText::name).toList())
          .exception();
    }
    for (SourceText one : changed) {
      SchemaFiles.write(surroundings, one.name(), SchemaFormat.of(one.text()));
    }
    surroundings.out().println(check ? "All files are formatted correctly!" : "Formatted " + named);
    return ExitCode.CLEAN.status();
  }
}
