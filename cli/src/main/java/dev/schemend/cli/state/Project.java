package dev.schemend.cli.state;

import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.exec.connect.DatabaseUrl;
import dev.schemend.parser.layout.MigrationSourceException;
import dev.schemend.parser.layout.PrismaSchemaFiles;
import dev.schemend.parser.prisma.model.Datasource;
import dev.schemend.parser.prisma.sql.PrismaVersion;
import dev.schemend.source.SourceText;
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
  private final Optional<String> configuration;

  /**
   * The project in the working directory.
   *
   * @param schema its Prisma schema, where the command line names one
   */
  public Project(Surroundings surroundings, Optional<String> schema) {
    this(surroundings, schema, Optional.empty());
  }

  /**
   * The project in the working directory.
   *
   * @param schema its Prisma schema, where the command line names one
   * @param configuration its {@code prisma.config.ts}, where the command line names one
   */
  public Project(
      Surroundings surroundings, Optional<String> schema, Optional<String> configuration) {
    this.surroundings = surroundings;
    this.urls = new UrlText(surroundings);
    this.schema = schema;
    this.configuration = configuration;
  }

  /**
   * The database: that of the schema that was named, else that of {@code prisma.config.ts}, else
   * {@code DATABASE_URL} of the environment or of {@code .env}, else that of the schema in its
   * usual place.
   *
   * @throws dev.schemend.cli.process.FailureException where none is named
   */
  public DatabaseUrl url() {
    if (schema.isPresent()) {
      return urlOf(schema.get()).orElseThrow(() -> noUrl().exception());
    }
    Optional<DatabaseUrl> configured = config().url().flatMap(this::configured);
    if (configured.isPresent()) {
      return configured.get();
    }
    if (urls.variable(URL_VARIABLE).isPresent()) {
      return urls.ofVariable(URL_VARIABLE);
    }
    return usual(SCHEMAS).flatMap(this::urlOf).orElseThrow(() -> noUrl().exception());
  }

  /** The database of a configuration; empty where it has no text that says it. */
  private Optional<DatabaseUrl> configured(ConfigValue value) {
    return switch (value) {
      case ConfigValue.Text text -> Optional.of(DatabaseUrl.parse(text.text()));
      case ConfigValue.Variable variable -> Optional.of(urls.ofVariable(variable.name()));
      case ConfigValue.Many none -> Optional.empty();
      case ConfigValue.FirstOf ways ->
          ways.values().stream()
              .filter(this::isSet)
              .findFirst()
              .or(() -> Optional.of(ways.values().getFirst()))
              .flatMap(this::configured);
    };
  }

  private boolean isSet(ConfigValue value) {
    return switch (value) {
      case ConfigValue.Text text -> !text.text().isEmpty();
      case ConfigValue.Variable variable -> urls.variable(variable.name()).isPresent();
      case ConfigValue.Many none -> false;
      case ConfigValue.FirstOf ways -> ways.values().stream().anyMatch(this::isSet);
    };
  }

  private static Failure noUrl() {
    return Failure.usage(
        "No database is named.",
        "Give --url URL or --url-file FILE, or set "
            + URL_VARIABLE
            + " in the environment or in ./.env.");
  }

  private Optional<DatabaseUrl> urlOf(String file) {
    // Whatever else is wrong with the schema, its datasource says where the database is.
    return PrismaSchemaReading.analysis(files(file))
        .datasource()
        .flatMap(datasource -> datasource.directUrl().or(datasource::url))
        .map(
            source ->
                switch (source) {
                  case Datasource.UrlSource.Literal literal -> DatabaseUrl.parse(literal.text());
                  case Datasource.UrlSource.Variable variable -> ofVariable(variable, file);
                });
  }

  /** A variable of the environment, of the project's {@code .env}, or of that beside the schema. */
  private DatabaseUrl ofVariable(Datasource.UrlSource.Variable variable, String file) {
    Path beside = surroundings.workingDirectory().resolve(file).toAbsolutePath().getParent();
    if (urls.variable(variable.name()).isEmpty() && beside != null) {
      Optional<String> own = DotEnv.in(beside).variable(variable.name());
      if (own.isPresent()) {
        return DatabaseUrl.parse(own.get());
      }
    }
    return urls.ofVariable(variable.name());
  }

  private List<SourceText> files(String file) {
    try {
      return PrismaSchemaFiles.read(file, surroundings.workingDirectory());
    } catch (MigrationSourceException unreadable) {
      throw Failure.of(
              "not-readable",
              "The Prisma schema " + file + " cannot be read.",
              "Check the path; it is taken from the current directory.")
          .exception();
    }
  }

  private PrismaConfig config() {
    Path directory = surroundings.workingDirectory();
    return configuration
        .map(file -> PrismaConfig.at(file, directory))
        .orElseGet(() -> PrismaConfig.in(directory));
  }

  /**
   * Its Prisma schema: the one that was named, that of {@code prisma.config.ts}, or the one in its
   * usual place.
   *
   * @throws dev.schemend.cli.process.FailureException where there is none
   */
  public String schema() {
    return schemaIfThere()
        .orElseThrow(
            () ->
                Failure.of(
                        "no-schema",
                        "There is neither ./prisma/schema.prisma nor ./schema.prisma here.",
                        "Name the file, or run this in the project's directory.")
                    .exception());
  }

  /**
   * A Prisma schema of it, read and checked.
   *
   * @param version the Prisma that it is for, where the command line says it
   * @throws dev.schemend.cli.process.FailureException with every problem, where it is not valid
   */
  public PrismaSchemaReading reading(String location, Optional<PrismaVersion> version) {
    return PrismaSchemaReading.of(location, version, config(), surroundings);
  }

  /** Its Prisma schema, where there is one or the command line names one. */
  public Optional<String> schemaIfThere() {
    return schema.or(() -> config().schema()).or(() -> usual(SCHEMAS));
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
    return config()
        .migrations()
        .or(() -> usual(MIGRATIONS))
        .orElseThrow(
            () ->
                Failure.of(
                        "no-migrations",
                        "There is neither ./prisma/migrations nor ./migrations here.",
                        "Name the directory with --migrations DIR, or run this in the project's"
                            + " directory.")
                    .exception());
  }

  /** Whether it has a Prisma schema and no migrations yet. */
  public boolean awaitsMigrations() {
    return schemaIfThere()
        .map(this::migrationsBeside)
        .filter(place -> !Files.exists(surroundings.workingDirectory().resolve(place)))
        .filter(place -> schema.isPresent() || usual(MIGRATIONS).isEmpty())
        .isPresent();
  }

  /**
   * Where Prisma keeps migrations, whether or not there are any yet: as {@code prisma.config.ts}
   * says, else beside the schema.
   */
  public String migrationsBeside(String schemaFile) {
    Optional<String> configured = schema.isPresent() ? Optional.empty() : config().migrations();
    return configured.orElseGet(
        () -> {
          Path place = Path.of(schemaFile);
          boolean directory = Files.isDirectory(surroundings.workingDirectory().resolve(place));
          return (directory ? place.resolve("migrations") : place.resolveSibling("migrations"))
              .toString();
        });
  }

  private Optional<String> usual(List<String> places) {
    return places.stream()
        .filter(place -> Files.exists(surroundings.workingDirectory().resolve(place)))
        .findFirst();
  }
}
