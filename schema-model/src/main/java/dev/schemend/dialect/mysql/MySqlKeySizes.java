package dev.schemend.dialect.mysql;

import dev.schemend.model.Column;
import dev.schemend.model.IndexPart;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How many bytes columns take in keys (manual, Data Type Storage Requirements). */
final class MySqlKeySizes {

  private static final Set<String> UNBOUNDED_TEXTS =
      Set.of("tinytext", "text", "mediumtext", "longtext");

  private static final Set<String> TEXTS = Set.of("char", "varchar");
  private static final Set<String> BYTES = Set.of("binary", "varbinary");

  /** Of types of one size (manual, Data Type Storage Requirements). */
  private static final Map<String, Integer> SIZES =
      Map.of(
          "tinyint",
          1,
          "smallint",
          2,
          "mediumint",
          3,
          "int",
          4,
          "bigint",
          8,
          "float",
          4,
          "double",
          8,
          "year",
          1,
          "date",
          3);

  /** Of types that only MariaDB has. */
  private static final Map<String, Integer> ADDRESSES = Map.of("inet4", 4, "inet6", 16, "uuid", 16);

  /** Of moments, without their fractions. */
  private static final Map<String, Integer> MOMENTS =
      Map.of("time", 3, "datetime", 5, "timestamp", 4);

  /** What the digits take that are left over from groups of nine, which take four bytes. */
  private static final List<Integer> LEFT_OVER = List.of(0, 1, 1, 2, 2, 3, 3, 4, 4);

  private final MySqlDialect dialect;

  MySqlKeySizes(MySqlDialect dialect) {
    this.dialect = dialect;
  }

  /** How many bytes of a key the part takes; 0 where that is not known. */
  int bytes(Column column, IndexPart part) {
    if (!(column.type() instanceof SqlType.Builtin type)) {
      return column.type() instanceof SqlType.InlineEnum words ? bytes(words) : 0;
    }
    if (part.prefixLength().isPresent()) {
      return part.prefixLength().get() * bytesPerUnit(column);
    }
    if (TEXTS.contains(type.name()) || BYTES.contains(type.name())) {
      int length = type.modifiers().isEmpty() ? 1 : type.modifiers().getFirst();
      return length * bytesPerUnit(column);
    }
    if (MOMENTS.containsKey(type.name())) {
      return MOMENTS.get(type.name()) + (modifier(type, 0, 0) + 1) / 2;
    }
    return switch (type.name()) {
      case "bit" -> (modifier(type, 0, 1) + 7) / 8;
      case "decimal" -> {
        int fraction = modifier(type, 1, 0);
        yield digits(modifier(type, 0, 10) - fraction) + digits(fraction);
      }
      // Of other types at least nothing is known to be used.
      default -> SIZES.getOrDefault(type.name(), ADDRESSES.getOrDefault(type.name(), 0));
    };
  }

  private static int modifier(SqlType.Builtin type, int at, int otherwise) {
    return at < type.modifiers().size() ? type.modifiers().get(at) : otherwise;
  }

  private static int digits(int count) {
    return count / 9 * 4 + LEFT_OVER.get(count % 9);
  }

  private static int bytes(SqlType.InlineEnum words) {
    int count = words.values().size();
    int bytes = (count + 7) / 8;
    return switch (words.kind()) {
      case ENUM -> count < 256 ? 1 : 2;
      case SET -> bytes > 4 ? 8 : bytes;
    };
  }

  /** How many bytes a unit of a prefix may take: a character's, or one. */
  int bytesPerUnit(Column column) {
    boolean characters =
        column.type() instanceof SqlType.Builtin type
            && (TEXTS.contains(type.name()) || UNBOUNDED_TEXTS.contains(type.name()));
    return characters ? bytesPerCharacter(column) : 1;
  }

  /** The same, but also for the labels of an enum or set, of which the server asks it as well. */
  int bytesPerCharacter(Column column) {
    return column.mysql().characterSet().map(dialect.characterSets()::bytesPerCharacter).orElse(1);
  }
}
