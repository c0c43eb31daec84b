package dev.schemend.cli.state;

import dev.schemend.cli.process.Surroundings;
import dev.schemend.parser.layout.PrismaSchemaFiles;
import dev.schemend.parser.layout.SourceLocation;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the STATE of {@code --from} and {@code --to}, and of Prisma's spellings of them. */
public final class StateSpecs {

  static final String EMPTY = "empty";

  private static final String SQL_SUFFIX = ".sql";

  private final Surroundings surroundings;
  private final Optional<String> configuration;

  /** Reads what is written in {@code surroundings}. */
  public StateSpecs(Surroundings surroundings) {
    this(surroundings, Optional.empty());
  }

  /**
   * Reads by what is around.
   *
   * @param configuration the {@code prisma.config.ts}, where the command line names one
   */
  public StateSpecs(Surroundings surroundings, Optional<String> configuration) {
    this.surroundings = surroundings;
    this.configuration = configuration;
  }

  /**
   * Any state: {@code empty}, a URL (or {@code env:NAME} or {@code file:PATH}, which hold one),
   * {@code git:<revision>:<path>}, or a path.
   *
   * @throws dev.schemend.exec.error.ExecException with {@link dev.schemend.exec.connect.InvalidUrl}
   */
  public StateSpec any(String text) {
    if (text.equals(EMPTY)) {
      return new StateSpec.Empty();
    }
    if (UrlText.isUrl(text)) {
      return url(text);
    }
    return files(text);
  }

  /** A database, by its URL or by where the URL is written. */
  public StateSpec url(String text) {
    return new StateSpec.LiveDatabase(new UrlText(surroundings).read(text));
  }

  /** A Prisma schema, whatever its name. */
  public StateSpec prismaSchema(String text) {
    return new StateSpec.PrismaSchema(text);
  }

  /** The database that the datasource of a Prisma schema names. */
  public StateSpec datasource(String text) {
    return new StateSpec.LiveDatabase(new Project(surroundings, Optional.of(text)).url());
  }

  /** The database that {@code prisma.config.ts} names, or whatever else names one here. */
  public StateSpec project() {
    return new StateSpec.LiveDatabase(
        new Project(surroundings, Optional.empty(), configuration).url());
  }

  /** A Prisma schema, migrations or a script, on disk or in git. */
  public StateSpec files(String text) {
    if (PrismaSchemaFiles.recognises(text, surroundings.workingDirectory())) {
      return new StateSpec.PrismaSchema(text);
    }
    if (text.startsWith(SourceLocation.PREFIX)) {
      return new StateSpec.GitRevision(text);
    }
    return isScript(text) ? new StateSpec.SqlFile(text) : new StateSpec.MigrationsDirectory(text);
  }

  /** Where nothing is there, the name says what was meant. */
  private boolean isScript(String text) {
    try {
      Path path = surroundings.workingDirectory().resolve(text);
      return Files.exists(path) ? !Files.isDirectory(path) : text.endsWith(SQL_SUFFIX);
    } catch (InvalidPathException notAPath) {
      return false;
    }
  }
}
