package dev.schemend.cli.state;

import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.FailureException;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.exec.connect.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Database URLs where the command line takes one. A URL that holds a password shows it in the
 * process list; {@code env:NAME} and {@code file:PATH} do not.
 */
public final class UrlText {

  private static final String VARIABLE = "env:";
  private static final String FILE = "file:";
  private static final String JDBC = "jdbc:";

  private final Surroundings surroundings;

  /** Finds variables and files in {@code surroundings}. */
  public UrlText(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Whether {@code text} means a URL: a scheme stands before it, or it says where one is. */
  public static boolean isUrl(String text) {
    return text.contains("://")
        || text.toLowerCase(Locale.ROOT).startsWith(JDBC)
        || text.startsWith(VARIABLE)
        || text.startsWith(FILE);
  }

  /**
   * The URL that {@code text} is, or says where to find.
   *
   * @throws FailureException where the variable or the file is not there
   * @throws dev.schemend.exec.error.ExecException with {@link dev.schemend.exec.connect.InvalidUrl}
   */
  public DatabaseUrl read(String text) {
    if (text.startsWith(VARIABLE)) {
      return ofVariable(text.substring(VARIABLE.length()));
    }
    return text.startsWith(FILE) ? ofFile(text.substring(FILE.length())) : DatabaseUrl.parse(text);
  }

  /** The URL in an environment variable, or in a variable of the {@code .env} file. */
  public DatabaseUrl ofVariable(String name) {
    return DatabaseUrl.parse(
        variable(name)
            .orElseThrow(
                () ->
                    Failure.of(
                            "no-url",
                            "The variable " + name + " is not set.",
                            "Set it in the environment or in ./.env, or give the URL with --url.")
                        .exception()));
  }

  /** The value of a variable: the environment's before that of {@code .env}, as dotenv has it. */
  Optional<String> variable(String name) {
    return surroundings
        .variable(name)
        .or(() -> DotEnv.in(surroundings.workingDirectory()).variable(name));
  }

  /** The URL that is the text of a file. */
  public DatabaseUrl ofFile(String file) {
    try {
      Path path = surroundings.workingDirectory().resolve(file);
      return DatabaseUrl.parse(Files.readString(path).strip());
    } catch (IOException | InvalidPathException unreadable) {
      throw Failure.of(
              "not-readable",
              "The file " + file + ", which should hold the URL, cannot be read.",
              "Check the path; the file holds the URL and nothing else.")
          .exception();
    }
  }
}
