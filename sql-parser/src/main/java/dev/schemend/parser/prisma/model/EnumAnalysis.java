package dev.schemend.parser.prisma.model;

import dev.schemend.parser.prisma.Attribute;
import dev.schemend.parser.prisma.Block;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads an enum. */
final class EnumAnalysis {

  private static final List<String> ATTRIBUTES = List.of("map", "schema", "namespace");

  private final Connector connector;
  private final Datasource datasource;
  private final Problems problems;

  EnumAnalysis(Connector connector, Datasource datasource, Problems problems) {
    this.connector = connector;
    this.datasource = datasource;
    this.problems = problems;
  }

  EnumDefinition read(Block.Labels block) {
    for (Attribute attribute : block.attributes()) {
      if (!ATTRIBUTES.contains(attribute.name().text())) {
        problems.error(
            attribute.span(),
            "There is no attribute \"@@" + attribute.name() + "\" of an enum.",
            Problems.oneOf(attribute.name().text(), ATTRIBUTES, "attribute"));
      }
    }
    List<EnumDefinition.Label> labels = new ArrayList<>();
    Set<String> stored = new HashSet<>();
    for (Block.Label label : block.labels()) {
      String name = databaseName(label);
      boolean again = labels.stream().anyMatch(one -> one.name().equals(label.name().text()));
      // Of a value that is written twice has been told already.
      if (!stored.add(name) && !again) {
        problems.error(
            label.span(),
            "Two values of the enum \"" + block.name() + "\" are \"" + name + "\" in the database.",
            "Map one of them to another name.");
      }
      labels.add(new EnumDefinition.Label(label.name().text(), name));
    }
    return new EnumDefinition(
        block.name().text(),
        ModelAnalysis.attribute(block.attributes(), "map")
            .flatMap(attribute -> MappedName.of("@@map", attribute, problems))
            .orElse(block.name().text()),
        SchemaName.of(block.name(), block.attributes(), connector, datasource, problems),
        labels,
        block.name().span());
  }

  private String databaseName(Block.Label label) {
    for (Attribute attribute : label.attributes()) {
      if (!attribute.is("map")) {
        problems.error(
            attribute.span(),
            "There is no attribute \"@" + attribute.name() + "\" of a value.",
            "Only @map(\"…\") may stand here.");
      }
    }
    return ModelAnalysis.attribute(label.attributes(), "map")
        .flatMap(attribute -> MappedName.ofLabel("@map", attribute, problems))
        .orElse(label.name().text());
  }
}
