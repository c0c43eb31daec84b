package dev.schemend.parser.prisma.pull;

import dev.schemend.name.IdentifierRules;
import dev.schemend.name.ObjectName;
import dev.schemend.parser.prisma.Attribute;
import dev.schemend.parser.prisma.FieldDeclaration;
import dev.schemend.parser.prisma.Value;
import dev.schemend.parser.prisma.model.Datamodel;
import dev.schemend.parser.prisma.model.EnumDefinition;
import dev.schemend.parser.prisma.model.FieldKind;
import dev.schemend.parser.prisma.model.Model;
import dev.schemend.parser.prisma.model.Relation;
import dev.schemend.parser.prisma.model.ScalarField;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The names that a schema already has for what a database holds. */
final class ExistingNames {

  /**
   * How the two ends of a relation are called.
   *
   * @param relation the relation itself, where it is named
   * @param forward the field of the model that holds the key, or of column A
   * @param back the field of the other model
   */
  record Ends(Optional<String> relation, String forward, String back) {}

  private record KeyOf(ObjectName table, List<String> columns, ObjectName target) {}

  private final PullSettings settings;
  private final Optional<Datamodel> datamodel;
  private final Map<ObjectName, Model> models = new HashMap<>();
  private final Map<ObjectName, Model> views = new HashMap<>();
  private final Map<KeyOf, Ends> keys = new HashMap<>();
  private final Map<String, Ends> relationTables = new HashMap<>();
  private final Set<String> taken = new TreeSet<>();

  ExistingNames(Optional<Datamodel> datamodel, PullSettings settings) {
    this.datamodel = datamodel;
    this.settings = settings;
    for (Model model : datamodel.map(Datamodel::models).orElse(List.of())) {
      taken.add(model.name());
      (model.isView() ? views : models).put(table(model), model);
    }
    for (EnumDefinition one : datamodel.map(Datamodel::enums).orElse(List.of())) {
      taken.add(one.name());
    }
    datamodel.ifPresent(this::relations);
  }

  private ObjectName table(Model model) {
    return named(model.schema(), model.table());
  }

  private ObjectName named(Optional<String> schema, String name) {
    IdentifierRules rules = settings.identifiers();
    return new ObjectName(
        schema.map(one -> rules.object(one, true)).orElse(settings.defaultSchema()),
        rules.object(name, true));
  }

  private void relations(Datamodel schema) {
    for (Relation relation : schema.relations()) {
      switch (relation) {
        case Relation.ForeignKey key -> foreignKey(schema, key);
        case Relation.ManyToMany table -> relationTable(schema, table);
      }
    }
  }

  private void foreignKey(Datamodel schema, Relation.ForeignKey key) {
    Model model = schema.model(key.model()).orElseThrow();
    Model target = schema.model(key.target()).orElseThrow();
    List<String> fields = key.fields().stream().map(ScalarField::name).toList();
    for (FieldDeclaration forward : relationFields(model, key.target())) {
      if (!heldBy(forward).equals(fields)) {
        continue;
      }
      Optional<String> name = relationName(forward);
      relationFields(target, key.model()).stream()
          .filter(back -> !back.equals(forward) && heldBy(back).isEmpty())
          .filter(back -> relationName(back).equals(name))
          .findFirst()
          .ifPresent(
              back ->
                  keys.put(
                      new KeyOf(
                          table(model),
                          key.fields().stream().map(ScalarField::column).toList(),
                          table(target)),
                      new Ends(name, forward.name().text(), back.name().text())));
    }
  }

  private void relationTable(Datamodel schema, Relation.ManyToMany relation) {
    Model first = schema.model(relation.first()).orElseThrow();
    Model second = schema.model(relation.second()).orElseThrow();
    String implied = relation.first() + "To" + relation.second();
    List<FieldDeclaration> ends =
        relationFields(first, relation.second()).stream()
            .filter(field -> field.arity() == FieldDeclaration.Arity.LIST)
            .filter(field -> relationName(field).orElse(implied).equals(relation.name()))
            .sorted(Comparator.comparing(field -> field.name().text()))
            .toList();
    List<FieldDeclaration> others =
        relationFields(second, relation.first()).stream()
            .filter(field -> field.arity() == FieldDeclaration.Arity.LIST)
            .filter(field -> relationName(field).orElse(implied).equals(relation.name()))
            .sorted(
                Comparator.comparing((FieldDeclaration field) -> field.name().text()).reversed())
            .toList();
    if (!ends.isEmpty() && !others.isEmpty()) {
      relationTables.put(
          relation.name(),
          new Ends(
              relationName(ends.getFirst()),
              ends.getFirst().name().text(),
              others.getFirst().name().text()));
    }
  }

  private static List<FieldDeclaration> relationFields(Model model, String type) {
    return model.declaration().fields().stream()
        .filter(field -> field.type().text().equals(type))
        .toList();
  }

  /** The fields that hold its key, as it names them. */
  private static List<String> heldBy(FieldDeclaration field) {
    return argument(field, "fields")
        .filter(Value.Items.class::isInstance)
        .map(Value.Items.class::cast)
        .map(items -> items.items().stream().map(Value::written).toList())
        .orElse(List.of());
  }

  private static Optional<String> relationName(FieldDeclaration field) {
    return argument(field, "name")
        .filter(Value.Text.class::isInstance)
        .map(value -> ((Value.Text) value).text());
  }

  private static Optional<Value> argument(FieldDeclaration field, String name) {
    return field.attribute("relation").map(Attribute::arguments).orElse(List.of()).stream()
        .filter(one -> one.name().map(word -> word.text()).orElse("name").equals(name))
        .findFirst()
        .flatMap(one -> one.value());
  }

  /** Whether a block has the name. */
  boolean isTaken(String name) {
    return taken.contains(name);
  }

  Optional<Model> model(ObjectName table) {
    return Optional.ofNullable(models.get(table));
  }

  /** The view block that stands for a view. */
  Optional<Model> view(ObjectName view) {
    return Optional.ofNullable(views.get(view));
  }

  /** The field that stands for a column of a table or of a view. */
  Optional<ScalarField> field(ObjectName table, String column) {
    return model(table)
        .or(() -> view(table))
        .flatMap(
            model ->
                model.fields().stream().filter(field -> field.column().equals(column)).findFirst());
  }

  Optional<EnumDefinition> enumType(ObjectName type) {
    return datamodel.stream()
        .flatMap(schema -> schema.enums().stream())
        .filter(one -> named(one.schema(), one.databaseName()).equals(type))
        .findFirst();
  }

  /** The enum of a column that has labels of its own. */
  Optional<EnumDefinition> enumOf(ObjectName table, String column) {
    return field(table, column)
        .map(ScalarField::kind)
        .filter(FieldKind.EnumOf.class::isInstance)
        .flatMap(kind -> datamodel.flatMap(one -> one.enumOf(((FieldKind.EnumOf) kind).name())));
  }

  /** An enum of just these labels. */
  Optional<EnumDefinition> enumWith(List<String> labels) {
    return datamodel.stream()
        .flatMap(schema -> schema.enums().stream())
        .filter(
            one ->
                one.labels().stream()
                    .map(EnumDefinition.Label::databaseName)
                    .toList()
                    .equals(labels))
        .findFirst();
  }

  Optional<Ends> foreignKey(ObjectName table, List<String> columns, ObjectName target) {
    return Optional.ofNullable(keys.get(new KeyOf(table, columns, target)));
  }

  Optional<Ends> relationTable(String relation) {
    return Optional.ofNullable(relationTables.get(relation));
  }
}
