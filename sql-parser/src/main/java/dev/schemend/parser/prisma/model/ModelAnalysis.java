package dev.schemend.parser.prisma.model;

import dev.schemend.parser.prisma.Attribute;
import dev.schemend.parser.prisma.Block;
import dev.schemend.parser.prisma.FieldDeclaration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a model: its name in the database, its columns, its keys. */
final class ModelAnalysis {

  private static final Set<String> REPEATED = Set.of("unique", "index", "fulltext");
  private static final List<String> ATTRIBUTES =
      List.of(
          "id", "unique", "index", "fulltext", "map", "schema", "namespace", "ignore", "shardKey");

  private final Connector connector;
  private final Datasource datasource;
  private final Set<String> previewFeatures;
  private final Declarations declarations;
  private final Problems problems;
  private final FieldAnalysis fields;

  ModelAnalysis(
      Connector connector,
      Datasource datasource,
      Set<String> previewFeatures,
      Declarations declarations,
      Problems problems) {
    this.connector = connector;
    this.datasource = datasource;
    this.previewFeatures = previewFeatures;
    this.declarations = declarations;
    this.problems = problems;
    this.fields = new FieldAnalysis(connector, datasource, declarations, problems);
  }

  Model read(Block.Fields block) {
    requireKnown(block);
    requireView(block);
    requireIgnoredOnce(block);
    String table =
        attribute(block.attributes(), "map")
            .flatMap(attribute -> MappedName.of("@@map", attribute, problems))
            .orElse(block.name().text());
    Map<String, ScalarField> columns = new LinkedHashMap<>();
    for (FieldDeclaration field : block.fields()) {
      fields.read(block, field).ifPresent(column -> columns.putIfAbsent(column.name(), column));
    }
    requireDistinctColumns(block, columns);
    KeyAnalysis keys =
        new KeyAnalysis(connector, previewFeatures, declarations, problems, block, table, columns);
    Model model =
        new Model(
            block,
            table,
            SchemaName.of(block.name(), block.attributes(), connector, datasource, problems),
            List.copyOf(columns.values()),
            keys.primaryKey(),
            keys.indexes());
    requireCriterion(model);
    requireCountable(model);
    return model;
  }

  static Optional<Attribute> attribute(List<Attribute> attributes, String name) {
    return attributes.stream().filter(one -> one.is(name)).findFirst();
  }

  private void requireKnown(Block.Fields block) {
    Set<String> seen = new HashSet<>();
    for (Attribute attribute : block.attributes()) {
      String name = attribute.name().text();
      if (!ATTRIBUTES.contains(name)) {
        problems.error(
            attribute.span(),
            "There is no attribute \"@@" + name + "\" of a " + block.kind().word() + ".",
            Problems.oneOf(name, ATTRIBUTES, "attribute"));
      } else if (!seen.add(name) && !REPEATED.contains(name)) {
        problems.error(
            attribute.span(),
            "The " + block.kind().word() + " \"" + block.name() + "\" already has @@" + name + ".",
            "Leave one of the two out.");
      }
    }
  }

  /** Views are a preview feature of every Prisma so far. */
  private void requireView(Block.Fields block) {
    if (block.kind() == Block.Fields.Kind.VIEW && !previewFeatures.contains("views")) {
      problems.error(
          block.name().span(),
          "Views are a preview feature that is not turned on.",
          "Add \"views\" to previewFeatures of the generator.");
    }
  }

  private void requireIgnoredOnce(Block.Fields block) {
    Optional<Attribute> whole = attribute(block.attributes(), "ignore");
    whole
        .filter(attribute -> !attribute.arguments().isEmpty())
        .ifPresent(
            attribute ->
                new AttributeReader(
                    "@@ignore", attribute.span(), attribute.arguments(), "", List.of(), problems));
    if (whole.isPresent()) {
      block.fields().stream()
          .flatMap(field -> field.attribute("ignore").stream())
          .forEach(
              one ->
                  problems.error(
                      one.span(),
                      "The field of a model that is ignored as a whole is ignored already.",
                      "Leave @ignore out here, or @@ignore of the model."));
    }
  }

  private void requireDistinctColumns(Block.Fields block, Map<String, ScalarField> columns) {
    Map<String, String> seen = new HashMap<>();
    for (ScalarField field : columns.values()) {
      String other = seen.putIfAbsent(field.column(), field.name());
      if (other != null) {
        problems.error(
            field.declaration().span(),
            "The fields \""
                + other
                + "\" and \""
                + field.name()
                + "\" of \""
                + block.name()
                + "\" are the same column \""
                + field.column()
                + "\".",
            "Map one of them to another column.");
      }
    }
  }

  private void requireCriterion(Model model) {
    Block.Fields block = model.declaration();
    boolean ignored = attribute(block.attributes(), "ignore").isPresent();
    boolean criterion =
        model
            .keys()
            .anyMatch(
                key -> key.isUnique() && key.fields().stream().allMatch(ScalarField::isRequired));
    // What is wrong with a line of it may be all that is missing.
    if (!criterion && !ignored && !model.isView() && !problems.isWithin(block.span())) {
      problems.error(
          block.name().span(),
          "Nothing tells the rows of the model \"" + model.name() + "\" apart.",
          "Mark a required field with @id or @unique, several with @@id or @@unique, or the model"
              + " with @@ignore.");
    }
  }

  /** MySQL counts up one column of a table, and it must be a key's first (manual, 5.6.9). */
  private void requireCountable(Model model) {
    if (connector.supports(Connector.Capability.FREE_AUTOINCREMENT)) {
      return;
    }
    List<ScalarField> counted =
        model.fields().stream().filter(ScalarField::isAutoIncrement).toList();
    counted.stream()
        .skip(1)
        .forEach(
            field ->
                problems.error(
                    field.declaration().span(),
                    connector.product()
                        + " counts up one column of a table, and \""
                        + model.name()
                        + "\" has two.",
                    "Leave autoincrement() to one of them."));
    for (ScalarField field : counted) {
      boolean leads =
          model.keys().anyMatch(key -> key.fields().getFirst().name().equals(field.name()));
      if (!leads) {
        problems.error(
            field.declaration().span(),
            connector.product()
                + " counts up only what a key begins with, and \""
                + field.name()
                + "\" begins none.",
            "Mark it with @id or @unique, or add @@index([" + field.name() + "]).");
      }
    }
  }
}
