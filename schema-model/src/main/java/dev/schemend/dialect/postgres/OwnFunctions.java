package dev.schemend.dialect.postgres;

import dev.schemend.name.Identifier;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of functions that PostgreSQL has by itself ({@code functions.txt}). */
final class OwnFunctions {

  /** What is called like a function and has no row in {@code pg_proc} ({@code gram.y}). */
  private static final Set<String> WORDS =
      Set.of(
          "coalesce",
          "greatest",
          "least",
          "nullif",
          "grouping",
          "grouping sets",
          "rollup",
          "cube",
          "current_catalog",
          "current_date",
          "current_role",
          "current_time",
          "current_timestamp",
          "localtime",
          "localtimestamp",
          "session_user",
          "system_user",
          "user",
          "extract",
          "merge_action",
          "json",
          "json_array",
          "json_arrayagg",
          "json_exists",
          "json_objectagg",
          "json_query",
          "json_scalar",
          "json_serialize",
          "json_value",
          "xmlconcat",
          "xmlelement",
          "xmlforest",
          "xmlparse",
          "xmlpi",
          "xmlroot",
          "xmlserialize");

  private static final Set<String> ALL = read();

  private OwnFunctions() {}

  /** Whether some version of the server has a function of that name. */
  static boolean has(Identifier name) {
    return ALL.contains(name.key()) || WORDS.contains(name.key());
  }

  private static Set<String> read() {
    try (InputStream in = OwnFunctions.class.getResourceAsStream("functions.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Stream.of(line.split(" ", -1)))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
