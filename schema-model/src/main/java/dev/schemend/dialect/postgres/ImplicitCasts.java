package dev.schemend.dialect.postgres;

import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Set;

/** Casts that the server puts into any expression by itself (pg_cast, context i; manual, 10.3). */
final class ImplicitCasts {

  /** Each of them becomes any that stands behind it. */
  private static final List<String> NUMBERS =
      List.of("smallint", "integer", "bigint", "numeric", "real", "double precision");

  /** Numbers that have operators with each other, so that none of them is cast for one. */
  private static final Set<String> WHOLE = Set.of("smallint", "integer", "bigint");

  private static final Set<String> OTHERS =
      Set.of(
          "date > timestamp without time zone",
          "date > timestamp with time zone",
          "timestamp without time zone > timestamp with time zone",
          "time without time zone > interval",
          "time without time zone > time with time zone",
          "name > text",
          "character varying > text",
          "text > character varying",
          "text > character",
          "character varying > character",
          "character > character varying",
          "bit > bit varying",
          "bit varying > bit",
          "inet > cidr",
          "cidr > inet");

  private ImplicitCasts() {}

  static boolean leads(SqlType from, SqlType to) {
    if (!(from instanceof SqlType.Builtin source) || !(to instanceof SqlType.Builtin target)) {
      return false;
    }
    int place = NUMBERS.indexOf(source.name());
    return (place >= 0 && NUMBERS.indexOf(target.name()) > place)
        || OTHERS.contains(source.name() + " > " + target.name());
  }

  /** Whether a number is cast to be an operand of {@code operator} beside one of the other type. */
  static boolean isNeededFor(String operator, SqlType from, SqlType to) {
    boolean whole =
        from instanceof SqlType.Builtin source
            && to instanceof SqlType.Builtin target
            && WHOLE.contains(source.name())
            && WHOLE.contains(target.name());
    return leads(from, to) && !(whole && !SAME_ONLY.contains(operator));
  }

  // Operators on whole numbers of one type only (pg_operator).
  private static final Set<String> SAME_ONLY = Set.of("&", "|", "#", "%");
}
