package dev.schemend.dialect.postgres;

import dev.schemend.model.Schema;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which column types a foreign key can compare: those with an equality operator in the operator
 * family of the key's index, and those that an implicit cast leads to the type of the key ({@code
 * tablecmds.c}, ATAddForeignKeyConstraint; {@code pg_amop}, {@code pg_cast}).
 */
final class KeyTypes {

  /** Types whose b-tree families compare them with each other (integer, float, datetime_ops). */
  private static final List<Set<String>> FAMILIES =
      List.of(
          Set.of("smallint", "integer", "bigint"),
          Set.of("real", "double precision"),
          Set.of("date", "timestamp without time zone", "timestamp with time zone"),
          Set.of("text", "character varying", "name", "character", "bpchar", "citext"),
          Set.of("inet", "cidr"),
          Set.of("bit", "bit varying"),
          Set.of("oid", "integer", "smallint", "bigint", "regclass"));

  /** Types of which the two facts above are all there is. */
  private static final Set<String> KNOWN =
      Set.of(
          "smallint",
          "integer",
          "bigint",
          "real",
          "double precision",
          "numeric",
          "date",
          "timestamp without time zone",
          "timestamp with time zone",
          "text",
          "character varying",
          "character",
          "uuid",
          "boolean",
          "bytea",
          "jsonb",
          "inet");

  private KeyTypes() {}

  private static boolean areOthers(Schema schema, SqlType from, SqlType to) {
    boolean known =
        Stream.of(from, to)
            .allMatch(
                type ->
                    isEnum(schema, type)
                        || (type instanceof SqlType.Builtin builtin
                            && KNOWN.contains(builtin.name())));
    return known && !bare(from).equals(bare(to));
  }

  private static SqlType bare(SqlType type) {
    return type instanceof SqlType.Builtin builtin ? SqlType.builtin(builtin.name()) : type;
  }

  private static boolean isEnum(Schema schema, SqlType type) {
    return type instanceof SqlType.UserDefined user
        && schema.get(ObjectRef.to(ObjectKind.ENUM_TYPE, user.name())).isPresent();
  }

  /**
   * Whether it is known that no foreign key can lead from one type to the other.
   *
   * @param schema has the types that are none of the server's own
   * @param from of the referencing column, below any domain
   * @param to of the referenced one
   */
  static boolean cannotMeet(Schema schema, SqlType from, SqlType to) {
    if (from instanceof SqlType.ArrayOf || to instanceof SqlType.ArrayOf) {
      // Arrays are compared element by element, with the operator of their one type.
      return !(from instanceof SqlType.ArrayOf source && to instanceof SqlType.ArrayOf target)
          || areOthers(schema, source.element(), target.element());
    }
    if (isEnum(schema, from) || isEnum(schema, to)) {
      return !from.equals(to);
    }
    return from instanceof SqlType.Builtin source
        && to instanceof SqlType.Builtin target
        && KNOWN.contains(source.name())
        && KNOWN.contains(target.name())
        && !source.name().equals(target.name())
        && FAMILIES.stream()
            .noneMatch(all -> all.contains(source.name()) && all.contains(target.name()))
        && !ImplicitCasts.leads(from, to);
  }
}
