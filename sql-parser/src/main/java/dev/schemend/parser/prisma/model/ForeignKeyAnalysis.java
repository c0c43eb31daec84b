package dev.schemend.parser.prisma.model;

import dev.schemend.model.ReferentialAction;
import dev.schemend.parser.prisma.FieldDeclaration;
import dev.schemend.parser.prisma.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Checks the end of a relation that holds its key. */
final class ForeignKeyAnalysis {

  private final Connector connector;
  private final Datasource datasource;
  private final Map<String, Model> models;
  private final Problems problems;
  private final ConstraintNames names;

  ForeignKeyAnalysis(
      Connector connector, Datasource datasource, Map<String, Model> models, Problems problems) {
    this.connector = connector;
    this.datasource = datasource;
    this.models = models;
    this.problems = problems;
    this.names = new ConstraintNames(connector.longestName());
  }

  /** The foreign key of {@code field}; empty, with a problem, where it is none. */
  Optional<Relation> read(RelationField field, RelationField other, boolean one) {
    Model model = models.get(field.model().name().text());
    Model target = models.get(field.target());
    if (field.fields().isEmpty() || field.references().isEmpty()) {
      String missing = field.fields().isEmpty() ? "fields" : "references";
      problems.error(
          field.place(),
          "The relation " + field.title() + " does not say its " + missing + ".",
          "Write: @relation(fields: ["
              + RelationField.lowerFirst(field.target())
              + "Id], references: [id])");
      return Optional.empty();
    }
    Optional<List<ScalarField>> source = columns(model, field.fields().get());
    Optional<List<ScalarField>> references = columns(target, field.references().get());
    if (source.isEmpty() || references.isEmpty()) {
      return Optional.empty();
    }
    if (source.get().size() != references.get().size()) {
      problems.error(
          field.place(),
          "The relation "
              + field.title()
              + " has "
              + source.get().size()
              + " fields and "
              + references.get().size()
              + " references.",
          "Name as many of the one as of the other, in the same order.");
      return Optional.empty();
    }
    requireSameTypes(field, source.get(), references.get());
    requireUniqueTarget(field, target, references.get());
    if (one) {
      requireUniqueSource(field, model, source.get());
    }
    requireSameArity(field, source.get());
    boolean optional = source.get().stream().noneMatch(ScalarField::isRequired);
    ReferentialAction onDelete =
        field.onDelete().orElse(optional ? ReferentialAction.SET_NULL : ReferentialAction.RESTRICT);
    ReferentialAction onUpdate = field.onUpdate().orElse(ReferentialAction.CASCADE);
    requireNullable(field, source.get());
    return Optional.of(
        new Relation.ForeignKey(
            model.name(),
            source.get(),
            target.name(),
            references.get(),
            onDelete,
            onUpdate,
            field
                .map()
                .orElseGet(
                    () ->
                        names.foreignKey(
                            model.table(),
                            source.get().stream().map(ScalarField::column).toList()))));
  }

  private Optional<List<ScalarField>> columns(Model model, List<Name> written) {
    List<ScalarField> found = new ArrayList<>();
    for (Name name : written) {
      Optional<ScalarField> field = model.field(name.text());
      if (field.isEmpty()) {
        boolean relation = model.declaration().field(name.text()).isPresent();
        problems.error(
            name.span(),
            relation
                ? "\"" + name + "\" is no column of \"" + model.name() + "\"."
                : "The model \"" + model.name() + "\" has no field \"" + name + "\".",
            Problems.oneOf(
                name.text(), model.fields().stream().map(ScalarField::name).toList(), "field"));
      }
      field.ifPresent(found::add);
    }
    return found.size() == written.size() ? Optional.of(found) : Optional.empty();
  }

  private void requireSameTypes(
      RelationField field, List<ScalarField> source, List<ScalarField> references) {
    for (int i = 0; i < source.size(); i++) {
      FieldKind one = source.get(i).kind();
      FieldKind other = references.get(i).kind();
      if (!one.written().equals(other.written())) {
        problems.error(
            field.place(),
            "The field \""
                + source.get(i).name()
                + "\" is "
                + one.written()
                + ", and the field \""
                + references.get(i).name()
                + "\" that it refers to is "
                + other.written()
                + ".",
            "Give both the same type.");
      }
    }
  }

  private void requireUniqueTarget(
      RelationField field, Model target, List<ScalarField> references) {
    Set<String> wanted = nameSet(references);
    boolean unique =
        target.keys().filter(Key::isUnique).anyMatch(key -> nameSet(key.fields()).equals(wanted));
    if (!unique) {
      String list = String.join(", ", references.stream().map(ScalarField::name).toList());
      problems.error(
          field.place(),
          "The references of "
              + field.title()
              + " are no key of "
              + target.name()
              + ": "
              + list
              + ".",
          references.size() == 1
              ? "Mark " + target.name() + "." + list + " with @unique, or refer to its id."
              : "Add @@unique([" + list + "]) to " + target.name() + ", or refer to its id.");
    }
  }

  private void requireUniqueSource(RelationField field, Model model, List<ScalarField> source) {
    Set<String> wanted = nameSet(source);
    boolean unique =
        model.keys().filter(Key::isUnique).anyMatch(key -> nameSet(key.fields()).equals(wanted));
    if (!unique) {
      String list = String.join(", ", source.stream().map(ScalarField::name).toList());
      problems.error(
          field.place(),
          "The relation "
              + field.title()
              + " is one to one, but its key "
              + list
              + " is not unique.",
          source.size() == 1
              ? "Mark " + list + " with @unique, or make the other end a list."
              : "Add @@unique([" + list + "]), or make the other end a list.");
    }
  }

  private static Set<String> nameSet(List<ScalarField> fields) {
    Set<String> names = new TreeSet<>();
    fields.forEach(field -> names.add(field.name()));
    return names;
  }

  private void requireSameArity(RelationField field, List<ScalarField> source) {
    boolean required = field.field().arity() == FieldDeclaration.Arity.REQUIRED;
    List<String> optional =
        source.stream()
            .filter(one -> one.arity() == FieldDeclaration.Arity.OPTIONAL)
            .map(ScalarField::name)
            .toList();
    if (required && !optional.isEmpty()) {
      problems.error(
          field.field().span(),
          "The relation "
              + field.title()
              + " is required, but its key is not: "
              + String.join(", ", optional)
              + ".",
          "Make both required, or the relation " + field.target() + "?.");
    }
  }

  private void requireNullable(RelationField field, List<ScalarField> source) {
    boolean setsNull =
        field.onDelete().filter(ReferentialAction.SET_NULL::equals).isPresent()
            || field.onUpdate().filter(ReferentialAction.SET_NULL::equals).isPresent();
    List<String> required =
        source.stream().filter(ScalarField::isRequired).map(ScalarField::name).toList();
    // PostgreSQL takes such a key and fails on the rows; so does Prisma, where the key is its own.
    boolean tolerated =
        datasource.foreignKeys() && connector.supports(Connector.Capability.REQUIRED_SET_NULL);
    if (setsNull && !required.isEmpty() && !tolerated) {
      problems.error(
          field.place(),
          "SetNull cannot empty a key that is required: " + String.join(", ", required) + ".",
          "Make the key and the relation optional, or choose another action"
              + (datasource.foreignKeys() ? "." : " (the client would fail)."));
    }
  }
}
