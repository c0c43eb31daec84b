package dev.schemend.parser.postgres;

import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Types as Prisma spells them: in upper case those that its language has words for, all others in
 * the server's own words; types that statements made as quoted names.
 */
final class TypePrinter {

  // Prisma schema reference, "Native types mapping", and the pseudo types that count.
  private static final Map<String, String> SPELLINGS =
      Map.ofEntries(
          Map.entry("any", "\"any\""),
          Map.entry("bigint", "BIGINT"),
          Map.entry("bigserial", "BIGSERIAL"),
          Map.entry("bit", "BIT"),
          Map.entry("bit varying", "VARBIT"),
          Map.entry("boolean", "BOOLEAN"),
          Map.entry("bytea", "BYTEA"),
          Map.entry("character", "CHAR"),
          Map.entry("character varying", "VARCHAR"),
          Map.entry("citext", "CITEXT"),
          Map.entry("date", "DATE"),
          Map.entry("double precision", "DOUBLE PRECISION"),
          Map.entry("inet", "INET"),
          Map.entry("integer", "INTEGER"),
          Map.entry("json", "JSON"),
          Map.entry("jsonb", "JSONB"),
          Map.entry("money", "MONEY"),
          Map.entry("numeric", "DECIMAL"),
          Map.entry("oid", "OID"),
          Map.entry("real", "REAL"),
          Map.entry("serial", "SERIAL"),
          Map.entry("smallint", "SMALLINT"),
          Map.entry("smallserial", "SMALLSERIAL"),
          Map.entry("text", "TEXT"),
          Map.entry("time with time zone", "TIMETZ"),
          Map.entry("time without time zone", "TIME"),
          Map.entry("timestamp with time zone", "TIMESTAMPTZ"),
          Map.entry("timestamp without time zone", "TIMESTAMP"),
          Map.entry("uuid", "UUID"),
          Map.entry("xml", "XML"));

  private final Identifier defaultSchema;
  private final boolean lowerCase;

  TypePrinter(Identifier defaultSchema) {
    this(defaultSchema, false);
  }

  private TypePrinter(Identifier defaultSchema, boolean lowerCase) {
    this.defaultSchema = defaultSchema;
    this.lowerCase = lowerCase;
  }

  /** A name without the default schema. */
  String name(ObjectName name) {
    return Quoting.qualified(
        name.schema().equals(defaultSchema) ? ObjectName.unqualified(name.name()) : name);
  }

  /** A name without the default schema, quoted only where it must be: so Prisma has sequences. */
  String bareName(ObjectName name) {
    boolean qualified = name.isQualified() && !name.schema().equals(defaultSchema);
    return (qualified ? Quoting.whereNeeded(name.schema()) + "." : "")
        + Quoting.whereNeeded(name.name());
  }

  /** The same types in lower case, as Prisma writes the casts that convert values. */
  TypePrinter inLowerCase() {
    return new TypePrinter(defaultSchema, true);
  }

  String print(SqlType type) {
    return switch (type) {
      case SqlType.Builtin builtin -> spelled(builtin.name()) + modifiers(builtin.modifiers());
      case SqlType.UserDefined user -> name(user.name()) + modifiers(user.modifiers());
      case SqlType.ArrayOf array -> print(array.element()) + "[]";
      case SqlType.InlineEnum inline -> throw PostgresPrinter.foreign(inline);
    };
  }

  private String spelled(String name) {
    String spelling = SPELLINGS.getOrDefault(name, name);
    return lowerCase ? spelling.toLowerCase(Locale.ROOT) : spelling;
  }

  private static String modifiers(List<?> modifiers) {
    return modifiers.isEmpty()
        ? ""
        : modifiers.stream().map(Object::toString).collect(Collectors.joining(",", "(", ")"));
  }
}
