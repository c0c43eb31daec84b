package dev.schemend.parser.postgres;

import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Types as Prisma spells them, upper case; types that statements made as quoted names. */
final class TypePrinter {

  private static final Map<String, String> SPELLINGS =
      Map.of(
          "character varying", "VARCHAR",
          "character", "CHAR",
          "numeric", "DECIMAL",
          "bit varying", "VARBIT",
          "timestamp without time zone", "TIMESTAMP",
          "timestamp with time zone", "TIMESTAMPTZ",
          "time without time zone", "TIME",
          "time with time zone", "TIMETZ",
          "\"char\"", "\"char\"");

  private final Identifier defaultSchema;

  TypePrinter(Identifier defaultSchema) {
    this.defaultSchema = defaultSchema;
  }

  /** A name without the default schema. */
  String name(ObjectName name) {
    return Quoting.qualified(
        name.schema().equals(defaultSchema) ? ObjectName.unqualified(name.name()) : name);
  }

  String print(SqlType type) {
    return switch (type) {
      case SqlType.Builtin builtin ->
          SPELLINGS.getOrDefault(builtin.name(), Quoting.upper(builtin.name()))
              + modifiers(builtin.modifiers());
      case SqlType.UserDefined user -> name(user.name()) + modifiers(user.modifiers());
      case SqlType.ArrayOf array -> print(array.element()) + "[]";
      case SqlType.InlineEnum inline -> throw PostgresPrinter.foreign(inline);
    };
  }

  private static String modifiers(List<?> modifiers) {
    return modifiers.isEmpty()
        ? ""
        : modifiers.stream().map(Object::toString).collect(Collectors.joining(",", "(", ")"));
  }
}
