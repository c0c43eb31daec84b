package dev.schemend.cli.state;

import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.FailureException;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.parser.layout.SourceLocation;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads the STATE of {@code --from} and {@code --to}, and of Prisma's spellings of them. */
public final class StateSpecs {

  static final String EMPTY = "empty";

  private static final String SQL_SUFFIX = ".sql";
  private static final String PRISMA_SUFFIX = ".prisma";

  private final Surroundings surroundings;

  /** Reads what is written in {@code surroundings}. */
  public StateSpecs(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * Any state: {@code empty}, a URL (or {@code env:NAME} or {@code file:PATH}, which hold one),
   * {@code git:<revision>:<path>}, or a path.
   *
   * @throws FailureException for a Prisma schema, which is not read yet
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

  /** Migrations or a script, on disk or in git. */
  public StateSpec files(String text) {
    if (text.endsWith(PRISMA_SUFFIX)) {
      throw prismaSchema(text);
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

  /** The failure of a state that is a Prisma schema. */
  public static FailureException prismaSchema(String text) {
    return Failure.usage(
            "A Prisma schema (" + text + ") cannot be a state: its models are not yet read.",
            "Use the migrations directory instead: --from or --to prisma/migrations.")
        .exception();
  }
}
