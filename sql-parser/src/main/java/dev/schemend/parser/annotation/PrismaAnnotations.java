package dev.schemend.parser.annotation;

import dev.schemend.name.Identifier;
import dev.schemend.name.IdentifierRules;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.parser.prisma.Attribute;
import dev.schemend.parser.prisma.Block;
import dev.schemend.parser.prisma.FieldDeclaration;
import dev.schemend.parser.prisma.Value;
import dev.schemend.parser.prisma.model.Datamodel;
import dev.schemend.parser.prisma.model.EnumDefinition;
import dev.schemend.parser.prisma.model.FieldKind;
import dev.schemend.parser.prisma.model.Key;
import dev.schemend.parser.prisma.model.Model;
import dev.schemend.parser.prisma.model.Relation;
import dev.schemend.parser.prisma.model.ScalarField;
import dev.schemend.source.SourceSpan;
import dev.schemend.source.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds {@link RenameAnnotation}s in a Prisma schema: in a comment of its own above a block or an
 * entry, or behind the entry on its line. Names are the database's, before and after.
 */
public final class PrismaAnnotations {

  private static final Pattern ANNOTATION =
      Pattern.compile("//+[ \\t]*schemend:rename[ \\t]+from=(\\S+)[ \\t]*\\r?(?=\\n|\\z)");

  /** A block or an entry, the block that it stands in, and what it is in the database. */
  private record Place(SourceSpan span, Optional<SourceSpan> inside, List<ObjectRef> subjects) {}

  private final Datamodel datamodel;
  private final IdentifierRules rules;
  private final boolean enumTypes;
  private final List<Place> places = new ArrayList<>();

  private PrismaAnnotations(Datamodel datamodel, IdentifierRules rules, boolean enumTypes) {
    this.datamodel = datamodel;
    this.rules = rules;
    this.enumTypes = enumTypes;
  }

  /**
   * The annotations of a schema, in order.
   *
   * @param files its texts
   * @param blocks what is written in them
   * @param datamodel what they mean
   * @param rules how names become identifiers
   * @param enumTypes whether enums are types of the database, and not part of columns
   */
  public static List<RenameAnnotation> in(
      List<SourceText> files,
      List<Block> blocks,
      Datamodel datamodel,
      IdentifierRules rules,
      boolean enumTypes) {
    if (files.stream().noneMatch(file -> file.text().contains("schemend:rename"))) {
      return List.of();
    }
    PrismaAnnotations annotations = new PrismaAnnotations(datamodel, rules, enumTypes);
    blocks.forEach(annotations::places);
    annotations.places.sort(Comparator.comparingInt(place -> place.span().start()));
    return files.stream().flatMap(file -> annotations.in(file).stream()).toList();
  }

  private List<RenameAnnotation> in(SourceText file) {
    List<Place> own =
        places.stream().filter(place -> place.span().source().equals(file.name())).toList();
    List<RenameAnnotation> found = new ArrayList<>();
    Matcher annotation = ANNOTATION.matcher(file.text());
    while (annotation.find()) {
      int at = annotation.start();
      boolean written =
          own.stream()
              .filter(place -> place.inside().isPresent())
              .anyMatch(place -> place.span().start() < at && at < place.span().end());
      // Two slashes inside of a text or of brackets are no comment.
      if (!written) {
        SourceSpan span = file.span(annotation.start(1), annotation.end(1));
        List<ObjectRef> subjects = subjects(own, file.text(), at);
        subjects.forEach(
            one -> found.add(new RenameAnnotation(annotation.group(1), Optional.of(one), span)));
        if (subjects.isEmpty()) {
          found.add(new RenameAnnotation(annotation.group(1), Optional.empty(), span));
        }
      }
    }
    return found;
  }

  private static List<ObjectRef> subjects(List<Place> places, String text, int at) {
    int lineStart = text.lastIndexOf('\n', at) + 1;
    if (!text.substring(lineStart, at).isBlank()) {
      return places.stream()
          .filter(place -> place.span().start() >= lineStart && place.span().start() < at)
          .reduce((first, last) -> last)
          .map(Place::subjects)
          .orElse(List.of());
    }
    Optional<SourceSpan> inside =
        places.stream()
            .filter(place -> place.inside().isEmpty())
            .map(Place::span)
            .filter(block -> block.start() < at && at < block.end())
            .findFirst();
    return places.stream()
        .filter(place -> place.inside().equals(inside) && place.span().start() > at)
        .findFirst()
        .map(Place::subjects)
        .orElse(List.of());
  }

  private void places(Block block) {
    switch (block) {
      case Block.Config config -> {
        add(config.span(), Optional.empty(), Optional.empty());
        config
            .properties()
            .forEach(one -> add(one.span(), Optional.of(config.span()), Optional.empty()));
      }
      case Block.Fields fields -> fields(fields);
      case Block.Labels labels -> labels(labels);
    }
  }

  private void add(SourceSpan span, Optional<SourceSpan> inside, Optional<ObjectRef> subject) {
    places.add(new Place(span, inside, subject.stream().toList()));
  }

  private void fields(Block.Fields block) {
    Optional<SourceSpan> inside = Optional.of(block.span());
    Optional<Model> model =
        datamodel.models().stream().filter(one -> one.declaration().equals(block)).findFirst();
    Optional<ObjectName> table = model.map(one -> named(one.schema(), one.table()));
    ObjectKind kind = model.filter(Model::isView).isPresent() ? ObjectKind.VIEW : ObjectKind.TABLE;
    add(block.span(), Optional.empty(), table.map(name -> ObjectRef.to(kind, name)));
    for (FieldDeclaration field : block.fields()) {
      add(field.span(), inside, model.flatMap(one -> field(one, table.orElseThrow(), field)));
    }
    for (Attribute attribute : block.attributes()) {
      add(attribute.span(), inside, model.flatMap(one -> key(one, table.orElseThrow(), attribute)));
    }
  }

  private Optional<ObjectRef> field(Model model, ObjectName table, FieldDeclaration field) {
    return model
        .field(field.name().text())
        .map(column -> ObjectRef.column(table, member(column.column())))
        .or(
            () ->
                foreignKey(model, field)
                    .map(key -> ObjectRef.constraint(table, member(key.name()))));
  }

  /** The foreign key whose fields a relation field names. */
  private Optional<Relation.ForeignKey> foreignKey(Model model, FieldDeclaration field) {
    List<String> fields =
        field.attribute("relation").map(Attribute::arguments).orElse(List.of()).stream()
            .filter(one -> one.name().filter(name -> name.text().equals("fields")).isPresent())
            .flatMap(one -> one.value().stream())
            .filter(Value.Items.class::isInstance)
            .flatMap(items -> ((Value.Items) items).items().stream())
            .map(Value::written)
            .toList();
    return datamodel.relations().stream()
        .filter(Relation.ForeignKey.class::isInstance)
        .map(Relation.ForeignKey.class::cast)
        .filter(key -> key.model().equals(model.name()))
        .filter(key -> key.fields().stream().map(ScalarField::name).toList().equals(fields))
        .filter(key -> key.target().equals(field.type().text()))
        .findFirst();
  }

  private Optional<ObjectRef> key(Model model, ObjectName table, Attribute attribute) {
    return model
        .keys()
        .filter(key -> key.span().equals(attribute.span()))
        .findFirst()
        .map(
            key ->
                key.kind() == Key.Kind.PRIMARY
                    ? ObjectRef.constraint(table, member(key.name()))
                    : ObjectRef.index(table, member(key.name())));
  }

  private void labels(Block.Labels block) {
    Optional<SourceSpan> inside = Optional.of(block.span());
    Optional<EnumDefinition> definition = datamodel.enumOf(block.name().text());
    Optional<ObjectName> type = definition.map(one -> named(one.schema(), one.databaseName()));
    add(block.span(), Optional.empty(), type.map(name -> ObjectRef.to(ObjectKind.ENUM_TYPE, name)));
    for (Block.Label label : block.labels()) {
      places.add(
          new Place(
              label.span(),
              inside,
              definition
                  .flatMap(one -> one.label(label.name().text()))
                  .map(one -> labels(definition.get(), one.databaseName()))
                  .orElse(List.of())));
    }
    block.attributes().forEach(one -> add(one.span(), inside, Optional.empty()));
  }

  /** A label of a type; where the database has no such types, of each column that lists it. */
  private List<ObjectRef> labels(EnumDefinition definition, String label) {
    if (enumTypes) {
      return List.of(
          new ObjectRef(
              ObjectKind.ENUM_VALUE,
              named(definition.schema(), definition.databaseName()),
              Identifier.of(label)));
    }
    FieldKind kind = new FieldKind.EnumOf(definition.name());
    return datamodel.models().stream()
        .flatMap(
            model ->
                model.fields().stream()
                    .filter(field -> field.kind().equals(kind))
                    .map(
                        field ->
                            ObjectRef.label(
                                named(model.schema(), model.table()),
                                member(field.column()),
                                label)))
        .toList();
  }

  private ObjectName named(Optional<String> schema, String name) {
    return new ObjectName(
        schema.map(one -> rules.object(one, true)).orElse(Identifier.NONE),
        rules.object(name, true));
  }

  private Identifier member(String name) {
    return rules.member(name, true);
  }
}
