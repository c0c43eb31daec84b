package dev.schemend.planning.prisma.postgres;

import dev.schemend.name.Identifier;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Set;

/** The types that Prisma has words for, among those of PostgreSQL. */
final class PostgresNativeTypes {

  private static final String CITEXT = "citext";
  private static final Set<String> KNOWN =
      Set.of(
          "bigint",
          "bit",
          "bit varying",
          "boolean",
          "bytea",
          "character",
          "character varying",
          "date",
          "double precision",
          "inet",
          "integer",
          "json",
          "jsonb",
          "money",
          "numeric",
          "oid",
          "real",
          "smallint",
          "text",
          "time with time zone",
          "time without time zone",
          "timestamp with time zone",
          "timestamp without time zone",
          "uuid",
          "xml");

  private PostgresNativeTypes() {}

  /** Whether Prisma has a word for it. */
  static boolean isKnown(SqlType type) {
    return type instanceof SqlType.Builtin builtin
        ? KNOWN.contains(builtin.name())
        : isCitext(type);
  }

  /** Whether it may be an enum: made by a statement, and not one that an extension brings. */
  static boolean isEnum(SqlType type) {
    return type instanceof SqlType.UserDefined user
        && user.modifiers().isEmpty()
        && user.name().isQualified()
        && !isCitext(type);
  }

  private static boolean isCitext(SqlType type) {
    return type instanceof SqlType.UserDefined user
        && user.name().name().equals(Identifier.of(CITEXT));
  }

  static String name(SqlType type) {
    if (isCitext(type)) {
      return CITEXT;
    }
    return type instanceof SqlType.Builtin builtin ? builtin.name() : "";
  }

  static List<Integer> modifiers(SqlType type) {
    return type instanceof SqlType.Builtin builtin ? builtin.modifiers() : List.of();
  }
}
