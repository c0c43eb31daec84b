package dev.schemend.parser.layout.liquibase;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.schemend.parser.layout.MigrationSourceException;
import dev.schemend.parser.layout.MigrationSourceException.Code;
import dev.schemend.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a changelog in JSON or YAML. Both keep a change set as an object in a list, {@code -
 * changeSet: {...}}: the list is left out, so that the parts are those of XML.
 */
final class ChangelogText {

  private static final JsonFactory JSON = new JsonFactory();
  private static final JsonFactory YAML = new YAMLFactory();

  private final JsonParser parser;

  private ChangelogText(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * The root of a changelog.
   *
   * @throws MigrationSourceException where it is not what its name says
   */
  static Element read(SourceText file) {
    JsonFactory factory = file.name().endsWith(".json") ? JSON : YAML;
    try (JsonParser parser = factory.createParser(file.text())) {
      parser.nextToken();
      return new ChangelogText(parser).element("changelog");
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new MigrationSourceException(
          Code.BAD_SETTINGS, file.name() + ":" + line, "it cannot be read as a changelog", e);
    } catch (StackOverflowError | IllegalArgumentException e) {
      throw new MigrationSourceException(
          Code.BAD_SETTINGS, file.name(), "it cannot be read as a changelog", e);
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory can be read", e);
    }
  }

  /** What the parser stands at, and behind it. */
  private Element element(String name) throws IOException {
    int offset = (int) Math.max(0, parser.currentTokenLocation().getCharOffset());
    Map<String, String> attributes = new LinkedHashMap<>();
    List<Element> children = new ArrayList<>();
    String text = "";
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        member(parser.currentName(), attributes, children);
      }
    } else if (parser.currentToken() == JsonToken.START_ARRAY) {
      items(name, children);
    } else if (parser.currentToken() != null && parser.currentToken() != JsonToken.VALUE_NULL) {
      text = parser.getText();
    }
    return new Element(name, attributes, children, text, offset);
  }

  private void member(String name, Map<String, String> attributes, List<Element> children)
      throws IOException {
    parser.nextToken();
    Element value = element(name);
    children.add(value);
    if (value.children().isEmpty() && value.attributes().isEmpty()) {
      attributes.put(name, value.text());
    }
  }

  /** An object with one member is that member: its name is the kind of the item. */
  private void items(String name, List<Element> children) throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
      Element item = element(name);
      if (item.text().isEmpty()) {
        children.addAll(item.children());
      } else {
        children.add(item);
      }
    }
  }
}
