package dev.schemend.dialect.postgres;

import static java.util.Map.entry;

import dev.schemend.name.ObjectName;
import dev.schemend.type.SqlType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known of the server's own functions (manual, chapter 9; catalog {@code pg_proc}). */
final class FunctionFacts {

  private static final SqlType TEXT = SqlType.builtin("text");
  private static final SqlType INTEGER = SqlType.builtin("integer");

  // Functions whose character arguments are of type text and have no rival with another type in
  // that place: an untyped literal or a varchar column there means text.
  private static final Map<String, SqlType> TEXT_FUNCTIONS =
      Map.ofEntries(
          entry("lower", TEXT),
          entry("upper", TEXT),
          entry("initcap", TEXT),
          entry("length", INTEGER),
          entry("char_length", INTEGER),
          entry("character_length", INTEGER),
          entry("octet_length", INTEGER),
          entry("btrim", TEXT),
          entry("ltrim", TEXT),
          entry("rtrim", TEXT),
          entry("lpad", TEXT),
          entry("rpad", TEXT),
          entry("left", TEXT),
          entry("right", TEXT),
          entry("md5", TEXT),
          entry("replace", TEXT),
          entry("translate", TEXT),
          entry("repeat", TEXT),
          entry("reverse", TEXT),
          entry("split_part", TEXT),
          entry("strpos", INTEGER),
          entry("starts_with", SqlType.builtin("boolean")),
          entry("substring", TEXT),
          entry("substr", TEXT),
          entry("position", INTEGER),
          entry("overlay", TEXT),
          entry("regexp_replace", TEXT),
          entry("ascii", INTEGER),
          entry("quote_ident", TEXT),
          entry("to_char", TEXT),
          entry("to_date", SqlType.builtin("date")),
          entry("to_timestamp", SqlType.builtin("timestamp with time zone")),
          entry("to_number", SqlType.builtin("numeric")),
          entry("like_escape", TEXT),
          entry("similar_to_escape", TEXT),
          entry("encode", TEXT),
          entry("decode", SqlType.builtin("bytea")),
          entry("current_setting", TEXT),
          entry("array_to_string", TEXT),
          entry("to_tsvector", SqlType.builtin("tsvector")),
          entry("to_tsquery", SqlType.builtin("tsquery")),
          entry("plainto_tsquery", SqlType.builtin("tsquery")));

  // Functions that read only their first argument as text.
  private static final Set<String> FIELD_FUNCTIONS =
      Set.of("date_trunc", "date_part", "extract", "timezone");

  private static final Map<String, SqlType> RESULTS =
      Map.ofEntries(
          entry("now", SqlType.builtin("timestamp with time zone")),
          entry("current_timestamp", SqlType.builtin("timestamp with time zone")),
          entry("current_date", SqlType.builtin("date")),
          entry("localtimestamp", SqlType.builtin("timestamp without time zone")),
          entry("gen_random_uuid", SqlType.builtin("uuid")),
          entry("uuid_generate_v4", SqlType.builtin("uuid")),
          entry("nextval", SqlType.builtin("bigint")),
          entry("extract", SqlType.builtin("numeric")),
          entry("date_part", SqlType.builtin("double precision")),
          entry("random", SqlType.builtin("double precision")),
          entry("jsonb_typeof", TEXT),
          entry("json_typeof", TEXT),
          entry("jsonb_array_length", INTEGER),
          entry("json_array_length", INTEGER),
          entry("array_length", INTEGER),
          entry("cardinality", INTEGER),
          entry("current_user", SqlType.builtin("name")),
          entry("current_role", SqlType.builtin("name")),
          entry("session_user", SqlType.builtin("name")),
          entry("user", SqlType.builtin("name")),
          entry("concat", TEXT),
          entry("concat_ws", TEXT),
          entry("format", TEXT),
          entry("num_nonnulls", INTEGER),
          entry("num_nulls", INTEGER),
          entry("position", INTEGER));

  // Expressions of one common type (10.5: UNION, CASE, and related constructs).
  private static final Set<String> COMMON_TYPE = Set.of("coalesce", "greatest", "least", "nullif");

  private static final Set<String> SEQUENCE_FUNCTIONS = Set.of("nextval", "currval", "setval");

  private FunctionFacts() {}

  private static boolean is(ObjectName function, Set<String> names) {
    return !function.isQualified() && names.contains(function.name().key());
  }

  static boolean readsText(ObjectName function) {
    return is(function, TEXT_FUNCTIONS.keySet());
  }

  static boolean readsField(ObjectName function) {
    return is(function, FIELD_FUNCTIONS);
  }

  static boolean hasCommonType(ObjectName function) {
    return is(function, COMMON_TYPE);
  }

  static boolean namesSequence(ObjectName function) {
    return is(function, SEQUENCE_FUNCTIONS);
  }

  static Optional<SqlType> result(ObjectName function) {
    if (function.isQualified()) {
      return Optional.empty();
    }
    String name = function.name().key();
    return Optional.ofNullable(TEXT_FUNCTIONS.getOrDefault(name, RESULTS.get(name)));
  }
}
