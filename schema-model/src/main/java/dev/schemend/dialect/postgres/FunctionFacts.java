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

  // Those that take VARIADIC text[] behind one other argument (9.16.2).
  private static final Set<String> PATH_FUNCTIONS =
      Set.of(
          "json_extract_path",
          "json_extract_path_text",
          "jsonb_extract_path",
          "jsonb_extract_path_text");

  private FunctionFacts() {}

  /** The place of a parameter that takes all arguments from there on as one array. */
  static Optional<Integer> variadicPlace(ObjectName function) {
    return is(function, PATH_FUNCTIONS) ? Optional.of(1) : Optional.empty();
  }

  private static boolean is(ObjectName function, Set<String> names) {
    return !function.isQualified() && names.contains(function.name().key());
  }

  static boolean readsText(ObjectName function) {
    return is(function, TEXT_FUNCTIONS.keySet());
  }

  /** Aggregates that have no form for character varying and so take text. */
  static boolean aggregatesText(ObjectName function) {
    return is(function, TEXT_AGGREGATES);
  }

  private static final Set<String> TEXT_AGGREGATES = Set.of("min", "max", "string_agg");

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

  private static final SqlType BIGINT = SqlType.builtin("bigint");
  private static final SqlType NUMERIC = SqlType.builtin("numeric");
  private static final SqlType DOUBLE = SqlType.builtin("double precision");

  /** Functions whose result has the type of their first argument (9.3, 9.21, 9.22). */
  private static final Set<String> LIKE_ARGUMENT =
      Set.of("min", "max", "abs", "lag", "lead", "first_value", "last_value", "nth_value", "mod");

  /** Functions on numeric or double precision values, which others become first (9.3). */
  private static final Set<String> ROUNDING =
      Set.of("round", "ceil", "ceiling", "floor", "trunc", "sqrt", "exp", "ln", "power");

  private static final Map<String, SqlType> COUNTS =
      Map.ofEntries(
          entry("count", BIGINT),
          entry("row_number", BIGINT),
          entry("rank", BIGINT),
          entry("dense_rank", BIGINT),
          entry("ntile", INTEGER),
          entry("percent_rank", DOUBLE),
          entry("cume_dist", DOUBLE),
          entry("bool_and", SqlType.builtin("boolean")),
          entry("bool_or", SqlType.builtin("boolean")),
          entry("every", SqlType.builtin("boolean")),
          entry("string_agg", TEXT),
          entry("json_agg", SqlType.builtin("json")),
          entry("jsonb_agg", SqlType.builtin("jsonb")),
          entry("json_object_agg", SqlType.builtin("json")),
          entry("jsonb_object_agg", SqlType.builtin("jsonb")),
          entry("json_build_object", SqlType.builtin("json")),
          entry("jsonb_build_object", SqlType.builtin("jsonb")),
          entry("json_build_array", SqlType.builtin("json")),
          entry("jsonb_build_array", SqlType.builtin("jsonb")),
          entry("to_json", SqlType.builtin("json")),
          entry("to_jsonb", SqlType.builtin("jsonb")),
          entry("row_to_json", SqlType.builtin("json")),
          entry("age", SqlType.builtin("interval")));

  /**
   * The result of a function whose type hangs on its first argument, or on nothing.
   *
   * @param argument the type of that argument, where it is known
   */
  static Optional<SqlType> derived(ObjectName function, Optional<SqlType> argument) {
    if (function.isQualified()) {
      return Optional.empty();
    }
    String name = function.name().key();
    if (COUNTS.containsKey(name)) {
      return Optional.of(COUNTS.get(name));
    }
    return argument.flatMap(type -> derived(name, type));
  }

  private static Optional<SqlType> derived(String name, SqlType argument) {
    String type = argument instanceof SqlType.Builtin builtin ? builtin.name() : "";
    if (LIKE_ARGUMENT.contains(name)) {
      // Of character varying there is no such aggregate: it becomes text.
      return Optional.of(type.equals("character varying") ? TEXT : argument);
    }
    if (ROUNDING.contains(name)) {
      return Optional.of(type.equals("numeric") ? NUMERIC : DOUBLE)
          .filter(result -> ImpliedCasts.isNumber(argument));
    }
    return switch (name) {
      case "sum" -> sum(type, argument);
      case "avg" -> avg(type, argument);
      case "array_agg" ->
          argument instanceof SqlType.ArrayOf
              ? Optional.of(argument)
              : Optional.of(new SqlType.ArrayOf(argument));
      default -> Optional.empty();
    };
  }

  // Table 9.62: sums are wider than what is summed up.
  private static Optional<SqlType> sum(String type, SqlType argument) {
    return switch (type) {
      case "smallint", "integer" -> Optional.of(BIGINT);
      case "bigint", "numeric" -> Optional.of(NUMERIC);
      case "real", "double precision", "interval", "money" -> Optional.of(argument);
      default -> Optional.empty();
    };
  }

  private static Optional<SqlType> avg(String type, SqlType argument) {
    return switch (type) {
      case "smallint", "integer", "bigint", "numeric" -> Optional.of(NUMERIC);
      case "real", "double precision" -> Optional.of(DOUBLE);
      case "interval" -> Optional.of(argument);
      default -> Optional.empty();
    };
  }
}
