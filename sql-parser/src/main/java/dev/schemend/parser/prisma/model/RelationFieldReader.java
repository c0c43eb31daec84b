package dev.schemend.parser.prisma.model;

import dev.schemend.model.ReferentialAction;
import dev.schemend.parser.prisma.Attribute;
import dev.schemend.parser.prisma.Block;
import dev.schemend.parser.prisma.FieldDeclaration;
import dev.schemend.parser.prisma.Name;
import dev.schemend.parser.prisma.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code @relation}. */
final class RelationFieldReader {

  // Schema reference, "Referential actions".
  private static final Map<String, ReferentialAction> ACTIONS =
      Map.of(
          "Cascade", ReferentialAction.CASCADE,
          "Restrict", ReferentialAction.RESTRICT,
          "NoAction", ReferentialAction.NO_ACTION,
          "SetNull", ReferentialAction.SET_NULL,
          "SetDefault", ReferentialAction.SET_DEFAULT);

  private final Connector connector;
  private final Problems problems;

  RelationFieldReader(Connector connector, Problems problems) {
    this.connector = connector;
    this.problems = problems;
  }

  RelationField read(Block.Fields model, FieldDeclaration field) {
    Optional<Attribute> attribute = field.attribute("relation");
    AttributeReader reader =
        new AttributeReader(
            "@relation",
            attribute.map(Attribute::span).orElse(field.span()),
            attribute.map(Attribute::arguments).orElse(List.of()),
            "name",
            List.of("name", "fields", "references", "onDelete", "onUpdate", "map"),
            problems);
    Optional<String> name = reader.text("name");
    name.filter(String::isEmpty)
        .ifPresent(
            empty ->
                problems.error(
                    reader.value("name").orElseThrow().span(),
                    "The name of the relation is empty.",
                    "Write a name, or leave it out."));
    Optional<String> map = reader.text("map");
    map.filter(one -> !new ConstraintNames(connector.longestName()).fits(one))
        .ifPresent(
            one ->
                problems.error(
                    reader.value("map").orElseThrow().span(),
                    "The name \"" + one + "\" is too long for " + connector.product() + ".",
                    "It may have " + connector.longestName() + " bytes."));
    return new RelationField(
        model,
        field,
        name,
        names(reader, "fields"),
        names(reader, "references"),
        action(reader, "onDelete"),
        action(reader, "onUpdate"),
        map);
  }

  private Optional<List<Name>> names(AttributeReader reader, String argument) {
    Optional<Value> value = reader.value(argument);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    List<Name> names = new ArrayList<>();
    List<Value> items =
        value.get() instanceof Value.Items list ? list.items() : List.of(value.get());
    for (Value item : items) {
      if (item instanceof Value.Constant word) {
        names.add(new Name(word.written(), word.span()));
      } else {
        problems.error(
            item.span(),
            "A field is named by a word, not by a " + item.kind() + ".",
            "Write: " + argument + ": [field]");
      }
    }
    if (items.isEmpty()) {
      problems.error(
          value.get().span(),
          "The list of " + argument + " is empty.",
          "Name at least one field: " + argument + ": [field]");
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(names);
  }

  private Optional<ReferentialAction> action(AttributeReader reader, String argument) {
    Optional<Value> value = reader.value(argument);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    ReferentialAction action = ACTIONS.get(value.get().written());
    if (action == null) {
      problems.error(
          value.get().span(),
          "There is no referential action " + value.get().written() + ".",
          Problems.oneOf(
              value.get().written(), ACTIONS.keySet().stream().sorted().toList(), "action"));
    } else if (!connector.referentialActions().contains(action)) {
      problems.error(
          value.get().span(),
          connector.product()
              + " does not have the referential action "
              + value.get().written()
              + ".",
          "Choose another one.");
    }
    return Optional.ofNullable(action);
  }
}
