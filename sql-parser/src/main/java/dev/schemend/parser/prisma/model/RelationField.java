package dev.schemend.parser.prisma.model;

import dev.schemend.model.ReferentialAction;
import dev.schemend.parser.prisma.Attribute;
import dev.schemend.parser.prisma.Block;
import dev.schemend.parser.prisma.FieldDeclaration;
import dev.schemend.parser.prisma.Name;
import dev.schemend.source.SourceSpan;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A field whose type is a model, with what its {@code @relation} says.
 *
 * @param model which has it
 * @param field as written
 * @param name the relation's name, where one is written
 * @param fields of this model, where they are written
 * @param references fields of the other model, where they are written
 */
record RelationField(
    Block.Fields model,
    FieldDeclaration field,
    Optional<String> name,
    Optional<List<Name>> fields,
    Optional<List<Name>> references,
    Optional<ReferentialAction> onDelete,
    Optional<ReferentialAction> onUpdate,
    Optional<String> map) {

  String target() {
    return field.type().text();
  }

  boolean isList() {
    return field.arity() == FieldDeclaration.Arity.LIST;
  }

  /** Whether it holds the key. */
  boolean holdsKey() {
    return fields.isPresent();
  }

  /** The attribute, or the field where there is none. */
  SourceSpan place() {
    return field.attribute("relation").map(Attribute::span).orElse(field.span());
  }

  /** How messages call it. */
  String title() {
    return model.name() + "." + field.name();
  }

  /** A model's name as fields are named after it. */
  static String lowerFirst(String name) {
    int first = name.offsetByCodePoints(0, 1);
    return name.substring(0, first).toLowerCase(Locale.ROOT) + name.substring(first);
  }
}
