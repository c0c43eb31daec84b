package dev.schemend.parser.layout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.schemend.parser.layout.MigrationSourceException.Code;
import dev.schemend.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Plans, journals and settings in JSON, YAML or TOML. */
public final class StructuredText {

  private static final ObjectMapper JSON = new JsonMapper();
  private static final ObjectMapper YAML = new YAMLMapper();
  private static final ObjectMapper TOML = new TomlMapper();

  // Jackson says where in its own words; the line is told in ours.
  private static final Pattern LOCATION = Pattern.compile("\\s*\\([^()]*\\[Source:.*");

  private StructuredText() {}

  /**
   * A file as a tree of values, by the ending of its name.
   *
   * @throws MigrationSourceException where it is not what its name says
   */
  public static JsonNode read(SourceText file) {
    String name = file.name();
    ObjectMapper mapper = name.endsWith(".json") ? JSON : name.endsWith(".toml") ? TOML : YAML;
    try {
      return mapper.readTree(file.text());
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new MigrationSourceException(
          Code.BAD_SETTINGS,
          name + ":" + line,
          "it cannot be read: " + LOCATION.matcher(e.getOriginalMessage()).replaceAll(""),
          e);
    } catch (StackOverflowError | IllegalArgumentException e) {
      // What the YAML reader does with a text that is nested without end, or holds no value at all.
      throw new MigrationSourceException(Code.BAD_SETTINGS, name, "it cannot be read", e);
    }
  }

  /** The text of a member, if there is one. */
  public static Optional<String> text(JsonNode object, String member) {
    JsonNode value = object.path(member);
    return value.isValueNode() && !value.isNull() ? Optional.of(value.asText()) : Optional.empty();
  }

  /** The texts of a list; what is no text in it is left out. */
  public static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(
        value -> {
          if (value.isTextual()) {
            texts.add(value.asText());
          }
        });
    return texts;
  }
}
