package dev.schemend.parser.prisma.mysql;

import dev.schemend.parser.prisma.model.NativeTypeRule;
import dev.schemend.parser.prisma.model.NativeTypeRule.Bounds;
import dev.schemend.parser.prisma.model.ScalarType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The types of MySQL that a schema can name (Prisma schema reference, "Native types mapping" under
 * each scalar type; ranges from MySQL's manual, chapter 11).
 */
@SuppressWarnings("ImmutableEnumChecker") // its collections are copies that nothing changes
enum MySqlNativeType {
  INT("Int", "int", Set.of(ScalarType.INT), 0),
  UNSIGNED_INT("UnsignedInt", "int unsigned", Set.of(ScalarType.INT), 0),
  SMALL_INT("SmallInt", "smallint", Set.of(ScalarType.INT), 0),
  UNSIGNED_SMALL_INT("UnsignedSmallInt", "smallint unsigned", Set.of(ScalarType.INT), 0),
  MEDIUM_INT("MediumInt", "mediumint", Set.of(ScalarType.INT), 0),
  UNSIGNED_MEDIUM_INT("UnsignedMediumInt", "mediumint unsigned", Set.of(ScalarType.INT), 0),
  TINY_INT("TinyInt", "tinyint", Set.of(ScalarType.INT, ScalarType.BOOLEAN), 0),
  UNSIGNED_TINY_INT(
      "UnsignedTinyInt", "tinyint unsigned", Set.of(ScalarType.INT, ScalarType.BOOLEAN), 0),
  YEAR("Year", "year", Set.of(ScalarType.INT), 0),
  BIG_INT("BigInt", "bigint", Set.of(ScalarType.BIG_INT), 0),
  UNSIGNED_BIG_INT("UnsignedBigInt", "bigint unsigned", Set.of(ScalarType.BIG_INT), 0),
  DECIMAL("Decimal", "decimal", Set.of(ScalarType.DECIMAL), 0, bounds(1, 65), bounds(0, 30)),
  FLOAT("Float", "float", Set.of(ScalarType.FLOAT), 0),
  DOUBLE("Double", "double", Set.of(ScalarType.FLOAT), 0),
  BIT("Bit", "bit", Set.of(ScalarType.BOOLEAN, ScalarType.BYTES), 1, bounds(1, 64)),
  CHAR("Char", "char", Set.of(ScalarType.STRING), 1, bounds(0, 255)),
  VAR_CHAR("VarChar", "varchar", Set.of(ScalarType.STRING), 1, bounds(0, 65_535)),
  TINY_TEXT("TinyText", "tinytext", Set.of(ScalarType.STRING), 0),
  TEXT("Text", "text", Set.of(ScalarType.STRING), 0),
  MEDIUM_TEXT("MediumText", "mediumtext", Set.of(ScalarType.STRING), 0),
  LONG_TEXT("LongText", "longtext", Set.of(ScalarType.STRING), 0),
  BINARY("Binary", "binary", Set.of(ScalarType.BYTES), 1, bounds(0, 255)),
  VAR_BINARY("VarBinary", "varbinary", Set.of(ScalarType.BYTES), 1, bounds(0, 65_535)),
  TINY_BLOB("TinyBlob", "tinyblob", Set.of(ScalarType.BYTES), 0),
  BLOB("Blob", "blob", Set.of(ScalarType.BYTES), 0),
  MEDIUM_BLOB("MediumBlob", "mediumblob", Set.of(ScalarType.BYTES), 0),
  LONG_BLOB("LongBlob", "longblob", Set.of(ScalarType.BYTES), 0),
  DATE("Date", "date", Set.of(ScalarType.DATE_TIME), 0),
  TIME("Time", "time", Set.of(ScalarType.DATE_TIME), 0, bounds(0, 6)),
  DATE_TIME("DateTime", "datetime", Set.of(ScalarType.DATE_TIME), 0, bounds(0, 6)),
  TIMESTAMP("Timestamp", "timestamp", Set.of(ScalarType.DATE_TIME), 0, bounds(0, 6)),
  JSON("Json", "json", Set.of(ScalarType.JSON), 0);

  /** The rules by the names that a schema uses. */
  static final Map<String, NativeTypeRule> RULES =
      Arrays.stream(values())
          .collect(
              Collectors.toUnmodifiableMap(
                  type -> type.word,
                  type -> new NativeTypeRule(type.word, type.scalars, type.required, type.bounds)));

  private static final Map<String, MySqlNativeType> BY_WORD =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(type -> type.word, Function.identity()));

  private final String word;
  private final String sql;
  private final Set<ScalarType> scalars;
  private final int required;
  private final List<Bounds> bounds;

  MySqlNativeType(
      String word, String sql, Set<ScalarType> scalars, int required, Bounds... bounds) {
    this.word = word;
    this.sql = sql;
    this.scalars = scalars;
    this.required = required;
    this.bounds = List.of(bounds);
  }

  private static Bounds bounds(int least, int most) {
    return new Bounds(least, most);
  }

  static MySqlNativeType of(String word) {
    return BY_WORD.get(word);
  }

  /** The type of the server's own name. */
  static Optional<MySqlNativeType> ofSql(String sql) {
    return Arrays.stream(values()).filter(type -> type.sql.equals(sql)).findFirst();
  }

  /** Its name behind {@code @db.}. */
  String word() {
    return word;
  }

  /** The scalar type that a column of it is read as. */
  ScalarType scalar() {
    return scalars.contains(ScalarType.INT)
        ? ScalarType.INT
        : scalars.contains(ScalarType.BYTES) ? ScalarType.BYTES : scalars.iterator().next();
  }

  /** The modifiers as a schema says them; empty where it cannot. */
  Optional<List<String>> arguments(List<Integer> modifiers) {
    if (modifiers.size() < required || modifiers.size() > bounds.size()) {
      return Optional.empty();
    }
    for (int i = 0; i < modifiers.size(); i++) {
      int value = modifiers.get(i);
      if (value < bounds.get(i).least() || value > bounds.get(i).most()) {
        return Optional.empty();
      }
    }
    return Optional.of(modifiers.stream().map(String::valueOf).toList());
  }

  /** The server's own name. */
  String sql() {
    return sql;
  }
}
