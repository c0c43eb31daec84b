package dev.schemend.dialect.postgres;

import static java.util.Map.entry;

import dev.schemend.type.CastRisk;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@code ALTER COLUMN … TYPE} without {@code USING} does to values: the casts of catalog
 * {@code pg_cast} that assignment may use, and the conversions through text (manual, CREATE CAST,
 * notes). Widths are those of the types' output.
 */
final class PostgresCasts {

  // pg_cast, contexts i and a, where values keep their meaning. "from > to".
  private static final Map<String, CastRisk> RISKS =
      Map.ofEntries(
          entry("smallint > integer", CastRisk.REWRITE),
          entry("smallint > bigint", CastRisk.REWRITE),
          entry("smallint > real", CastRisk.REWRITE),
          entry("smallint > double precision", CastRisk.REWRITE),
          entry("integer > smallint", CastRisk.LOSSY),
          entry("integer > bigint", CastRisk.REWRITE),
          entry("integer > real", CastRisk.LOSSY),
          entry("integer > double precision", CastRisk.REWRITE),
          entry("integer > money", CastRisk.REWRITE),
          entry("integer > oid", CastRisk.WIDENING),
          entry("integer > boolean", CastRisk.EXPLICIT),
          entry("boolean > integer", CastRisk.EXPLICIT),
          entry("bigint > smallint", CastRisk.LOSSY),
          entry("bigint > integer", CastRisk.LOSSY),
          entry("bigint > real", CastRisk.LOSSY),
          entry("bigint > double precision", CastRisk.LOSSY),
          entry("bigint > money", CastRisk.LOSSY),
          entry("bigint > oid", CastRisk.LOSSY),
          entry("oid > integer", CastRisk.WIDENING),
          entry("oid > bigint", CastRisk.REWRITE),
          entry("oid > regclass", CastRisk.WIDENING),
          entry("regclass > oid", CastRisk.WIDENING),
          entry("numeric > real", CastRisk.LOSSY),
          entry("numeric > double precision", CastRisk.LOSSY),
          entry("numeric > money", CastRisk.LOSSY),
          entry("money > numeric", CastRisk.REWRITE),
          entry("real > smallint", CastRisk.LOSSY),
          entry("real > integer", CastRisk.LOSSY),
          entry("real > bigint", CastRisk.LOSSY),
          entry("real > numeric", CastRisk.LOSSY),
          entry("real > double precision", CastRisk.REWRITE),
          entry("double precision > smallint", CastRisk.LOSSY),
          entry("double precision > integer", CastRisk.LOSSY),
          entry("double precision > bigint", CastRisk.LOSSY),
          entry("double precision > numeric", CastRisk.LOSSY),
          entry("double precision > real", CastRisk.LOSSY),
          entry("date > timestamp without time zone", CastRisk.REWRITE),
          entry("date > timestamp with time zone", CastRisk.REWRITE),
          entry("timestamp without time zone > date", CastRisk.LOSSY),
          entry("timestamp without time zone > time without time zone", CastRisk.LOSSY),
          entry("timestamp without time zone > timestamp with time zone", CastRisk.REWRITE),
          entry("timestamp with time zone > date", CastRisk.LOSSY),
          entry("timestamp with time zone > time without time zone", CastRisk.LOSSY),
          entry("timestamp with time zone > time with time zone", CastRisk.LOSSY),
          entry("timestamp with time zone > timestamp without time zone", CastRisk.REWRITE),
          entry("time without time zone > time with time zone", CastRisk.REWRITE),
          entry("time without time zone > interval", CastRisk.REWRITE),
          entry("time with time zone > time without time zone", CastRisk.LOSSY),
          entry("interval > time without time zone", CastRisk.LOSSY),
          entry("json > jsonb", CastRisk.REWRITE),
          entry("jsonb > json", CastRisk.REWRITE),
          entry("jsonb > boolean", CastRisk.EXPLICIT),
          entry("jsonb > smallint", CastRisk.EXPLICIT),
          entry("jsonb > integer", CastRisk.EXPLICIT),
          entry("jsonb > bigint", CastRisk.EXPLICIT),
          entry("jsonb > numeric", CastRisk.EXPLICIT),
          entry("jsonb > real", CastRisk.EXPLICIT),
          entry("jsonb > double precision", CastRisk.EXPLICIT),
          entry("cidr > inet", CastRisk.WIDENING),
          entry("inet > cidr", CastRisk.LOSSY),
          entry("macaddr > macaddr8", CastRisk.REWRITE),
          entry("macaddr8 > macaddr", CastRisk.LOSSY),
          entry("bit > bit varying", CastRisk.WIDENING),
          entry("bit varying > bit", CastRisk.LOSSY),
          entry("bit > integer", CastRisk.EXPLICIT),
          entry("bit > bigint", CastRisk.EXPLICIT),
          entry("integer > bit", CastRisk.EXPLICIT),
          entry("bigint > bit", CastRisk.EXPLICIT),
          entry("box > polygon", CastRisk.REWRITE),
          entry("path > polygon", CastRisk.LOSSY),
          entry("polygon > path", CastRisk.REWRITE),
          entry("point > box", CastRisk.REWRITE));

  /** Digits before the point that a value may have. */
  private static final Map<String, Integer> DIGITS =
      Map.of("smallint", 5, "integer", 10, "bigint", 19);

  /** The largest whole number of digits that always fits. */
  private static final Map<String, Integer> SAFE_DIGITS =
      Map.of("smallint", 4, "integer", 9, "bigint", 18);

  /** The most characters that a value's text may have (spec: Prisma's classes agree). */
  private static final Map<String, Integer> WIDTHS =
      Map.ofEntries(
          entry("boolean", 5),
          entry("smallint", 6),
          entry("integer", 11),
          entry("bigint", 20),
          entry("uuid", 36),
          entry("date", 13),
          entry("inet", 49),
          entry("cidr", 49),
          entry("macaddr", 17),
          entry("macaddr8", 23),
          entry("oid", 10));

  private static final Set<String> UNBOUNDED_TEXT = Set.of("text", "character varying", "bpchar");
  private static final Set<String> STRINGS =
      Set.of("text", "character varying", "character", "bpchar", "name", "\"char\"");
  private static final String INTERVAL = "interval";
  private static final Set<String> WITH_FRACTION =
      Set.of(
          "timestamp without time zone",
          "timestamp with time zone",
          "time without time zone",
          "time with time zone",
          INTERVAL);
  private static final int DEFAULT_FRACTION = 6;
  private static final String CITEXT = "citext";

  private PostgresCasts() {}

  static CastRisk risk(SqlType from, SqlType to) {
    if (from.equals(to)) {
      return CastRisk.IDENTICAL;
    }
    return switch (from) {
      case SqlType.Builtin source ->
          switch (to) {
            case SqlType.Builtin target -> builtins(source, target);
            case SqlType.UserDefined target -> intoUserDefined(source, target);
            case SqlType.ArrayOf target -> throughText(isString(source));
            case SqlType.InlineEnum target -> CastRisk.IMPOSSIBLE;
          };
      case SqlType.UserDefined source ->
          switch (to) {
            case SqlType.Builtin target -> fromUserDefined(source, target);
            case SqlType.UserDefined target ->
                source.name().equals(target.name()) ? CastRisk.LOSSY : CastRisk.EXPLICIT;
            case SqlType.ArrayOf target -> CastRisk.IMPOSSIBLE;
            case SqlType.InlineEnum target -> CastRisk.IMPOSSIBLE;
          };
      case SqlType.ArrayOf source ->
          switch (to) {
            case SqlType.Builtin target ->
                isString(target) ? intoText(target) : CastRisk.IMPOSSIBLE;
            case SqlType.UserDefined target -> CastRisk.IMPOSSIBLE;
            case SqlType.ArrayOf target -> risk(source.element(), target.element());
            case SqlType.InlineEnum target -> CastRisk.IMPOSSIBLE;
          };
      case SqlType.InlineEnum source -> CastRisk.IMPOSSIBLE;
    };
  }

  private static CastRisk throughText(boolean isText) {
    return isText ? CastRisk.EXPLICIT : CastRisk.IMPOSSIBLE;
  }

  // An extension's type is unqualified in the model, and so are its casts unknown: they may exist.
  private static CastRisk intoUserDefined(SqlType.Builtin source, SqlType.UserDefined target) {
    if (target.name().name().key().equals(CITEXT)) {
      return UNBOUNDED_TEXT.contains(source.name()) ? CastRisk.WIDENING : throughAssignment(source);
    }
    if (target.name().isQualified()) {
      return throughText(isString(source));
    }
    return CastRisk.LOSSY;
  }

  private static CastRisk throughAssignment(SqlType.Builtin source) {
    return isString(source) ? CastRisk.REWRITE : CastRisk.EXPLICIT;
  }

  private static CastRisk fromUserDefined(SqlType.UserDefined source, SqlType.Builtin target) {
    if (source.name().name().key().equals(CITEXT) && isUnboundedText(target)) {
      return CastRisk.WIDENING;
    }
    if (isString(target)) {
      return intoText(target);
    }
    return source.name().isQualified() ? CastRisk.IMPOSSIBLE : CastRisk.LOSSY;
  }

  private static boolean isString(SqlType.Builtin type) {
    return STRINGS.contains(type.name());
  }

  private static boolean isUnboundedText(SqlType.Builtin type) {
    return type.modifiers().isEmpty() && UNBOUNDED_TEXT.contains(type.name());
  }

  private static CastRisk intoText(SqlType.Builtin target) {
    return isUnboundedText(target) ? CastRisk.REWRITE : CastRisk.LOSSY;
  }

  private static CastRisk builtins(SqlType.Builtin from, SqlType.Builtin to) {
    if (from.name().equals(to.name())) {
      return resized(from, to);
    }
    if (isInterval(from) && isInterval(to)) {
      return isUnlimited(to) ? CastRisk.WIDENING : CastRisk.LOSSY;
    }
    if (isString(from)) {
      return isString(to) ? strings(from, to) : CastRisk.EXPLICIT;
    }
    if (isString(to)) {
      return spelledOut(from, to);
    }
    if (to.name().equals("numeric") && DIGITS.containsKey(from.name())) {
      boolean fits =
          to.modifiers().isEmpty()
              || to.modifiers().get(0) - to.modifiers().get(1) >= DIGITS.get(from.name());
      return fits ? CastRisk.REWRITE : CastRisk.LOSSY;
    }
    if (from.name().equals("numeric") && SAFE_DIGITS.containsKey(to.name())) {
      List<Integer> size = from.modifiers();
      boolean whole = size.size() == 2 && size.get(1) == 0;
      return whole && size.get(0) <= SAFE_DIGITS.get(to.name()) ? CastRisk.REWRITE : CastRisk.LOSSY;
    }
    CastRisk risk = RISKS.getOrDefault(from.name() + " > " + to.name(), CastRisk.IMPOSSIBLE);
    return risk == CastRisk.REWRITE && fraction(to) < fraction(from) ? CastRisk.LOSSY : risk;
  }

  /** Whether it is an interval, of some fields only or of all (8.5.4). */
  static boolean isInterval(SqlType.Builtin type) {
    return type.name().equals(INTERVAL) || type.name().startsWith(INTERVAL + " ");
  }

  private static boolean isUnlimited(SqlType.Builtin interval) {
    return interval.name().equals(INTERVAL) && interval.modifiers().isEmpty();
  }

  private static int fraction(SqlType.Builtin type) {
    if (type.name().equals("date")) {
      return 0;
    }
    return WITH_FRACTION.contains(type.name()) && !type.modifiers().isEmpty()
        ? type.modifiers().getFirst()
        : DEFAULT_FRACTION;
  }

  // varchar_support, numeric_support, timestamp_support, varbit_support: when no rewrite is needed.
  private static CastRisk resized(SqlType.Builtin from, SqlType.Builtin to) {
    if (from.name().equals("numeric")) {
      return numerics(from.modifiers(), to.modifiers());
    }
    if (WITH_FRACTION.contains(from.name())) {
      return fraction(to) >= fraction(from) ? CastRisk.WIDENING : CastRisk.LOSSY;
    }
    boolean fits =
        to.modifiers().isEmpty()
            || (!from.modifiers().isEmpty()
                && from.modifiers().getFirst() <= to.modifiers().getFirst());
    return switch (from.name()) {
      case "character varying", "bit varying" -> fits ? CastRisk.WIDENING : CastRisk.LOSSY;
      case "character" -> fits ? CastRisk.REWRITE : CastRisk.LOSSY;
      default -> CastRisk.LOSSY;
    };
  }

  private static CastRisk numerics(List<Integer> from, List<Integer> to) {
    if (to.isEmpty()) {
      return CastRisk.WIDENING;
    }
    if (from.isEmpty()) {
      return CastRisk.LOSSY;
    }
    int whole = from.get(0) - from.get(1);
    int newWhole = to.get(0) - to.get(1);
    if (newWhole < whole || to.get(1) < from.get(1)) {
      return CastRisk.LOSSY;
    }
    return to.get(1).equals(from.get(1)) ? CastRisk.WIDENING : CastRisk.REWRITE;
  }

  private static CastRisk strings(SqlType.Builtin from, SqlType.Builtin to) {
    boolean padded = from.name().equals("character") || to.name().equals("character");
    if (isUnboundedText(to)) {
      return padded || from.name().equals("name") ? CastRisk.REWRITE : CastRisk.WIDENING;
    }
    boolean fits =
        !from.modifiers().isEmpty()
            && !to.modifiers().isEmpty()
            && from.modifiers().getFirst() <= to.modifiers().getFirst();
    return fits ? CastRisk.REWRITE : CastRisk.LOSSY;
  }

  private static CastRisk spelledOut(SqlType.Builtin from, SqlType.Builtin to) {
    if (isUnboundedText(to)) {
      return from.name().equals("xml") ? CastRisk.WIDENING : CastRisk.REWRITE;
    }
    Integer width = width(from);
    boolean fits = width != null && !to.modifiers().isEmpty() && width <= to.modifiers().getFirst();
    return fits ? CastRisk.REWRITE : CastRisk.LOSSY;
  }

  private static Integer width(SqlType.Builtin type) {
    if (type.name().equals("numeric") && type.modifiers().size() == 2) {
      return type.modifiers().getFirst() + (type.modifiers().get(1) == 0 ? 1 : 2);
    }
    if (type.name().startsWith("bit") && !type.modifiers().isEmpty()) {
      return type.modifiers().getFirst();
    }
    return WIDTHS.get(type.name());
  }
}
