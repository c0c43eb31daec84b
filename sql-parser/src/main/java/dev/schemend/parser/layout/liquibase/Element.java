package dev.schemend.parser.layout.liquibase;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A part of a changelog, whatever it is written in.
 *
 * @param name what XML calls it: {@code changeSet}, {@code include}
 * @param attributes its simple values by name
 * @param children its parts, in order
 * @param text the text between its tags, or the value that it is as a whole
 * @param offset where it stands in the file
 */
record Element(
    String name, Map<String, String> attributes, List<Element> children, String text, int offset) {

  Element {
    attributes = Map.copyOf(attributes);
    children = List.copyOf(children);
  }

  /** A simple value, written as an attribute or as a part of its own. */
  Optional<String> value(String attribute) {
    return Optional.ofNullable(attributes.get(attribute))
        .or(() -> child(attribute).map(Element::text));
  }

  boolean isTrue(String attribute) {
    return value(attribute)
        .map(value -> value.toLowerCase(Locale.ROOT))
        .equals(Optional.of("true"));
  }

  Optional<Element> child(String childName) {
    return children.stream().filter(child -> child.name.equals(childName)).findFirst();
  }
}
