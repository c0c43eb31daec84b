package dev.schemend.planning.prisma.postgres;

import static dev.schemend.planning.prisma.Castability.NOT_CASTABLE;
import static dev.schemend.planning.prisma.Castability.RISKY;
import static dev.schemend.planning.prisma.Castability.SAFE;

import dev.schemend.planning.prisma.Castability;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What Prisma thinks of changes of type (engine, {@code flavour/postgres/schema_differ.rs}): a row
 * for each type, with what it may become without loss and at a risk. What a row does not name needs
 * a new column.
 */
final class PostgresCastability {

  private static final String VARCHAR = "character varying";
  private static final String CHAR = "character";
  private static final String TIMESTAMP = "timestamp without time zone";
  private static final String TIMESTAMPTZ = "timestamp with time zone";
  private static final String TIME = "time without time zone";
  private static final String TIMETZ = "time with time zone";
  private static final Set<String> MOMENTS = Set.of(TIMESTAMP, TIMESTAMPTZ, "date", TIME, TIMETZ);

  /** A number larger than any length: no text of a bounded length will do. */
  private static final int NEVER = Integer.MAX_VALUE;

  /**
   * What becomes of a type.
   *
   * @param safe without loss
   * @param risky at a risk
   * @param length how many characters a bounded text needs to take every value
   * @param cuts whether a shorter text is a risk rather than impossible
   */
  private record Row(Set<String> safe, Set<String> risky, int length, boolean cuts) {}

  private static final Map<String, Row> ROWS =
      Map.ofEntries(
          row(
              "smallint",
              Set.of("integer", "bigint", "real", "double precision"),
              Set.of(),
              4,
              true),
          row(
              "integer",
              Set.of("bigint", "real", "double precision"),
              Set.of("smallint"),
              11,
              true),
          row(
              "bigint",
              Set.of("real", "double precision"),
              Set.of("smallint", "integer"),
              20,
              true),
          row(
              "numeric",
              Set.of(),
              Set.of("smallint", "integer", "bigint", "real", "double precision"),
              131_073,
              true),
          row(
              "real",
              Set.of("double precision"),
              Set.of("smallint", "integer", "bigint", "numeric"),
              47,
              true),
          row(
              "double precision",
              Set.of(),
              Set.of("smallint", "integer", "bigint", "numeric", "real"),
              317,
              true),
          row("text", Set.of("citext"), Set.of(), NEVER, true),
          row("bytea", Set.of(), Set.of(), NEVER, true),
          row(TIMESTAMP, MOMENTS, Set.of(), 23, false),
          row(TIMESTAMPTZ, MOMENTS, Set.of(), 28, false),
          row("date", Set.of(TIMESTAMP, TIMESTAMPTZ), Set.of(), 28, false),
          row(TIME, Set.of(TIMETZ), Set.of(), 14, false),
          row(TIMETZ, Set.of(TIMETZ, TIME), Set.of(), 19, false),
          row("boolean", Set.of(), Set.of(), 5, false),
          row("uuid", Set.of(), Set.of(), 32, false),
          row("xml", Set.of(), Set.of(), NEVER, true),
          row("json", Set.of("jsonb"), Set.of(), NEVER, true),
          row("jsonb", Set.of("json"), Set.of(), NEVER, true),
          row("inet", Set.of("citext"), Set.of(), NEVER, false),
          row("oid", Set.of("bigint", "integer"), Set.of(), NEVER, false));

  private PostgresCastability() {}

  private static Map.Entry<String, Row> row(
      String type, Set<String> safe, Set<String> risky, int length, boolean cuts) {
    return Map.entry(type, new Row(safe, risky, length, cuts));
  }

  static Castability of(SqlType from, SqlType to) {
    if (from instanceof SqlType.ArrayOf older && to instanceof SqlType.ArrayOf newer) {
      return of(older.element(), newer.element());
    }
    if (to instanceof SqlType.ArrayOf) {
      return NOT_CASTABLE;
    }
    if (from instanceof SqlType.ArrayOf list) {
      return PostgresNativeTypes.isEnum(list.element()) ? NOT_CASTABLE : listTo(to);
    }
    if (PostgresNativeTypes.isEnum(from) || PostgresNativeTypes.isEnum(to)) {
      return NOT_CASTABLE;
    }
    boolean known = PostgresNativeTypes.isKnown(from) && PostgresNativeTypes.isKnown(to);
    return known
        ? of(
            PostgresNativeTypes.name(from),
            PostgresNativeTypes.modifiers(from),
            PostgresNativeTypes.name(to),
            PostgresNativeTypes.modifiers(to))
        : RISKY;
  }

  private static Castability listTo(SqlType to) {
    boolean unbounded = PostgresNativeTypes.modifiers(to).isEmpty();
    return switch (PostgresNativeTypes.name(to)) {
      case "text" -> SAFE;
      case VARCHAR -> unbounded ? SAFE : RISKY;
      case CHAR -> RISKY;
      default -> NOT_CASTABLE;
    };
  }

  private static Castability of(String from, List<Integer> older, String to, List<Integer> newer) {
    return switch (from) {
      case VARCHAR, CHAR -> characters(older, to, newer);
      case "citext", "money" ->
          to.equals("text") || (to.equals(VARCHAR) && newer.isEmpty()) || to.equals("citext")
              ? SAFE
              : RISKY;
      case "bit", "bit varying" -> bits(from, older, to, newer);
      case "numeric" -> to.equals("numeric") ? numbers(older, newer) : byRow(from, to, newer);
      default -> byRow(from, to, newer);
    };
  }

  private static Castability byRow(String from, String to, List<Integer> modifiers) {
    Row row = ROWS.get(from);
    if (row == null) {
      return NOT_CASTABLE;
    }
    if (to.equals("text") || (to.equals(VARCHAR) && modifiers.isEmpty())) {
      return SAFE;
    }
    if (to.equals(VARCHAR) || to.equals(CHAR)) {
      boolean fits = modifiers.getFirst() >= row.length();
      return fits ? SAFE : row.cuts() ? RISKY : NOT_CASTABLE;
    }
    if (row.safe().contains(to)) {
      // Between two precisions of one time of day Prisma sees no way.
      return from.equals(TIME) && to.equals(TIME) ? NOT_CASTABLE : SAFE;
    }
    boolean whole = Set.of("smallint", "integer", "bigint").contains(from);
    if (whole && to.equals("numeric")) {
      return holds(from, modifiers) ? SAFE : RISKY;
    }
    return row.risky().contains(to) ? RISKY : NOT_CASTABLE;
  }

  /** Whether a decimal has as many digits before its point as a whole number may have. */
  private static boolean holds(String whole, List<Integer> decimal) {
    int digits =
        switch (whole) {
          case "smallint" -> 3;
          case "integer" -> 10;
          default -> 19;
        };
    return decimal.isEmpty() || decimal.getFirst() - decimal.get(1) >= digits;
  }

  private static Castability characters(List<Integer> older, String to, List<Integer> newer) {
    if (to.equals("text") || (to.equals(VARCHAR) && newer.isEmpty())) {
      return SAFE;
    }
    if (!to.equals(VARCHAR) && !to.equals(CHAR)) {
      return NOT_CASTABLE;
    }
    return !older.isEmpty() && newer.getFirst() >= older.getFirst() ? SAFE : RISKY;
  }

  private static Castability numbers(List<Integer> older, List<Integer> newer) {
    if (newer.isEmpty()) {
      return SAFE;
    }
    boolean wider =
        !older.isEmpty()
            && newer.getFirst() - newer.get(1) >= older.getFirst() - older.get(1)
            && newer.get(1) >= older.get(1);
    return wider ? SAFE : RISKY;
  }

  private static Castability bits(
      String from, List<Integer> older, String to, List<Integer> newer) {
    boolean texts = to.equals("text") || (to.equals(VARCHAR) && newer.isEmpty());
    if (texts) {
      return SAFE;
    }
    boolean varying = from.equals("bit varying");
    boolean fits = newer.isEmpty() || (!older.isEmpty() && newer.getFirst() >= older.getFirst());
    return switch (to) {
      case "bit varying" -> fits ? SAFE : varying ? RISKY : NOT_CASTABLE;
      case "bit" -> varying ? RISKY : NOT_CASTABLE;
      case VARCHAR, CHAR -> fits ? SAFE : varying ? RISKY : NOT_CASTABLE;
      default -> NOT_CASTABLE;
    };
  }
}
