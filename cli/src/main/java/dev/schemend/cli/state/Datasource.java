package dev.schemend.cli.state;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code datasource} block of a Prisma schema. Only {@code provider} and {@code url} are read;
 * the rest of the language is passed over.
 *
 * @param provider {@code postgresql}, {@code mysql} …, where it is written
 * @param url where the URL is, where it is written
 */
record Datasource(Optional<String> provider, Optional<Source> url) {

  /** Where a datasource has its URL. */
  sealed interface Source {
    /** In the schema itself. */
    record Literal(String text) implements Source {
      /** Shows nothing of the URL. */
      @Override
      public String toString() {
        return "Literal[…]";
      }
    }

    /** {@code env("NAME")}. */
    record Variable(String name) implements Source {}
  }

  private static final String KEYWORD = "datasource";
  private static final String COMMENT = "//";

  /** The first datasource of a schema; empty where it has none. */
  static Optional<Datasource> of(String schema) {
    Map<String, String> values = new HashMap<>();
    boolean inside = false;
    for (String line : schema.lines().map(String::strip).toList()) {
      if (!inside) {
        inside = line.startsWith(KEYWORD) && line.endsWith("{");
      } else if (line.startsWith("}")) {
        return Optional.of(
            new Datasource(
                Optional.ofNullable(values.get("provider")).flatMap(Datasource::string),
                Optional.ofNullable(values.get("url")).flatMap(Datasource::source)));
      } else if (!line.startsWith(COMMENT) && line.indexOf('=') > 0) {
        int equals = line.indexOf('=');
        values.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
      }
    }
    return Optional.empty();
  }

  private static Optional<Source> source(String value) {
    boolean variable = value.startsWith("env(");
    return string(variable ? value.substring("env(".length()).strip() : value)
        .map(text -> variable ? new Source.Variable(text) : new Source.Literal(text));
  }

  /** The text between the double quotes that {@code value} begins with. */
  private static Optional<String> string(String value) {
    int close = value.indexOf('"', 1);
    return value.startsWith("\"") && close > 0
        ? Optional.of(value.substring(1, close))
        : Optional.empty();
  }
}
