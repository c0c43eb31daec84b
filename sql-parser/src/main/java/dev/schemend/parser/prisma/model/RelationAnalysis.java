package dev.schemend.parser.prisma.model;

import dev.schemend.parser.prisma.FieldDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pairs the fields of relations, and decides which of the two holds the key. */
final class RelationAnalysis {

  private final Map<String, Model> models;
  private final Problems problems;
  private final ForeignKeyAnalysis foreignKeys;
  private final List<RelationField> fields = new ArrayList<>();
  private final Map<Way, List<RelationField>> ways = new HashMap<>();

  /** The fields of one model that lead to another. */
  private record Way(String from, String to) {
    static Way of(RelationField field) {
      return new Way(field.model().name().text(), field.target());
    }

    Way back() {
      return new Way(to, from);
    }
  }

  RelationAnalysis(
      Connector connector,
      Datasource datasource,
      Declarations declarations,
      Map<String, Model> models,
      Problems problems) {
    this.models = models;
    this.problems = problems;
    this.foreignKeys = new ForeignKeyAnalysis(connector, datasource, models, problems);
    RelationFieldReader reader = new RelationFieldReader(connector, problems);
    for (var model : declarations.models()) {
      for (FieldDeclaration field : model.fields()) {
        if (declarations.isModel(field.type().text()) && field.unsupported().isEmpty()) {
          fields.add(reader.read(model, field));
        }
      }
    }
    fields.forEach(
        field -> ways.computeIfAbsent(Way.of(field), way -> new ArrayList<>()).add(field));
  }

  /** The relations: foreign keys in the order of the fields that hold them, then tables. */
  List<Relation> relations() {
    List<Relation> keys = new ArrayList<>();
    List<Relation> tables = new ArrayList<>();
    for (RelationField field : fields) {
      Optional<RelationField> opposite = opposite(field);
      if (opposite.isEmpty()) {
        continue;
      }
      RelationField other = opposite.get();
      if (field.isList() && other.isList()) {
        manyToMany(field, other).ifPresent(tables::add);
      } else if (field.isList() || other.isList()) {
        oneToMany(field, other).ifPresent(keys::add);
      } else {
        oneToOne(field, other).ifPresent(keys::add);
      }
    }
    keys.addAll(tables);
    return keys;
  }

  /** The field at the other end; a problem where it is missing or could be several. */
  private Optional<RelationField> opposite(RelationField field) {
    Way way = Way.of(field);
    List<RelationField> candidates = others(way.back(), field);
    List<RelationField> sameWay = others(way, field);
    boolean self = field.target().equals(field.model().name().text());
    if (self ? candidates.size() > 1 : !sameWay.isEmpty() || candidates.size() > 1) {
      problems.error(
          field.place(),
          "There are several relations between "
              + field.model().name()
              + " and "
              + field.target()
              + " that "
              + field.title()
              + " could belong to.",
          "Give both fields of each relation the same name of its own: @relation(\"…\").");
      return Optional.empty();
    }
    if (candidates.isEmpty()) {
      problems.error(
          field.field().span(),
          "The relation "
              + field.title()
              + " has no field at its other end, in "
              + field.target()
              + ".",
          "Add to "
              + field.target()
              + " a field like: "
              + RelationField.lowerFirst(field.model().name().text())
              + (field.holdsKey() ? "s " : " ")
              + field.model().name()
              + (field.holdsKey() ? "[]" : "?")
              + field.name().map(name -> " @relation(\"" + name + "\")").orElse(""));
      return Optional.empty();
    }
    return Optional.of(candidates.getFirst());
  }

  /** The fields of that way that could belong to the same relation as {@code field}. */
  private List<RelationField> others(Way way, RelationField field) {
    return ways.getOrDefault(way, List.of()).stream()
        .filter(one -> one.name().equals(field.name()))
        .filter(one -> !one.equals(field))
        .toList();
  }

  private Optional<Relation> manyToMany(RelationField field, RelationField other) {
    if (field.holdsKey()
        || field.references().isPresent()
        || field.onDelete().isPresent()
        || field.onUpdate().isPresent()) {
      problems.error(
          field.place(),
          "The list "
              + field.title()
              + " holds no key: its relation is kept in a table of its own.",
          "Leave fields, references, onDelete and onUpdate out, or make the other end single.");
      return Optional.empty();
    }
    if (!isFirst(field, other)) {
      return Optional.empty();
    }
    for (RelationField end : List.of(field, other)) {
      Model model = models.get(end.model().name().text());
      if (model != null && model.primaryKey().filter(key -> key.parts().size() == 1).isEmpty()) {
        problems.error(
            end.place(),
            "The model \""
                + model.name()
                + "\" has no id of one field, so it cannot be an end of "
                + "a relation of lists.",
            "Give it one with @id, or write a model for the table between the two.");
        return Optional.empty();
      }
    }
    String a = field.model().name().text();
    String b = other.model().name().text();
    return Optional.of(new Relation.ManyToMany(field.name().orElse(a + "To" + b), a, b));
  }

  /** Column A belongs to the smaller model, in a relation with itself to the smaller field. */
  private static boolean isFirst(RelationField field, RelationField other) {
    int models = field.model().name().text().compareTo(other.model().name().text());
    return models < 0
        || (models == 0 && field.field().name().text().compareTo(other.field().name().text()) < 0);
  }

  private Optional<Relation> oneToMany(RelationField field, RelationField other) {
    if (field.isList()) {
      if (field.holdsKey() || field.references().isPresent()) {
        problems.error(
            field.place(),
            "The list " + field.title() + " cannot hold the key of the relation.",
            "Write fields and references at its other end, " + other.title() + ".");
      } else if (field.onDelete().isPresent() || field.onUpdate().isPresent()) {
        problems.error(
            field.place(),
            "onDelete and onUpdate of " + field.title() + " stand at the wrong end.",
            "Write them where the key is, at " + other.title() + ".");
      }
      return Optional.empty();
    }
    return foreignKeys.read(field, other, false);
  }

  private Optional<Relation> oneToOne(RelationField field, RelationField other) {
    boolean first = fields.indexOf(field) < fields.indexOf(other);
    if (field.holdsKey() && other.holdsKey()) {
      if (first) {
        problems.error(
            other.place(),
            "Both ends of the relation hold a key: "
                + field.title()
                + " and "
                + other.title()
                + ".",
            "Leave fields and references out at one end.");
      }
      return Optional.empty();
    }
    if (!field.holdsKey() && !other.holdsKey()) {
      if (first) {
        problems.error(
            field.place(),
            "Neither end of the relation holds its key: "
                + field.title()
                + " and "
                + other.title()
                + ".",
            "Write fields and references at one of them: @relation(fields: [xId], references:"
                + " [id]).");
      }
      return Optional.empty();
    }
    if (!field.holdsKey()) {
      withoutKey(field, other);
      return Optional.empty();
    }
    return foreignKeys.read(field, other, true);
  }

  private void withoutKey(RelationField field, RelationField other) {
    if (field.references().isPresent()
        || field.onDelete().isPresent()
        || field.onUpdate().isPresent()) {
      problems.error(
          field.place(),
          "references, onDelete and onUpdate of " + field.title() + " stand at the wrong end.",
          "Write them where the key is, at " + other.title() + ".");
    }
    if (field.field().arity() == FieldDeclaration.Arity.REQUIRED) {
      problems.error(
          field.field().span(),
          "The field " + field.title() + " is required, but the key is at the other end.",
          "Make it " + field.target() + "?: no database can promise that there is one.");
    }
  }
}
