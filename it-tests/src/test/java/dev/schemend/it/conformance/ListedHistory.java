package dev.schemend.it.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.schemend.dialect.Flavor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A history to be tried.
 *
 * @param name what the report calls it
 * @param directory where its migrations are
 * @param flavors the products it is for
 * @param layout its layout, where it is not to be detected
 * @param session what its runner sets in every session first, or empty
 * @param database the name that its database must have; else any will do
 */
record ListedHistory(
    String name,
    Path directory,
    Set<Flavor> flavors,
    Optional<String> layout,
    String session,
    Optional<String> database) {

  /**
   * The histories that an argument names: those of a JSON file, an array of objects with {@code
   * name}, {@code path} (relative to the file), {@code dialect}, and if need be {@code layout},
   * {@code session}, {@code database}; or one directory, {@code DIALECT:DIR}.
   */
  static List<ListedHistory> of(String argument) throws IOException {
    if (argument.endsWith(".json")) {
      Path file = Path.of(argument).toAbsolutePath();
      List<ListedHistory> histories = new ArrayList<>();
      for (JsonNode entry : new ObjectMapper().readTree(Files.readString(file))) {
        histories.add(of(file.getParent(), entry));
      }
      return histories;
    }
    int colon = argument.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException(
          "Say for which dialect it is, as in postgresql:DIR: " + argument);
    }
    Path directory = Path.of(argument.substring(colon + 1)).toAbsolutePath().normalize();
    return List.of(
        new ListedHistory(
            directory.getFileName().toString(),
            directory,
            flavors(argument.substring(0, colon)),
            Optional.empty(),
            "",
            Optional.empty()));
  }

  /** This history in a layout, where it names none itself. */
  ListedHistory orLayout(Optional<String> other) {
    return new ListedHistory(name, directory, flavors, layout.or(() -> other), session, database);
  }

  private static ListedHistory of(Path base, JsonNode entry) {
    return new ListedHistory(
        required(entry, "name"),
        base.resolve(required(entry, "path")).normalize(),
        flavors(required(entry, "dialect")),
        Optional.ofNullable(entry.path("layout").textValue()),
        entry.path("session").asText(""),
        Optional.ofNullable(entry.path("database").textValue()));
  }

  private static String required(JsonNode entry, String member) {
    String value = entry.path(member).textValue();
    if (value == null) {
      throw new IllegalArgumentException("An entry has no \"" + member + "\": " + entry);
    }
    return value;
  }

  /** A history for MySQL is tried on MariaDB too: the figures tell whether it runs there. */
  private static Set<Flavor> flavors(String dialect) {
    return switch (dialect) {
      case "postgresql", "postgres" -> Set.of(Flavor.POSTGRESQL);
      case "mysql" -> Set.of(Flavor.MYSQL, Flavor.MARIADB);
      case "mariadb" -> Set.of(Flavor.MARIADB);
      default -> throw new IllegalArgumentException("No dialect is called " + dialect);
    };
  }
}
