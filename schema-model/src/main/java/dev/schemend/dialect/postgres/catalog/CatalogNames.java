package dev.schemend.dialect.postgres.catalog;

import dev.schemend.dialect.postgres.PostgresIdentifiers;
import dev.schemend.dialect.postgres.PostgresTypes;
import dev.schemend.evaluate.World;
import dev.schemend.model.Routine;
import dev.schemend.model.Schema;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.query.Value;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What names in texts mean: the input of {@code regclass} and its kin (manual, 8.19). */
final class CatalogNames {

  private static final List<ObjectKind> RELATIONS =
      List.of(
          ObjectKind.TABLE,
          ObjectKind.VIEW,
          ObjectKind.MATERIALIZED_VIEW,
          ObjectKind.SEQUENCE,
          ObjectKind.FOREIGN_TABLE,
          ObjectKind.COMPOSITE_TYPE);
  private static final List<ObjectKind> TYPES =
      List.of(
          ObjectKind.ENUM_TYPE,
          ObjectKind.DOMAIN,
          ObjectKind.COMPOSITE_TYPE,
          ObjectKind.RANGE_TYPE,
          ObjectKind.TABLE,
          ObjectKind.VIEW);

  private final PostgresIdentifiers identifiers = new PostgresIdentifiers();
  private final PostgresTypes types = new PostgresTypes();

  /** The first qualified form of {@code written} on the path that {@code exists}. */
  Optional<ObjectName> resolve(ObjectName written, World world, Predicate<ObjectName> exists) {
    if (written.isQualified()) {
      return Optional.of(written).filter(exists);
    }
    return Stream.concat(Stream.of(SystemCatalogs.TEMPORARY), world.session().searchPath().stream())
        .map(schema -> new ObjectName(schema, written.name()))
        .filter(exists)
        .findFirst();
  }

  boolean isRelation(ObjectName name, Schema schema) {
    return RELATIONS.stream().anyMatch(kind -> schema.has(ObjectRef.to(kind, name)))
        || schema.index(name).isPresent();
  }

  Optional<Value> relation(String text, World world) {
    return resolve(
            identifiers.inString(text.strip()), world, name -> isRelation(name, world.schema()))
        .map(Oids::relation);
  }

  Optional<Value> namespace(String text, World world) {
    Identifier name = identifiers.inString(text.strip()).name();
    return world.schema().has(ObjectRef.schema(name))
        ? Optional.of(Oids.namespace(name))
        : Optional.empty();
  }

  /** A type by its name, without modifiers. */
  Optional<Value> type(String text, World world) {
    String bare = text.strip();
    boolean array = bare.endsWith("[]");
    String element = array ? bare.substring(0, bare.length() - 2) : bare;
    int bracket = element.indexOf('(');
    String name = (bracket < 0 ? element : element.substring(0, bracket)).strip();
    SqlType builtin =
        types.canonical(
            new SqlType.UserDefined(
                identifiers.inString(
                    name.startsWith("\"") ? name : name.toLowerCase(java.util.Locale.ROOT)),
                List.of()));
    Optional<SqlType> found =
        builtin instanceof SqlType.UserDefined
            ? resolve(
                    identifiers.inString(name),
                    world,
                    one ->
                        TYPES.stream()
                            .anyMatch(kind -> world.schema().has(ObjectRef.to(kind, one))))
                .map(one -> new SqlType.UserDefined(one, List.of()))
            : Optional.of(builtin);
    return found.map(one -> CatalogTypes.oid(array ? new SqlType.ArrayOf(one) : one));
  }

  /** A routine by its name, with or without the types of its arguments. */
  Optional<Value> routine(String text, World world) {
    int bracket = text.indexOf('(');
    ObjectName written =
        identifiers.inString((bracket < 0 ? text : text.substring(0, bracket)).strip());
    List<Identifier> path =
        written.isQualified() ? List.of(written.schema()) : world.session().searchPath();
    for (Identifier schema : path) {
      List<Routine> found =
          world.schema().routines(new ObjectName(schema, written.name())).toList();
      if (bracket >= 0) {
        Optional<Value> one = withTypes(found, text.substring(bracket), world);
        if (one.isPresent()) {
          return one;
        }
      } else if (found.size() == 1) {
        return Optional.of(Oids.routine(found.getFirst().ref()));
      }
    }
    return Optional.empty();
  }

  private Optional<Value> withTypes(List<Routine> found, String types, World world) {
    int end = types.lastIndexOf(')');
    String inside = types.substring(1, end < 0 ? types.length() : end).strip();
    List<Optional<Value>> wanted =
        inside.isEmpty()
            ? List.of()
            : Stream.of(inside.split(",")).map(one -> type(one, world)).toList();
    return found.stream()
        .filter(
            routine ->
                routine
                    .inputs()
                    .map(argument -> Optional.of(CatalogTypes.oid(argument.type())))
                    .toList()
                    .equals(wanted))
        .map(routine -> Oids.routine(routine.ref()))
        .findFirst();
  }

  /** How the server prints an identity: without the schema where the path finds it. */
  String print(Value.Reference reference, World world) {
    boolean qualified =
        reference.catalog().equals(Oids.CLASS)
            || reference.catalog().equals(Oids.TYPE)
            || reference.catalog().equals(Oids.ROUTINE);
    if (!qualified) {
      return reference.key();
    }
    int bracket = reference.catalog().equals(Oids.ROUTINE) ? reference.key().indexOf('(') : -1;
    String signature = bracket < 0 ? "" : reference.key().substring(bracket).replace(", ", ",");
    ObjectName name =
        identifiers.inString(bracket < 0 ? reference.key() : reference.key().substring(0, bracket));
    if (!signature.isEmpty()) {
      boolean visible = world.session().searchPath().stream().anyMatch(name.schema()::equals);
      return (visible ? QuotedNames.ident(name.name().text()) : QuotedNames.qualified(name))
          + signature;
    }
    if (!name.isQualified()) {
      return reference.key();
    }
    Optional<ObjectName> visible =
        resolve(
            ObjectName.unqualified(name.name()),
            world,
            one ->
                reference.catalog().equals(Oids.CLASS)
                    ? isRelation(one, world.schema())
                    : one.equals(name)
                        || TYPES.stream()
                            .anyMatch(kind -> world.schema().has(ObjectRef.to(kind, one))));
    return visible.filter(name::equals).isPresent()
        ? QuotedNames.ident(name.name().text())
        : reference.key();
  }
}
