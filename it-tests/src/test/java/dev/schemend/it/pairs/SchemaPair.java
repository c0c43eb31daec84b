package dev.schemend.it.pairs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.schemend.dialect.Flavor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Two schemas, each as the statements that make it.
 *
 * @param id its name in its suite
 * @param postgres whether it is for PostgreSQL; else it is for MySQL and MariaDB
 * @param from the old one
 * @param to the new one
 */
record SchemaPair(String id, boolean postgres, String from, String to) {

  SchemaPair {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
  }

  /** Whether it is for servers of that product. */
  boolean isFor(Flavor flavor) {
    return postgres == (flavor == Flavor.POSTGRESQL);
  }

  /**
   * The pairs of a file of JSON lines: {@code id}, {@code dialect}, {@code from_sql}, {@code
   * to_sql}.
   */
  static List<SchemaPair> read(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<SchemaPair> pairs = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank()) {
        JsonNode node = json.readTree(line);
        pairs.add(
            new SchemaPair(
                node.path("id").asText(),
                node.path("dialect").asText().startsWith("postgres"),
                node.path("from_sql").asText(),
                node.path("to_sql").asText()));
      }
    }
    return pairs;
  }
}
