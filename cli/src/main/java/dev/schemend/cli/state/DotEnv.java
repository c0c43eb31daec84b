package dev.schemend.cli.state;

import dev.schemend.cli.process.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The variables of a {@code .env} file, as the dotenv package of Node reads them: {@code
 * KEY=value}, an {@code export} before it, single, double or back quotes around the value, and
 * comments behind {@code #}. Values over several lines are not read.
 */
final class DotEnv {

  private static final List<String> PLACES = List.of(".env", "prisma/.env");
  private static final String EXPORT = "export ";
  private static final String QUOTES = "\"'`";

  private final Map<String, String> values;

  private DotEnv(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /** The file in {@code directory}, or in its {@code prisma}; no variables where there is none. */
  static DotEnv in(Path directory) {
    for (String place : PLACES) {
      Path file = directory.resolve(place);
      if (Files.isRegularFile(file)) {
        try {
          return parse(Files.readString(file));
        } catch (IOException unreadable) {
          throw Failure.of(
                  "not-readable",
                  "The file " + place + " cannot be read.",
                  "Make it readable as UTF-8, or give the URL with --url-file FILE.")
              .exception();
        }
      }
    }
    return new DotEnv(Map.of());
  }

  static DotEnv parse(String text) {
    Map<String, String> values = new HashMap<>();
    for (String line : text.lines().map(String::strip).toList()) {
      String assignment = line.startsWith(EXPORT) ? line.substring(EXPORT.length()) : line;
      int equals = assignment.indexOf('=');
      if (!assignment.startsWith("#") && equals > 0) {
        values.put(
            assignment.substring(0, equals).strip(),
            value(assignment.substring(equals + 1).strip()));
      }
    }
    return new DotEnv(values);
  }

  private static String value(String written) {
    if (!written.isEmpty() && QUOTES.indexOf(written.charAt(0)) >= 0) {
      int close = written.indexOf(written.charAt(0), 1);
      if (close > 0) {
        return written.substring(1, close);
      }
    }
    int comment = written.indexOf('#');
    return comment < 0 ? written : written.substring(0, comment).strip();
  }

  Optional<String> variable(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
  }
}
