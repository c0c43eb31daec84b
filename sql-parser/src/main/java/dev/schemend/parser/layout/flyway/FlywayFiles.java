package dev.schemend.parser.layout.flyway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.schemend.parser.layout.EntryKind;
import dev.schemend.parser.layout.SourceTree;
import dev.schemend.parser.layout.StructuredText;
import dev.schemend.parser.layout.TreeFiles;
import dev.schemend.parser.layout.TreePaths;
import dev.schemend.source.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds and reads Flyway's settings: beside the migrations or in a directory above. */
final class FlywayFiles {

  private static final List<String> NAMES =
      List.of("flyway.toml", "flyway.conf", "conf/flyway.toml", "conf/flyway.conf");
  private static final String FILE_SYSTEM = "filesystem:";
  private static final String CLASSPATH = "classpath:";
  private static final int HIGHEST = 8;

  private FlywayFiles() {}

  /**
   * The nearest settings that can be those of a tree: those that name another place for the
   * migrations are of another project.
   */
  static FlywaySettings settingsFor(SourceTree tree) {
    if (tree.kind() != EntryKind.DIRECTORY) {
      return FlywaySettings.DEFAULT;
    }
    Optional<SourceTree> at = Optional.of(tree);
    String below = "";
    for (int height = 0; at.isPresent() && height < HIGHEST; height++) {
      SourceTree here = at.get();
      for (String name : NAMES) {
        if (TreeFiles.has(here, name)) {
          FlywaySettings settings = new FlywaySettings(values(here.read(name)));
          if (speaksOf(settings, below)) {
            return settings;
          }
        }
      }
      below = TreePaths.join(here.ownName(), below);
      at = here.above();
    }
    return FlywaySettings.DEFAULT;
  }

  /** Whether the migrations at {@code path} below the settings are where these look for them. */
  private static boolean speaksOf(FlywaySettings settings, String path) {
    return settings.locations().isEmpty()
        || settings.locations().stream().anyMatch(location -> leadsTo(location, path));
  }

  private static boolean leadsTo(String location, String path) {
    if (location.startsWith(CLASSPATH)) {
      String place = trimmed(location.substring(CLASSPATH.length()));
      return path.isEmpty() || ("/" + path + "/").contains("/" + place + "/");
    }
    String place =
        trimmed(
            location.startsWith(FILE_SYSTEM) ? location.substring(FILE_SYSTEM.length()) : location);
    String from = place.startsWith("./") ? place.substring(2) : place;
    String root = from.equals(".") ? "" : from;
    return path.isEmpty()
        || root.isEmpty()
        || (path + "/").startsWith(root + "/")
        || (root + "/").startsWith(path + "/")
        // Absolute, as in a container: the end of the way is all that can be compared.
        || (root.startsWith("/") && (root + "/").endsWith("/" + TreePaths.name(path) + "/"));
  }

  private static String trimmed(String place) {
    return place.endsWith("/") ? place.substring(0, place.length() - 1) : place;
  }

  /** The values of a file in Java's form for properties, or in TOML. */
  static Map<String, String> values(SourceText file) {
    Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    if (file.name().endsWith(".toml")) {
      flatten(StructuredText.read(file).path("flyway"), "", values);
      return values;
    }
    for (String line : file.text().lines().toList()) {
      String text = line.strip();
      int equals = text.indexOf('=');
      if (equals > 0 && !text.startsWith("#") && !text.startsWith("!")) {
        String key = text.substring(0, equals).strip();
        String name = key.startsWith("flyway.") ? key.substring("flyway.".length()) : key;
        values.put(name, text.substring(equals + 1).strip());
      }
    }
    return values;
  }

  private static void flatten(JsonNode node, String prefix, Map<String, String> values) {
    node.properties()
        .forEach(
            member -> {
              String name = prefix + member.getKey();
              JsonNode value = member.getValue();
              if (value.isObject()) {
                flatten(value, name + ".", values);
              } else if (value.isArray()) {
                values.put(
                    name, StructuredText.texts(value).stream().collect(Collectors.joining(",")));
              } else {
                values.put(name, value.asText());
              }
            });
  }
}
