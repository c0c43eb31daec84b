package dev.schemend.parser.prisma.postgres;

import dev.schemend.parser.prisma.model.NativeTypeRule;
import dev.schemend.parser.prisma.model.NativeTypeRule.Bounds;
import dev.schemend.parser.prisma.model.ScalarType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The types of PostgreSQL that a schema can name (Prisma schema reference, "Native types mapping"
 * under each scalar type).
 */
@SuppressWarnings("ImmutableEnumChecker") // its collections are copies that nothing changes
enum PostgresNativeType {
  SMALL_INT("SmallInt", "smallint", ScalarType.INT),
  INTEGER("Integer", "integer", ScalarType.INT),
  OID("Oid", "oid", ScalarType.INT),
  BIG_INT("BigInt", "bigint", ScalarType.BIG_INT),
  REAL("Real", "real", ScalarType.FLOAT),
  DOUBLE_PRECISION("DoublePrecision", "double precision", ScalarType.FLOAT),
  DECIMAL("Decimal", "numeric", ScalarType.DECIMAL, bounds(1, 1000), bounds(0, 1000)),
  MONEY("Money", "money", ScalarType.DECIMAL),
  TEXT("Text", "text", ScalarType.STRING),
  VAR_CHAR("VarChar", "character varying", ScalarType.STRING, bounds(1, 10_485_760)),
  CHAR("Char", "character", ScalarType.STRING, bounds(1, 10_485_760)),
  CITEXT("Citext", "citext", ScalarType.STRING),
  INET("Inet", "inet", ScalarType.STRING),
  BIT("Bit", "bit", ScalarType.STRING, bounds(1, 83_886_080)),
  VAR_BIT("VarBit", "bit varying", ScalarType.STRING, bounds(1, 83_886_080)),
  UUID("Uuid", "uuid", ScalarType.STRING),
  XML("Xml", "xml", ScalarType.STRING),
  BYTE_A("ByteA", "bytea", ScalarType.BYTES),
  TIMESTAMP("Timestamp", "timestamp without time zone", ScalarType.DATE_TIME, bounds(0, 6)),
  TIMESTAMPTZ("Timestamptz", "timestamp with time zone", ScalarType.DATE_TIME, bounds(0, 6)),
  DATE("Date", "date", ScalarType.DATE_TIME),
  TIME("Time", "time without time zone", ScalarType.DATE_TIME, bounds(0, 6)),
  TIMETZ("Timetz", "time with time zone", ScalarType.DATE_TIME, bounds(0, 6)),
  BOOLEAN("Boolean", "boolean", ScalarType.BOOLEAN),
  JSON("Json", "json", ScalarType.JSON),
  JSON_B("JsonB", "jsonb", ScalarType.JSON);

  /** The rules by the names that a schema uses; no argument is required here. */
  static final Map<String, NativeTypeRule> RULES =
      Arrays.stream(values())
          .collect(
              Collectors.toUnmodifiableMap(
                  type -> type.word,
                  type -> new NativeTypeRule(type.word, Set.of(type.scalar), 0, type.bounds)));

  private static final Map<String, PostgresNativeType> BY_WORD =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(type -> type.word, Function.identity()));

  private static final Set<PostgresNativeType> COUNTABLE = EnumSet.of(SMALL_INT, INTEGER, BIG_INT);

  private final String word;
  private final String sql;
  private final ScalarType scalar;
  private final List<Bounds> bounds;

  PostgresNativeType(String word, String sql, ScalarType scalar, Bounds... bounds) {
    this.word = word;
    this.sql = sql;
    this.scalar = scalar;
    this.bounds = List.of(bounds);
  }

  private static Bounds bounds(int least, int most) {
    return new Bounds(least, most);
  }

  static PostgresNativeType of(String word) {
    return BY_WORD.get(word);
  }

  /** The type of the server's own name. */
  static Optional<PostgresNativeType> ofSql(String sql) {
    return Arrays.stream(values()).filter(type -> type.sql.equals(sql)).findFirst();
  }

  /** Its name behind {@code @db.}. */
  String word() {
    return word;
  }

  /** The scalar type that it stands behind. */
  ScalarType scalar() {
    return scalar;
  }

  /** Whether a schema can say it with these modifiers. */
  boolean takes(List<Integer> modifiers) {
    if (modifiers.size() > bounds.size()) {
      return false;
    }
    for (int i = 0; i < modifiers.size(); i++) {
      int value = modifiers.get(i);
      if (value < bounds.get(i).least() || value > bounds.get(i).most()) {
        return false;
      }
    }
    return true;
  }

  /** The server's own name. */
  String sql() {
    return sql;
  }

  /** The pseudo type that counts, for the types that can. */
  String serial() {
    if (!COUNTABLE.contains(this)) {
      return sql;
    }
    return switch (this) {
      case SMALL_INT -> "smallserial";
      case BIG_INT -> "bigserial";
      default -> "serial";
    };
  }
}
