package dev.schemend.dialect.postgres.catalog;

import dev.schemend.query.Value;
import dev.schemend.type.SqlType;
import java.util.Map;
import java.util.stream.Collectors;

/** Types as the catalogs name them. */
final class CatalogTypes {

  /** The names of {@code pg_type} that differ from those of the manual's chapter 8. */
  private static final Map<String, String> INTERNAL =
      Map.ofEntries(
          Map.entry("integer", "int4"),
          Map.entry("bigint", "int8"),
          Map.entry("smallint", "int2"),
          Map.entry("boolean", "bool"),
          Map.entry("real", "float4"),
          Map.entry("double precision", "float8"),
          Map.entry("character varying", "varchar"),
          Map.entry("character", "bpchar"),
          Map.entry("timestamp without time zone", "timestamp"),
          Map.entry("timestamp with time zone", "timestamptz"),
          Map.entry("time without time zone", "time"),
          Map.entry("time with time zone", "timetz"),
          Map.entry("bit varying", "varbit"),
          Map.entry("\"char\"", "char"));

  /** Types of a fixed length (server source pg_type.dat). */
  private static final Map<String, Integer> LENGTHS =
      Map.ofEntries(
          Map.entry("boolean", 1),
          Map.entry("smallint", 2),
          Map.entry("integer", 4),
          Map.entry("bigint", 8),
          Map.entry("real", 4),
          Map.entry("double precision", 8),
          Map.entry("date", 4),
          Map.entry("time without time zone", 8),
          Map.entry("time with time zone", 12),
          Map.entry("timestamp without time zone", 8),
          Map.entry("timestamp with time zone", 8),
          Map.entry("interval", 16),
          Map.entry("uuid", 16),
          Map.entry("money", 8),
          Map.entry("oid", 4),
          Map.entry("name", 64));

  // VARHDRSZ: modifiers of types that vary count their header.
  private static final int HEADER = 4;

  private CatalogTypes() {}

  /** {@code pg_type.typname}. */
  static String internal(SqlType type) {
    return switch (type) {
      case SqlType.Builtin builtin -> INTERNAL.getOrDefault(builtin.name(), builtin.name());
      case SqlType.UserDefined user -> user.name().name().text();
      case SqlType.ArrayOf array -> "_" + internal(array.element());
      case SqlType.InlineEnum inline -> "text";
    };
  }

  /** {@code information_schema.columns.data_type}. */
  static String standard(SqlType type) {
    return switch (type) {
      case SqlType.Builtin builtin -> builtin.name();
      case SqlType.UserDefined user -> "USER-DEFINED";
      case SqlType.ArrayOf array -> "ARRAY";
      case SqlType.InlineEnum inline -> "USER-DEFINED";
    };
  }

  /** {@code format_type}: the type with its modifiers, as {@code regtype} prints it. */
  static String formatted(SqlType type) {
    return switch (type) {
      case SqlType.Builtin builtin -> modified(builtin.name(), modifiers(builtin));
      case SqlType.UserDefined user ->
          user.name().isQualified()
              ? QuotedNames.qualified(user.name())
              : QuotedNames.ident(user.name().name().text());
      case SqlType.ArrayOf array -> formatted(array.element()) + "[]";
      case SqlType.InlineEnum inline -> "text";
    };
  }

  /**
   * {@code format_type} of a type and its {@code typmod}, which says nothing where it is negative
   * or {@code NULL}.
   */
  static Value formatted(String type, Value modifier) {
    if (!(modifier instanceof Value.Num number)) {
      return modifier instanceof Value.Null ? Value.of(type) : modifier;
    }
    int bits = number.value().intValue();
    if (bits < 0) {
      return Value.of(type);
    }
    int array = type.indexOf('[');
    String element = array < 0 ? type : type.substring(0, array);
    String written =
        switch (element) {
          case "character varying", "character" -> "(" + (bits - HEADER) + ")";
          case "numeric" -> {
            int packed = bits - HEADER;
            yield "(" + (packed >> Short.SIZE) + "," + (packed & 0x7ff) + ")";
          }
          case "interval" -> "";
          default -> "(" + bits + ")";
        };
    return written.isEmpty()
        ? Value.unknown("the modifiers of a type")
        : Value.of(modified(element, written) + (array < 0 ? "" : type.substring(array)));
  }

  // The digits of a second stand before what is said of the time zone.
  private static String modified(String name, String modifiers) {
    int zone = name.startsWith("time") ? name.indexOf(' ') : -1;
    return zone < 0 ? name + modifiers : name.substring(0, zone) + modifiers + name.substring(zone);
  }

  /** The type without its modifiers, as signatures have it. */
  static String unmodified(SqlType type) {
    return switch (type) {
      case SqlType.Builtin builtin -> builtin.name();
      case SqlType.ArrayOf array -> unmodified(array.element()) + "[]";
      case SqlType.UserDefined user -> formatted(user);
      case SqlType.InlineEnum inline -> formatted(inline);
    };
  }

  private static String modifiers(SqlType.Builtin builtin) {
    return builtin.modifiers().isEmpty()
        ? ""
        : builtin.modifiers().stream()
            .map(String::valueOf)
            .collect(Collectors.joining(",", "(", ")"));
  }

  /** The identity of a type: a row of {@code pg_type}. */
  static Value oid(SqlType type) {
    return switch (type) {
      case SqlType.Builtin builtin -> new Value.Reference("pg_type", builtin.name());
      case SqlType.UserDefined user -> new Value.Reference("pg_type", formatted(user));
      case SqlType.ArrayOf array -> new Value.Reference("pg_type", formatted(array));
      case SqlType.InlineEnum inline -> new Value.Reference("pg_type", "text");
    };
  }

  /** {@code pg_type.typlen}: bytes of a value, or -1 where they vary. */
  static Value length(SqlType type) {
    return type instanceof SqlType.Builtin builtin
        ? Value.of(LENGTHS.getOrDefault(builtin.name(), -1))
        : type instanceof SqlType.ArrayOf ? Value.of(-1) : Value.unknown("the length of a type");
  }

  /** {@code pg_attribute.atttypmod}. */
  static Value modifier(SqlType type) {
    if (!(type instanceof SqlType.Builtin builtin) || builtin.modifiers().isEmpty()) {
      return type instanceof SqlType.UserDefined user && !user.modifiers().isEmpty()
          ? Value.unknown("the modifiers of a type")
          : Value.of(-1);
    }
    int first = builtin.modifiers().getFirst();
    return switch (builtin.name()) {
      case "character varying", "character" -> Value.of(first + HEADER);
      case "numeric" -> Value.of(((first << Short.SIZE) | builtin.modifiers().getLast()) + HEADER);
      default -> Value.of(first);
    };
  }

  /** The canonical name that {@code pg_type} has under {@code internal}. */
  static String canonical(String internal) {
    return INTERNAL.entrySet().stream()
        .filter(entry -> entry.getValue().equals(internal))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(internal);
  }
}
