package dev.schemend.parser.prisma.model;

import dev.schemend.parser.prisma.Attribute;
import dev.schemend.parser.prisma.Name;
import java.util.List;
import java.util.Optional;

/** The database schema that {@code @@schema} names. */
final class SchemaName {

  private SchemaName() {}

  static Optional<String> of(
      Name owner,
      List<Attribute> attributes,
      Connector connector,
      Datasource datasource,
      Problems problems) {
    Optional<Attribute> attribute =
        ModelAnalysis.attribute(attributes, "schema")
            .or(() -> ModelAnalysis.attribute(attributes, "namespace"));
    if (attribute.isEmpty()) {
      if (!datasource.schemas().isEmpty()) {
        problems.error(
            owner.span(),
            "\"" + owner + "\" does not say which schema it is in.",
            "The datasource lists schemas; add @@schema(\""
                + datasource.schemas().getFirst()
                + "\").");
      }
      return Optional.empty();
    }
    AttributeReader reader =
        new AttributeReader(
            "@@schema",
            attribute.get().span(),
            attribute.get().arguments(),
            "map",
            List.of("map"),
            problems);
    reader.required("map", "@@schema(\"…\")");
    Optional<String> schema = reader.text("map");
    if (!connector.supports(Connector.Capability.SCHEMAS)) {
      problems.error(
          attribute.get().span(),
          connector.product() + " has no schemas inside a database.",
          "Leave @@schema out.");
    } else if (schema.isPresent() && datasource.schemas().isEmpty()) {
      problems.error(
          attribute.get().span(),
          "The datasource lists no schemas.",
          "Add to it: schemas = [\"" + schema.get() + "\"]");
    } else if (schema.isPresent() && !datasource.schemas().contains(schema.get())) {
      problems.error(
          attribute.get().span(),
          "The schema \"" + schema.get() + "\" is not listed in the datasource.",
          Problems.oneOf(schema.get(), datasource.schemas(), "schema"));
    }
    return schema;
  }
}
