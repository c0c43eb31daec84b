package dev.schemend.dialect.postgres;

import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which types a foreign key can compare: those of one b-tree operator family, or a referencing type
 * that is cast implicitly to the referenced one (ATAddForeignKeyConstraint; catalogs pg_amop and
 * pg_cast).
 */
final class KeyTypes {

  private static final List<Set<String>> FAMILIES =
      List.of(
          Set.of("smallint", "integer", "bigint"),
          Set.of("real", "double precision"),
          Set.of("text", "character varying", "character", "name"),
          Set.of("date", "timestamp without time zone", "timestamp with time zone"),
          Set.of("inet", "cidr"),
          Set.of("bit", "bit varying"));

  private static final Set<String> WHOLE = FAMILIES.get(0);
  private static final Set<String> EXACT = Set.of("smallint", "integer", "bigint", "numeric");

  // By referenced type: the referencing types that become it without being asked.
  private static final Map<String, Set<String>> IMPLICIT =
      Map.of(
          "numeric", WHOLE,
          "real", EXACT,
          "double precision", EXACT,
          "interval", Set.of("time without time zone"),
          "time with time zone", Set.of("time without time zone"));

  private KeyTypes() {}

  /** Whether a key of type {@code source} can point at {@code target}; both canonical. */
  static boolean areComparable(SqlType source, SqlType target) {
    // A name of the user's may be a domain over whatever it takes.
    if (!(source instanceof SqlType.Builtin from) || !(target instanceof SqlType.Builtin to)) {
      return true;
    }
    return from.name().equals(to.name())
        || FAMILIES.stream()
            .anyMatch(family -> family.contains(from.name()) && family.contains(to.name()))
        || IMPLICIT.getOrDefault(to.name(), Set.of()).contains(from.name());
  }
}
