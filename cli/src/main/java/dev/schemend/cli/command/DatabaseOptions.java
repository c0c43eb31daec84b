package dev.schemend.cli.command;

import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.state.Project;
import dev.schemend.cli.state.UrlText;
import dev.schemend.exec.connect.DatabaseUrl;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which database a command works on. */
final class DatabaseOptions {

  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "The database; env:NAME and file:PATH keep it out of the process list. Without it:"
              + " DATABASE_URL, then ./.env, then the datasource of the Prisma schema.")
  private String url;

  @Option(names = "--url-file", paramLabel = "FILE", description = "A file that holds the URL.")
  private String file;

  @Option(
      names = "--schema",
      paramLabel = "FILE",
      description = "The Prisma schema whose datasource names the database.")
  private String schema;

  @Mixin private ConfigOption config;

  Project project(Surroundings surroundings) {
    return new Project(surroundings, Optional.ofNullable(schema), config.file());
  }

  DatabaseUrl url(Surroundings surroundings) {
    if (url != null && file != null) {
      throw Failure.usage("--url and --url-file exclude each other.", "Give one of them.")
          .exception();
    }
    if (url != null) {
      return new UrlText(surroundings).read(url);
    }
    return file == null ? project(surroundings).url() : new UrlText(surroundings).ofFile(file);
  }
}
