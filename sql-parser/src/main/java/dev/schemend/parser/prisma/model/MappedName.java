package dev.schemend.parser.prisma.model;

import dev.schemend.parser.prisma.Attribute;
import java.util.List;
import java.util.Optional;

/** The name that {@code @map} and {@code @@map} give in the database. */
final class MappedName {

  private MappedName() {}

  static Optional<String> of(String title, Attribute attribute, Problems problems) {
    Optional<String> name = ofLabel(title, attribute, problems);
    if (name.filter(String::isEmpty).isPresent()) {
      problems.error(
          attribute.span(),
          "The name in " + title + " is empty.",
          "Write the name that it has in the database.");
      return Optional.empty();
    }
    return name;
  }

  /** That of a label of an enum, which may be empty. */
  static Optional<String> ofLabel(String title, Attribute attribute, Problems problems) {
    AttributeReader reader =
        new AttributeReader(
            title, attribute.span(), attribute.arguments(), "name", List.of("name"), problems);
    return reader.required("name", title + "(\"…\")").isEmpty()
        ? Optional.empty()
        : reader.text("name");
  }
}
