package dev.schemend.parser.prisma.model;

import dev.schemend.parser.prisma.Attribute;
import dev.schemend.parser.prisma.Block;
import dev.schemend.parser.prisma.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the keys and indexes of one model. */
final class KeyAnalysis {

  private static final String FIELDS = "fields";

  private final Connector connector;
  private final Set<String> previewFeatures;
  private final Problems problems;
  private final ConstraintNames names;
  private final ConditionAnalysis conditions;
  private final KeyPartAnalysis parts;
  private final Block.Fields model;
  private final String table;
  private final Map<String, ScalarField> fields;

  KeyAnalysis(
      Connector connector,
      Set<String> previewFeatures,
      Declarations declarations,
      Problems problems,
      Block.Fields model,
      String table,
      Map<String, ScalarField> fields) {
    this.connector = connector;
    this.previewFeatures = previewFeatures;
    this.problems = problems;
    this.names = new ConstraintNames(connector.longestName());
    this.conditions = new ConditionAnalysis(declarations, problems);
    this.parts = new KeyPartAnalysis(connector, problems, model, fields);
    this.model = model;
    this.table = table;
    this.fields = fields;
  }

  /** The primary key; one problem for each that there is too much of. */
  Optional<Key> primaryKey() {
    List<Key> found = new ArrayList<>();
    for (ScalarField field : fields.values()) {
      field
          .declaration()
          .attribute("id")
          .ifPresent(
              attribute -> ofField(Key.Kind.PRIMARY, field, attribute).ifPresent(found::add));
    }
    for (Attribute attribute : model.attributes()) {
      if (attribute.is("id")) {
        ofBlock(Key.Kind.PRIMARY, attribute).ifPresent(found::add);
      }
    }
    found.stream()
        .skip(1)
        .forEach(
            second ->
                problems.error(
                    second.span(),
                    "The model \"" + model.name() + "\" already has an id.",
                    "A model has one; for several fields together write @@id([a, b]), for another"
                        + " key @unique."));
    found.stream().findFirst().ifPresent(this::requireFilled);
    return found.stream().findFirst();
  }

  private void requireFilled(Key key) {
    for (ScalarField field : key.fields()) {
      if (!field.isRequired()) {
        problems.error(
            key.span(),
            "The field \"" + field.name() + "\" of the id is not required.",
            "Every row has an id: take the " + field.arity().suffix() + " from the field's type.");
      }
    }
  }

  /** The others, in the order in which Prisma makes them. */
  List<Key> indexes() {
    List<Key> found = new ArrayList<>();
    for (ScalarField field : fields.values()) {
      field
          .declaration()
          .attribute("unique")
          .ifPresent(attribute -> ofField(Key.Kind.UNIQUE, field, attribute).ifPresent(found::add));
    }
    for (Key.Kind kind : List.of(Key.Kind.INDEX, Key.Kind.UNIQUE, Key.Kind.FULLTEXT)) {
      for (Attribute attribute : model.attributes()) {
        if (attribute.is(kind.attribute())) {
          ofBlock(kind, attribute).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private Optional<Key> ofField(Key.Kind kind, ScalarField field, Attribute attribute) {
    AttributeReader reader =
        new AttributeReader(
            "@" + kind.attribute(),
            attribute.span(),
            attribute.arguments(),
            "map",
            List.of("map", "sort", "length", "clustered", "where"),
            problems);
    return Optional.of(
        new Key(
            kind,
            name(kind, reader, "map", List.of(field.column())),
            List.of(parts.ofField(field, reader)),
            Optional.empty(),
            condition(reader),
            attribute.span()));
  }

  private Optional<Key> ofBlock(Key.Kind kind, Attribute attribute) {
    List<String> known = new ArrayList<>(List.of(FIELDS, "name", "map"));
    switch (kind) {
      case PRIMARY -> known.add("clustered");
      case UNIQUE -> known.addAll(List.of("clustered", "where"));
      case INDEX -> known.addAll(List.of("type", "clustered", "where"));
      case FULLTEXT -> known.remove("name");
    }
    String title = "@@" + kind.attribute();
    AttributeReader reader =
        new AttributeReader(
            title, attribute.span(), attribute.arguments(), FIELDS, known, problems);
    if (kind == Key.Kind.FULLTEXT && !connector.supports(Connector.Capability.FULLTEXT)) {
      problems.error(
          attribute.span(),
          connector.product() + " has no @@fulltext.",
          "Index the field with @@index and an access method for texts, or leave it out.");
      return Optional.empty();
    }
    Optional<String> type = type(reader);
    Optional<Value> list = reader.required(FIELDS, title + "([field])");
    List<Key.Part> found = list.map(value -> parts.ofList(title, value, type)).orElse(List.of());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    requireDistinct(title, attribute, found);
    return Optional.of(
        new Key(
            kind,
            name(
                kind,
                reader,
                mapArgument(kind, attribute, reader),
                found.stream().map(part -> part.field().column()).toList()),
            found,
            type,
            condition(reader),
            attribute.span()));
  }

  /** {@code name} of an index is an old word for {@code map}; of other keys it is the client's. */
  private String mapArgument(Key.Kind kind, Attribute attribute, AttributeReader reader) {
    Optional<Value> name = reader.value("name");
    if (kind == Key.Kind.INDEX && name.isPresent()) {
      if (reader.value("map").isPresent()) {
        problems.error(
            attribute.span(),
            "@@index has both name and map, which mean the same.",
            "Write map alone.");
      }
      return "name";
    }
    reader
        .text("name")
        .filter(text -> !text.matches("\\w+"))
        .ifPresent(
            text ->
                problems.error(
                    attribute.span(),
                    "\"" + text + "\" cannot be a name for the client.",
                    "Use letters, digits and _ in name; the database's name goes into map."));
    return "map";
  }

  private void requireDistinct(String title, Attribute attribute, List<Key.Part> found) {
    Set<String> seen = new HashSet<>();
    for (Key.Part part : found) {
      if (!seen.add(part.field().name())) {
        problems.error(
            attribute.span(),
            title + " names the field \"" + part.field().name() + "\" twice.",
            "Name each field once.");
      }
    }
  }

  private String name(
      Key.Kind kind, AttributeReader reader, String argument, List<String> columns) {
    Optional<String> written = reader.text(argument);
    written.ifPresent(name -> requireUsable(kind, name, reader.value(argument).orElseThrow()));
    return written.orElseGet(
        () ->
            switch (kind) {
              case PRIMARY -> names.primaryKey(table);
              case UNIQUE -> names.unique(table, columns);
              case INDEX, FULLTEXT -> names.index(table, columns);
            });
  }

  private void requireUsable(Key.Kind kind, String name, Value value) {
    if (name.isEmpty()) {
      problems.error(value.span(), "The name is empty.", "Write the name of it in the database.");
    } else if (!names.fits(name)) {
      problems.error(
          value.span(),
          "The name \"" + name + "\" is too long for " + connector.product() + ".",
          "It may have " + connector.longestName() + " bytes.");
    } else if (kind == Key.Kind.PRIMARY
        && !connector.supports(Connector.Capability.NAMED_PRIMARY_KEYS)) {
      problems.error(
          value.span(), connector.product() + " gives primary keys no names.", "Leave map out.");
    }
  }

  private Optional<String> type(AttributeReader reader) {
    return reader
        .value("type")
        .filter(
            value -> {
              boolean known = connector.indexTypes().contains(value.written());
              if (!known) {
                problems.error(
                    value.span(),
                    connector.product() + " has no index type " + value.written() + ".",
                    Problems.oneOf(value.written(), connector.indexTypes(), "index type"));
              }
              return known;
            })
        .map(Value::written);
  }

  private Optional<Condition> condition(AttributeReader reader) {
    Optional<Value> where = reader.value("where");
    if (where.isEmpty()) {
      return Optional.empty();
    }
    if (!connector.supports(Connector.Capability.PARTIAL_INDEXES)) {
      problems.error(
          where.get().span(), connector.product() + " has no partial indexes.", "Leave where out.");
      return Optional.empty();
    }
    if (!previewFeatures.contains(ConfigAnalysis.PARTIAL_INDEXES_FEATURE)) {
      problems.error(
          where.get().span(),
          "Partial indexes are a preview feature that is not turned on.",
          "Add \""
              + ConfigAnalysis.PARTIAL_INDEXES_FEATURE
              + "\" to previewFeatures of the generator.");
    }
    return conditions.read(where.get(), fields);
  }
}
