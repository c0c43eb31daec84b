package dev.schemend.parser.prisma.model;

import dev.schemend.parser.prisma.Attribute;
import dev.schemend.parser.prisma.Block;
import dev.schemend.parser.prisma.FieldDeclaration;
import dev.schemend.parser.prisma.FieldDeclaration.Arity;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the fields of a model that are columns. */
final class FieldAnalysis {

  private static final List<String> SCALAR_ATTRIBUTES =
      List.of("id", "unique", "default", "updatedAt", "map", "ignore", "generated");
  private static final List<String> RELATION_ATTRIBUTES = List.of("relation", "ignore");

  /** Attributes that take no argument. */
  private static final Set<String> BARE = Set.of("updatedAt", "ignore");

  private final Connector connector;
  private final Declarations declarations;
  private final Problems problems;
  private final NativeTypeAnalysis nativeTypes;
  private final DefaultAnalysis defaults;

  FieldAnalysis(
      Connector connector, Datasource datasource, Declarations declarations, Problems problems) {
    this.connector = connector;
    this.declarations = declarations;
    this.problems = problems;
    this.nativeTypes = new NativeTypeAnalysis(connector, datasource, problems);
    this.defaults = new DefaultAnalysis(declarations, problems);
  }

  /** The column that a field is; empty for relations and for what is none. */
  Optional<ScalarField> read(Block.Fields model, FieldDeclaration field) {
    Optional<FieldKind> kind = kind(field);
    if (kind.isEmpty()) {
      relation(model, field);
      return Optional.empty();
    }
    requireKnown(field, SCALAR_ATTRIBUTES);
    if (field.arity() == Arity.LIST && !connector.supports(Connector.Capability.LISTS)) {
      problems.error(
          field.span(),
          connector.product() + " has no lists of " + kind.get().written() + ".",
          "Make it a Json field, or keep the values in a model of their own.");
    }
    field.attribute("updatedAt").ifPresent(attribute -> updatedAt(field, kind.get(), attribute));
    Optional<DefaultValue> value =
        field
            .attribute("default")
            .flatMap(attribute -> defaults.read(field, kind.get(), attribute));
    return Optional.of(
        new ScalarField(
            field,
            column(field),
            kind.get(),
            nativeTypes.read(field, kind.get()),
            value,
            field.attribute("generated").flatMap(attribute -> generated(field, attribute))));
  }

  private Optional<FieldKind> kind(FieldDeclaration field) {
    if (field.unsupported().isPresent()) {
      return field.unsupported().map(FieldKind.Unsupported::new);
    }
    String type = field.type().text();
    Optional<FieldKind> scalar = ScalarType.of(type).map(FieldKind.Scalar::new);
    return scalar.or(
        () -> declarations.enumOf(type).map(block -> new FieldKind.EnumOf(block.name().text())));
  }

  private void relation(Block.Fields model, FieldDeclaration field) {
    if (declarations.isModel(field.type().text())) {
      requireKnown(field, RELATION_ATTRIBUTES);
      return;
    }
    if (declarations.fieldBlock(field.type().text()).isPresent()) {
      problems.error(
          field.type().span(),
          connector.product() + " has no composite types.",
          "Make \"" + field.type() + "\" a model with a relation, or the field Json.");
      return;
    }
    problems.error(
        field.type().span(),
        "The type \""
            + field.type()
            + "\" of "
            + model.name()
            + "."
            + field.name()
            + " is neither a scalar type nor a model nor an enum.",
        Problems.oneOf(field.type().text(), declarations.typeNames(), "type"));
  }

  private void requireKnown(FieldDeclaration field, List<String> known) {
    Set<String> seen = new HashSet<>();
    for (Attribute attribute : field.attributes()) {
      String name = attribute.name().text();
      if (name.contains(".")) {
        if (!known.contains("id")) {
          problems.error(
              attribute.span(),
              "A relation has no native type.",
              "Write it behind the fields that hold the key.");
        }
        continue;
      }
      if (BARE.contains(name) && !attribute.arguments().isEmpty()) {
        new AttributeReader(
            "@" + name, attribute.span(), attribute.arguments(), "", List.of(), problems);
      }
      if (!known.contains(name)) {
        boolean elsewhere = SCALAR_ATTRIBUTES.contains(name) || RELATION_ATTRIBUTES.contains(name);
        problems.error(
            attribute.span(),
            elsewhere
                ? "@" + name + " does not belong to a field of type " + field.type() + "."
                : "There is no attribute \"@" + name + "\" of a field.",
            elsewhere
                ? (name.equals("relation")
                    ? "It belongs to fields whose type is a model."
                    : "It belongs to fields that are columns.")
                : Problems.oneOf(name, known, "attribute"));
      } else if (!seen.add(name)) {
        problems.error(
            attribute.span(),
            "The field \"" + field.name() + "\" already has @" + name + ".",
            "Leave one of the two out.");
      }
    }
  }

  private void updatedAt(FieldDeclaration field, FieldKind kind, Attribute attribute) {
    boolean moment =
        kind instanceof FieldKind.Scalar scalar
            && scalar.type() == ScalarType.DATE_TIME
            && field.arity() != Arity.LIST;
    if (!moment) {
      problems.error(
          attribute.span(),
          "@updatedAt belongs to a DateTime field, not to "
              + kind.written()
              + field.arity().suffix()
              + ".",
          "Make the field DateTime, or leave the attribute out.");
    }
  }

  private String column(FieldDeclaration field) {
    return field
        .attribute("map")
        .flatMap(attribute -> MappedName.of("@map", attribute, problems))
        .orElse(field.name().text());
  }

  private Optional<String> generated(FieldDeclaration field, Attribute attribute) {
    AttributeReader reader =
        new AttributeReader(
            "@generated",
            attribute.span(),
            attribute.arguments(),
            "expression",
            List.of("expression"),
            problems);
    reader.required("expression", "@generated(\"…\")");
    if (field.attribute("default").isPresent()) {
      problems.error(
          attribute.span(),
          "A field that the database computes has no default.",
          "Leave @default out.");
    }
    return reader.text("expression").filter(text -> !text.isBlank());
  }
}
