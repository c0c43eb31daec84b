package dev.schemend.dialect.mysql;

import dev.schemend.dialect.ServerProfile;
import dev.schemend.type.CastRisk;
import dev.schemend.type.SqlType;
import dev.schemend.type.SqlType.Builtin;
import dev.schemend.type.SqlType.InlineEnum;
import dev.schemend.type.TypeSystem;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * MySQL's data types (manual, chapter 11) in the form of {@code information_schema} on MySQL 8.0:
 * {@code int unsigned}, {@code decimal(10,0)}, {@code varchar(191)}.
 *
 * <p>Integers bear no display width on any flavor, so that MariaDB's {@code int(11)} is {@code
 * int}; it stays on {@code tinyint(1)}, which means a boolean, and under {@code ZEROFILL}, where it
 * shows. {@code json} and {@code serial} stay: what they expand to is not a type alone.
 */
public final class MySqlTypes implements TypeSystem {

  private static final String UNSIGNED = " unsigned";
  private static final String ZEROFILL = " zerofill";

  // Manual, 11.9 "Using Data Types from Other Database Engines", and the synonyms of 11.1 to 11.3.
  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("integer", "int"),
          Map.entry("int1", "tinyint"),
          Map.entry("int2", "smallint"),
          Map.entry("int3", "mediumint"),
          Map.entry("middleint", "mediumint"),
          Map.entry("int4", "int"),
          Map.entry("int8", "bigint"),
          Map.entry("dec", "decimal"),
          Map.entry("numeric", "decimal"),
          Map.entry("fixed", "decimal"),
          Map.entry("number", "decimal"),
          Map.entry("float4", "float"),
          Map.entry("float8", "double"),
          Map.entry("real", "double"),
          Map.entry("double precision", "double"),
          Map.entry("character", "char"),
          Map.entry("char byte", "binary"),
          Map.entry("character varying", "varchar"),
          Map.entry("char varying", "varchar"),
          Map.entry("varcharacter", "varchar"),
          Map.entry("long", "mediumtext"),
          Map.entry("long varchar", "mediumtext"),
          Map.entry("long varbinary", "mediumblob"),
          Map.entry("geomcollection", "geometrycollection"));

  // The width that ZEROFILL alone implies (SHOW CREATE TABLE on MySQL 8.0.33).
  private static final Map<String, Integer> ZEROFILL_WIDTH =
      Map.of("tinyint", 3, "smallint", 5, "mediumint", 8, "int", 10, "bigint", 20);

  private static final Map<String, String> IN_BYTES =
      Map.of(
          "char", "binary",
          "varchar", "varbinary",
          "tinytext", "tinyblob",
          "text", "blob",
          "mediumtext", "mediumblob",
          "longtext", "longblob");

  private static final Set<String> INTEGERS = ZEROFILL_WIDTH.keySet();
  private static final Set<String> CHARACTER =
      Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext");

  private final int bytesPerCharacter;

  /** The types of one server; the default character set decides what {@code TEXT(n)} becomes. */
  public MySqlTypes(ServerProfile profile) {
    MySqlCharacterSets sets = new MySqlCharacterSets(profile);
    this.bytesPerCharacter =
        sets.bytesPerCharacter(
            profile.characterSet().isEmpty()
                ? "utf8mb4"
                : sets.canonicalSet(profile.characterSet()));
  }

  @Override
  public SqlType canonical(SqlType type) {
    return switch (type) {
      case Builtin builtin -> canonical(builtin);
      case InlineEnum inline ->
          // Manual, 11.3.5: trailing spaces are deleted from the values.
          new InlineEnum(
              inline.kind(), inline.values().stream().map(MySqlTypes::withoutTrailing).toList());
      case SqlType.UserDefined user -> user;
      case SqlType.ArrayOf array -> array;
    };
  }

  private static String withoutTrailing(String value) {
    int end = value.length();
    while (end > 0 && value.charAt(end - 1) == ' ') {
      end--;
    }
    return value.substring(0, end);
  }

  private Builtin canonical(Builtin type) {
    boolean zerofill = type.name().endsWith(ZEROFILL);
    String name = without(type.name(), ZEROFILL);
    boolean unsigned = zerofill || name.endsWith(UNSIGNED);
    name = without(name, UNSIGNED);
    String attributes = (unsigned ? UNSIGNED : "") + (zerofill ? ZEROFILL : "");
    Builtin plain = withoutAlias(ALIASES.getOrDefault(name, name), type.modifiers());
    return new Builtin(plain.name() + attributes, modifiers(plain, unsigned, zerofill));
  }

  private static String without(String name, String suffix) {
    return name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
  }

  private Builtin withoutAlias(String name, List<Integer> modifiers) {
    return switch (name) {
      case "bool", "boolean" -> new Builtin("tinyint", List.of(1));
      // Manual, 11.1.4: FLOAT(p) is FLOAT up to 24 bits and DOUBLE above.
      case "float" ->
          modifiers.size() == 1
              ? new Builtin(modifiers.getFirst() > 24 ? "double" : "float", List.of())
              : new Builtin(name, modifiers);
      // Manual, 11.3.4: the smallest type that holds that many characters.
      case "text" -> large("text", modifiers, bytesPerCharacter);
      case "blob" -> large("blob", modifiers, 1);
      default -> new Builtin(name, modifiers);
    };
  }

  private static Builtin large(String kind, List<Integer> length, int bytesPerCharacter) {
    if (length.isEmpty()) {
      return new Builtin(kind, List.of());
    }
    long bytes = (long) length.getFirst() * bytesPerCharacter;
    String size =
        bytes < 1 << 8 ? "tiny" : bytes < 1 << 16 ? "" : bytes < 1 << 24 ? "medium" : "long";
    return new Builtin((length.getFirst() == 0 ? "" : size) + kind, List.of());
  }

  private static List<Integer> modifiers(Builtin plain, boolean unsigned, boolean zerofill) {
    List<Integer> written = plain.modifiers();
    if (INTEGERS.contains(plain.name())) {
      if (zerofill) {
        return written.isEmpty() ? List.of(ZEROFILL_WIDTH.get(plain.name())) : written;
      }
      boolean isBoolean = plain.name().equals("tinyint") && !unsigned && written.equals(List.of(1));
      return isBoolean ? written : List.of();
    }
    return switch (plain.name()) {
      case "decimal" ->
          switch (written.size()) {
            case 0 -> List.of(10, 0);
            case 1 -> List.of(written.getFirst() == 0 ? 10 : written.getFirst(), 0);
            default -> written;
          };
      case "char", "binary", "bit" -> written.isEmpty() ? List.of(1) : written;
      case "datetime", "timestamp", "time" -> written.equals(List.of(0)) ? List.of() : written;
      case "year" -> List.of();
      default -> written;
    };
  }

  @Override
  public CastRisk castRisk(SqlType from, SqlType to) {
    return MySqlCasts.risk(from, to);
  }

  @Override
  public boolean isCharacter(SqlType type) {
    return switch (type) {
      case Builtin builtin -> CHARACTER.contains(builtin.name());
      case InlineEnum inline -> true;
      case SqlType.UserDefined user -> false;
      case SqlType.ArrayOf array -> false;
    };
  }

  /**
   * The type that a text in the character set {@code binary} is made (MySQL manual, "The CHAR and
   * VARCHAR Types", "The BLOB and TEXT Types"); {@code ENUM} and {@code SET} stay what they are.
   */
  SqlType inBytes(SqlType type) {
    return type instanceof Builtin builtin
        ? new Builtin(IN_BYTES.getOrDefault(builtin.name(), builtin.name()), builtin.modifiers())
        : type;
  }
}
