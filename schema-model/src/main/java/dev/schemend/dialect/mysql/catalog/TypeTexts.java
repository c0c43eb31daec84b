package dev.schemend.dialect.mysql.catalog;

import dev.schemend.dialect.Flavor;
import dev.schemend.query.Value;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Types as {@code information_schema.COLUMNS} shows them. */
final class TypeTexts {

  private static final Set<String> INTEGERS =
      Set.of("tinyint", "smallint", "mediumint", "int", "bigint");
  private static final Set<String> SIZED = Set.of("char", "varchar", "binary", "varbinary");
  private static final Map<String, Long> OCTETS =
      Map.of(
          "tinytext", 255L,
          "text", 65_535L,
          "mediumtext", 16_777_215L,
          "longtext", 4_294_967_295L,
          "tinyblob", 255L,
          "blob", 65_535L,
          "mediumblob", 16_777_215L,
          "longblob", 4_294_967_295L);

  private TypeTexts() {}

  /** {@code DATA_TYPE}: the name alone. */
  static String name(SqlType type, Flavor flavor) {
    return switch (type) {
      case SqlType.Builtin builtin -> base(shown(builtin, flavor));
      case SqlType.InlineEnum inline ->
          inline.kind() == SqlType.InlineEnum.Kind.ENUM ? "enum" : "set";
      case SqlType.UserDefined user -> user.name().name().text();
      case SqlType.ArrayOf array -> "";
    };
  }

  // MariaDB's JSON is a LONGTEXT.
  private static String shown(SqlType.Builtin type, Flavor flavor) {
    return flavor == Flavor.MARIADB && type.name().equals("json") ? "longtext" : type.name();
  }

  private static String base(String name) {
    int space = name.indexOf(' ');
    return space < 0 ? name : name.substring(0, space);
  }

  /** {@code COLUMN_TYPE}; the display width that MariaDB shows is not in the model. */
  static Value full(SqlType type, Flavor flavor) {
    return switch (type) {
      case SqlType.Builtin builtin -> {
        String name = shown(builtin, flavor);
        List<Integer> modifiers = builtin.modifiers();
        if (INTEGERS.contains(base(name)) && modifiers.isEmpty() && flavor == Flavor.MARIADB) {
          yield Value.unknown("the display width of a column");
        }
        String numbers =
            modifiers.isEmpty()
                ? ""
                : modifiers.stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(",", "(", ")"));
        yield Value.of(base(name) + numbers + name.substring(base(name).length()));
      }
      case SqlType.InlineEnum inline ->
          Value.of(
              name(inline, flavor)
                  + inline.values().stream()
                      .map(value -> "'" + value.replace("'", "''") + "'")
                      .collect(Collectors.joining(",", "(", ")")));
      case SqlType.UserDefined user -> Value.of(user.name().name().text());
      case SqlType.ArrayOf array -> Value.unknown("a type");
    };
  }

  /** {@code CHARACTER_MAXIMUM_LENGTH}. */
  static Value length(SqlType type, Flavor flavor) {
    if (!(type instanceof SqlType.Builtin builtin)) {
      return Value.unknown("the length of a column");
    }
    String name = base(shown(builtin, flavor));
    if (SIZED.contains(name) && builtin.modifiers().size() == 1) {
      return Value.of(builtin.modifiers().getFirst());
    }
    return Optional.ofNullable(OCTETS.get(name)).map(Value::of).orElse(Value.NULL);
  }
}
