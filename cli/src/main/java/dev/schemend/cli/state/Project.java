package dev.schemend.cli.state;

import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.exec.connect.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a project's directory says where the command line says nothing. */
public final class Project {

  /** The variable that Prisma's templates keep the URL in. */
  public static final String URL_VARIABLE = "DATABASE_URL";

  private static final List<String> SCHEMAS = List.of("prisma/schema.prisma", "schema.prisma");
  private static final List<String> MIGRATIONS = List.of("prisma/migrations", "migrations");

  private final Surroundings surroundings;
  private final UrlText urls;
  private final Optional<String> schema;

  /**
   * The project in the working directory.
   *
   * @param schema its Prisma schema, where the command line names one
   */
  public Project(Surroundings surroundings, Optional<String> schema) {
    this.surroundings = surroundings;
    this.urls = new UrlText(surroundings);
    this.schema = schema;
  }

  /**
   * The database: that of the schema that was named, else {@code DATABASE_URL} of the environment
   * or of {@code .env}, else that of the schema in its usual place.
   *
   * @throws dev.schemend.cli.process.FailureException where none is named
   */
  public DatabaseUrl url() {
    if (schema.isPresent()) {
      return urlOf(schema.get()).orElseThrow(() -> noUrl().exception());
    }
    if (urls.variable(URL_VARIABLE).isPresent()) {
      return urls.ofVariable(URL_VARIABLE);
    }
    return usual(SCHEMAS).flatMap(this::urlOf).orElseThrow(() -> noUrl().exception());
  }

  private static Failure noUrl() {
    return Failure.usage(
        "No database is named.",
        "Give --url URL or --url-file FILE, or set "
            + URL_VARIABLE
            + " in the environment or in ./.env.");
  }

  private Optional<DatabaseUrl> urlOf(String file) {
    return Datasource.of(text(file))
        .flatMap(Datasource::url)
        .map(
            source ->
                switch (source) {
                  case Datasource.Source.Literal literal -> DatabaseUrl.parse(literal.text());
                  case Datasource.Source.Variable variable -> urls.ofVariable(variable.name());
                });
  }

  private String text(String file) {
    try {
      return Files.readString(surroundings.workingDirectory().resolve(file));
    } catch (IOException unreadable) {
      throw Failure.of(
              "not-readable",
              "The Prisma schema " + file + " cannot be read.",
              "Check the path; it is taken from the current directory.")
          .exception();
    }
  }

  /**
   * Where its migrations are: beside the schema that was named, else in their usual places.
   *
   * @throws dev.schemend.cli.process.FailureException where there are none
   */
  public String migrations() {
    if (schema.isPresent()) {
      Path beside = Path.of(schema.get()).resolveSibling("migrations");
      return beside.toString();
    }
    return usual(MIGRATIONS)
        .orElseThrow(
            () ->
                Failure.of(
                        "no-migrations",
                        "There is neither ./prisma/migrations nor ./migrations here.",
                        "Name the directory with --migrations DIR, or run this in the project's"
                            + " directory.")
                    .exception());
  }

  private Optional<String> usual(List<String> places) {
    return places.stream()
        .filter(place -> Files.exists(surroundings.workingDirectory().resolve(place)))
        .findFirst();
  }
}
