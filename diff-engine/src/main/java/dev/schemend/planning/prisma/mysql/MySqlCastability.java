package dev.schemend.planning.prisma.mysql;

import static dev.schemend.planning.prisma.Castability.NOT_CASTABLE;
import static dev.schemend.planning.prisma.Castability.RISKY;
import static dev.schemend.planning.prisma.Castability.SAFE;

import dev.schemend.planning.prisma.Castability;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What Prisma thinks of changes of type (engine, {@code flavour/mysql/schema_differ.rs}): a row for
 * each family of types with what it may become without loss and what needs a new column. All else
 * is a risk.
 */
final class MySqlCastability {

  private static final Set<String> TEXTS = Set.of("tinytext", "text", "mediumtext", "longtext");
  private static final Set<String> BLOBS = Set.of("tinyblob", "blob", "mediumblob", "longblob");
  private static final Set<String> STRINGS = Set.of("char", "varchar");
  private static final Set<String> BINARIES = Set.of("binary", "varbinary");
  private static final Set<String> MOMENTS = Set.of("date", "datetime", "timestamp");

  /** Safe and impossible targets of a type. */
  private record Row(Set<String> safe, Set<String> impossible) {}

  private static final Map<String, Row> ROWS =
      Map.ofEntries(
          row(
              "tinyint",
              Set.of("smallint", "mediumint", "int", "bigint", "time"),
              Set.of("decimal", "json")),
          row("smallint", Set.of("mediumint", "int", "bigint", "time"), Set.of("decimal", "json")),
          row("mediumint", Set.of("bigint"), Set.of("time", "json")),
          row("int", Set.of("bigint"), Set.of("time", "json")),
          row("bigint", Set.of("double", "float", "time"), Set.of("json")),
          row("decimal", Set.of(), Set.of()),
          row("float", Set.of("double", "decimal", "year", "json", "time"), Set.of()),
          row("double", Set.of("float", "decimal", "year", "json", "time"), Set.of()),
          row("json", Set.of(), Set.of("date")));

  private MySqlCastability() {}

  private static Map.Entry<String, Row> row(String type, Set<String> safe, Set<String> impossible) {
    return Map.entry(type, new Row(safe, impossible));
  }

  static Castability of(SqlType from, SqlType to) {
    if (from instanceof SqlType.InlineEnum older && to instanceof SqlType.InlineEnum newer) {
      return newer.values().containsAll(older.values()) ? SAFE : RISKY;
    }
    if (!(from instanceof SqlType.Builtin older) || !(to instanceof SqlType.Builtin newer)) {
      return RISKY;
    }
    String source = family(older);
    String target = family(newer);
    if (STRINGS.contains(source) || TEXTS.contains(source)) {
      return characters(source, older, target, newer);
    }
    if (BINARIES.contains(source) || BLOBS.contains(source)) {
      return bytes(source, older, target, newer);
    }
    if (MOMENTS.contains(source) || source.equals("time") || source.equals("year")) {
      return times(source, older, target, newer);
    }
    if (source.equals("bit")) {
      return bits(older, target, newer);
    }
    if (source.equals("json")) {
      return isText(target) ? SAFE : NOT_CASTABLE;
    }
    return numbers(source, older, target, newer);
  }

  private static String family(SqlType.Builtin type) {
    int space = type.name().indexOf(' ');
    return space < 0 ? type.name() : type.name().substring(0, space);
  }

  private static boolean isText(String family) {
    return STRINGS.contains(family)
        || TEXTS.contains(family)
        || BINARIES.contains(family)
        || BLOBS.contains(family);
  }

  private static int length(SqlType.Builtin type) {
    return type.modifiers().isEmpty() ? 0 : type.modifiers().getFirst();
  }

  private static Castability characters(
      String source, SqlType.Builtin from, String target, SqlType.Builtin to) {
    if (STRINGS.contains(source)) {
      boolean bounded = STRINGS.contains(target) || BINARIES.contains(target);
      boolean fits =
          bounded ? length(to) >= length(from) : TEXTS.contains(target) || BLOBS.contains(target);
      return fits ? SAFE : RISKY;
    }
    boolean larger = isText(target) && !Set.of("tinytext", "tinyblob").contains(target);
    return larger || target.equals("bit") ? SAFE : RISKY;
  }

  private static Castability bytes(
      String source, SqlType.Builtin from, String target, SqlType.Builtin to) {
    if (BLOBS.contains(source)) {
      return BLOBS.contains(target)
          ? SAFE
          : isText(target) || target.equals("bit") ? RISKY : NOT_CASTABLE;
    }
    if (BINARIES.contains(target)) {
      return length(to) >= length(from) ? SAFE : RISKY;
    }
    if (isText(target)) {
      return source.equals("binary") || (BLOBS.contains(target) && !target.equals("tinyblob"))
          ? SAFE
          : RISKY;
    }
    boolean impossible = MOMENTS.contains(target) || target.equals("json");
    return impossible || (source.equals("varbinary") && !target.equals("bit"))
        ? NOT_CASTABLE
        : RISKY;
  }

  private static Castability times(
      String source, SqlType.Builtin from, String target, SqlType.Builtin to) {
    if (isText(target) || target.equals("bit")) {
      return SAFE;
    }
    if (target.equals(source)) {
      return length(to) >= length(from) || source.equals("time") ? SAFE : RISKY;
    }
    return switch (source) {
      case "date" ->
          Set.of("datetime", "bigint", "int", "decimal", "float", "double").contains(target)
              ? SAFE
              : NOT_CASTABLE;
      case "datetime", "timestamp" ->
          MOMENTS.contains(target) || target.equals("time") || target.equals("bigint")
              ? SAFE
              : NOT_CASTABLE;
      case "time" ->
          target.equals("json") || target.equals("year")
              ? NOT_CASTABLE
              : MOMENTS.contains(target) ? RISKY : SAFE;
      default ->
          Set.of("smallint", "mediumint", "int", "bigint", "float", "double").contains(target)
              ? SAFE
              : Set.of("decimal", "json").contains(target) ? RISKY : NOT_CASTABLE;
    };
  }

  private static Castability bits(SqlType.Builtin from, String target, SqlType.Builtin to) {
    if (target.equals("bit")) {
      return length(to) > length(from) ? SAFE : RISKY;
    }
    if (isText(target)) {
      return !target.equals("binary") || length(to) * 8 >= length(from) ? SAFE : NOT_CASTABLE;
    }
    if (MOMENTS.contains(target) || target.equals("time") || target.equals("json")) {
      return NOT_CASTABLE;
    }
    boolean whole = Set.of("tinyint", "smallint", "mediumint", "int", "year").contains(target);
    return whole || (target.equals("bigint") && length(from) == 64) ? SAFE : RISKY;
  }

  private static Castability numbers(
      String source, SqlType.Builtin from, String target, SqlType.Builtin to) {
    if (MOMENTS.contains(target)) {
      return NOT_CASTABLE;
    }
    boolean unsigned = from.name().endsWith("unsigned");
    boolean toUnsigned = to.name().endsWith("unsigned");
    if (source.equals("decimal")) {
      return isText(target) ? SAFE : RISKY;
    }
    boolean floating = source.equals("float") || source.equals("double");
    if (floating && (STRINGS.contains(target) || BINARIES.contains(target))) {
      return length(to) >= 32 ? SAFE : NOT_CASTABLE;
    }
    if (floating && isText(target)) {
      return SAFE;
    }
    if (unsigned) {
      return Set.of("decimal", "json").contains(target)
          ? NOT_CASTABLE
          : widening(source, target, toUnsigned);
    }
    Row row = ROWS.get(source);
    if (row == null) {
      return RISKY;
    }
    if (row.impossible().contains(target)) {
      return NOT_CASTABLE;
    }
    boolean large = Set.of("mediumint", "int", "bigint").contains(source);
    return (!toUnsigned && row.safe().contains(target)) || (large && isText(target)) ? SAFE : RISKY;
  }

  private static Castability widening(String source, String target, boolean toUnsigned) {
    List<String> sizes = List.of("tinyint", "smallint", "mediumint", "int", "bigint");
    boolean wider = sizes.indexOf(target) > sizes.indexOf(source);
    return toUnsigned && wider && sizes.indexOf(source) < 2 ? SAFE : RISKY;
  }
}
