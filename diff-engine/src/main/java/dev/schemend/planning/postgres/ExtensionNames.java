package dev.schemend.planning.postgres;

import dev.schemend.apply.Renamer;
import dev.schemend.model.Extension;
import dev.schemend.model.Index;
import dev.schemend.model.IndexPart;
import dev.schemend.model.MaterializedView;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Signatures;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.planning.Transition;
import dev.schemend.planning.postgres.ExtensionMembers.Kind;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names of what extensions brought, which the model keeps without a schema, with the schema of
 * their extension: a script that is to run anywhere must not hang on a search path that holds it.
 */
final class ExtensionNames {

  /** As what the members of extensions are listed. */
  private static final Map<ObjectKind, Kind> KINDS =
      Map.of(
          ObjectKind.ENUM_TYPE, Kind.TYPE,
          ObjectKind.DOMAIN, Kind.TYPE,
          ObjectKind.COMPOSITE_TYPE, Kind.TYPE,
          ObjectKind.RANGE_TYPE, Kind.TYPE,
          ObjectKind.ROUTINE, Kind.ROUTINE);

  /** A name without a schema. */
  private static final Pattern WORD = Pattern.compile("(?<![\\w.\"])\\w+(?![\\w.\"])");

  private final Map<Kind, Map<Identifier, Identifier>> schemas = new EnumMap<>(Kind.class);
  private final Renamer renamer = new Renamer(this::located);

  private ExtensionNames(Stream<Extension> extensions, Identifier usual) {
    for (Kind kind : Kind.values()) {
      schemas.put(kind, new HashMap<>());
    }
    extensions
        .filter(extension -> !extension.schema().isNone() && !extension.schema().equals(usual))
        .forEach(
            extension -> {
              for (Kind kind : Kind.values()) {
                for (String name : ExtensionMembers.of(extension.name().key(), kind)) {
                  schemas.get(kind).put(Identifier.of(name), extension.schema());
                }
              }
            });
  }

  /**
   * Both states with such names.
   *
   * @param usual the schema that the search path of a connection begins with
   */
  static Transition spelled(Transition transition, Identifier usual) {
    ExtensionNames names =
        new ExtensionNames(
            Stream.concat(extensions(transition.from()), extensions(transition.to())), usual);
    return names.schemas.values().stream().allMatch(Map::isEmpty)
        ? transition
        : new Transition(
            names.spelled(transition.from()), names.spelled(transition.to()), transition.moves());
  }

  private static Stream<Extension> extensions(Schema schema) {
    return schema
        .ofKind(ObjectKind.EXTENSION)
        .flatMap(object -> object instanceof Extension one ? Stream.of(one) : Stream.empty());
  }

  private Schema spelled(Schema schema) {
    Schema spelled = schema;
    for (SchemaObject object : schema.objects().values().toList()) {
      SchemaObject rewritten = classes(renamer.rewrite(object));
      spelled = rewritten.equals(object) ? spelled : spelled.without(object.ref()).with(rewritten);
    }
    return spelled;
  }

  private ObjectRef located(ObjectRef ref) {
    Optional<Kind> kind = Optional.ofNullable(KINDS.get(ref.kind()));
    ObjectName name =
        kind.filter(one -> !ref.name().isQualified())
            .map(one -> schemas.get(one).get(ref.name().name()))
            .map(schema -> new ObjectName(schema, ref.name().name()))
            .orElse(ref.name());
    boolean signed = ref.kind() == ObjectKind.ROUTINE && !ref.member().isNone();
    return new ObjectRef(ref.kind(), name, signed ? signature(ref.member()) : ref.member());
  }

  /** The types of a routine's arguments, as {@link Signatures} writes them. */
  private Identifier signature(Identifier written) {
    return Identifier.of(
        WORD.matcher(written.key())
            .replaceAll(
                word -> {
                  Identifier schema = schemas.get(Kind.TYPE).get(Identifier.of(word.group()));
                  return schema == null ? word.group() : schema.key() + "." + word.group();
                }));
  }

  private SchemaObject classes(SchemaObject object) {
    if (object instanceof Table table) {
      return table.withIndexes(table.indexes().stream().map(this::classes).toList());
    }
    return object instanceof MaterializedView view
        ? view.withIndexes(view.indexes().stream().map(this::classes).toList())
        : object;
  }

  private Index classes(Index index) {
    List<IndexPart> parts =
        index.parts().stream()
            .map(part -> part.operatorClass().map(name -> named(part, name)).orElse(part))
            .toList();
    return parts.equals(index.parts()) ? index : index.withParts(parts);
  }

  private IndexPart named(IndexPart part, String name) {
    Identifier schema = schemas.get(Kind.CLASS).get(Identifier.of(name));
    return schema == null ? part : part.withOperatorClass(Optional.of(schema.key() + "." + name));
  }
}
