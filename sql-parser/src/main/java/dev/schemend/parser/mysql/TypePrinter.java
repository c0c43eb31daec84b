package dev.schemend.parser.mysql;

import dev.schemend.type.SqlType;
import dev.schemend.type.SqlType.Builtin;
import dev.schemend.type.SqlType.InlineEnum;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Types as Prisma's scripts write them: {@code INTEGER}, {@code BOOLEAN}, {@code DECIMAL(65, 30)}.
 */
final class TypePrinter {

  // Prisma schema reference, "Native types mapping", and what a type may be called before it is
  // canonical. All others Prisma hands on in the server's own words.
  private static final Set<String> KNOWN =
      Set.of(
          "bigint",
          "binary",
          "bit",
          "blob",
          "bool",
          "boolean",
          "char",
          "date",
          "datetime",
          "decimal",
          "double",
          "float",
          "int",
          "integer",
          "json",
          "longblob",
          "longtext",
          "mediumblob",
          "mediumint",
          "mediumtext",
          "numeric",
          "serial",
          "smallint",
          "text",
          "time",
          "timestamp",
          "tinyblob",
          "tinyint",
          "tinytext",
          "varbinary",
          "varchar",
          "year");

  private TypePrinter() {}

  static String print(SqlType type) {
    return switch (type) {
      case Builtin builtin -> builtin(builtin);
      case InlineEnum inline ->
          inline.values().stream()
              .map(Literals::quoted)
              .collect(Collectors.joining(", ", inline.kind().name() + "(", ")"));
      case SqlType.UserDefined user -> throw foreign(user);
      case SqlType.ArrayOf array -> throw foreign(array);
    };
  }

  private static IllegalArgumentException foreign(SqlType type) {
    return new IllegalArgumentException("MySQL has no such type: " + type);
  }

  private static String builtin(Builtin type) {
    if (type.name().equals("tinyint") && type.modifiers().equals(List.of(1))) {
      return "BOOLEAN";
    }
    int space = type.name().indexOf(' ');
    String base = space < 0 ? type.name() : type.name().substring(0, space);
    String attributes = space < 0 ? "" : type.name().substring(space);
    String word = base.equals("int") ? "integer" : base;
    String text = word + modifiers(type.modifiers()) + attributes;
    return KNOWN.contains(base) ? text.toUpperCase(Locale.ROOT) : text;
  }

  private static String modifiers(List<Integer> modifiers) {
    return modifiers.isEmpty()
        ? ""
        : modifiers.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
  }

  /** The target of a cast, whose name may bear a character set. */
  static String castTarget(SqlType type) {
    if (!(type instanceof Builtin builtin)) {
      return print(type);
    }
    String name = builtin.name();
    int charset = name.indexOf(" charset ");
    String base = charset < 0 ? name : name.substring(0, charset);
    String set =
        charset < 0 ? "" : " CHARACTER SET " + name.substring(charset + " charset ".length());
    boolean array = base.endsWith(" array");
    String plain = array ? base.substring(0, base.length() - " array".length()) : base;
    return plain.toUpperCase(Locale.ROOT)
        + modifiers(builtin.modifiers())
        + set
        + (array ? " ARRAY" : "");
  }
}
