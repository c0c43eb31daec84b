package dev.schemend.dialect.postgres;

import static java.util.Map.entry;

import dev.schemend.name.ObjectName;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known of the server's own functions (manual, chapter 9; catalog {@code pg_proc}). */
final class FunctionFacts {

  private static final SqlType TEXT = SqlType.builtin("text");
  private static final SqlType INTEGER = SqlType.builtin("integer");
  private static final SqlType NUMERIC = SqlType.builtin("numeric");

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

  private static final SqlType DOUBLE = SqlType.builtin("double precision");
  private static final SqlType SMALLINT = SqlType.builtin("smallint");
  private static final SqlType BIGINT = SqlType.builtin("bigint");
  private static final Set<SqlType> MOMENTS =
      Set.of(
          SqlType.builtin("timestamp without time zone"),
          SqlType.builtin("timestamp with time zone"));
  private static final SqlType BYTEA = SqlType.builtin("bytea");
  private static final SqlType INTERVAL = SqlType.builtin("interval");
  private static final SqlType XID = SqlType.builtin("xid");

  /** Functions whose result has the type of their first argument (9.3, 9.19, 9.21, 9.22). */
  private static final Set<String> LIKE_ARGUMENT =
      Set.of(
          "min",
          "max",
          "abs",
          "lag",
          "lead",
          "first_value",
          "last_value",
          "nth_value",
          "bit_and",
          "bit_or",
          "bit_xor",
          "array_append",
          "array_cat",
          "array_remove",
          "array_replace",
          "trim_array",
          "range_merge",
          "justify_days",
          "justify_hours",
          "justify_interval");

  /** Functions on numeric or double precision values, which others become first (9.3). */
  private static final Set<String> ROUNDING =
      Set.of("round", "ceil", "ceiling", "floor", "trunc", "sqrt", "exp", "ln", "log", "sign");

  /** Aggregates that are numeric of whole and exact numbers, else double precision (9.21). */
  private static final Set<String> SPREADS =
      Set.of("stddev", "stddev_pop", "stddev_samp", "variance", "var_pop", "var_samp");

  /**
   * The result of a function whose type hangs on its arguments, or on nothing.
   *
   * @param arguments their types, where they are known
   */
  static Optional<SqlType> derived(ObjectName function, List<Optional<SqlType>> arguments) {
    if (function.isQualified()) {
      return Optional.empty();
    }
    String name = function.name().key();
    Optional<SqlType> first = arguments.isEmpty() ? Optional.empty() : arguments.getFirst();
    Optional<SqlType> second = arguments.size() < 2 ? Optional.empty() : arguments.get(1);
    return switch (name) {
      case "power", "pow" -> first.flatMap(one -> second.flatMap(other -> power(one, other)));
      case "mod", "gcd", "lcm" ->
          first.flatMap(one -> second.flatMap(other -> CommonTypes.ofNumbers(one, other)));
      case "string_agg" -> Optional.of(first.filter(BYTEA::equals).orElse(TEXT));
      case "age" -> Optional.of(INTERVAL).filter(result -> !first.equals(Optional.of(XID)));
      case "generate_series" -> first.flatMap(one -> second.flatMap(other -> series(one, other)));
      case "array_prepend" -> second.map(CommonTypes::unmodified);
      default ->
          ResultFacts.of(name)
              .or(() -> first.map(CommonTypes::unmodified).flatMap(one -> derived(name, one)));
    };
  }

  /** What a series is of (9.25). */
  private static Optional<SqlType> series(SqlType start, SqlType stop) {
    SqlType one = CommonTypes.unmodified(start);
    SqlType other = CommonTypes.unmodified(stop);
    if (ImpliedCasts.isNumber(one) || ImpliedCasts.isNumber(other)) {
      return CommonTypes.ofNumbers(one, other)
          .map(type -> type.equals(SMALLINT) ? INTEGER : type)
          .filter(type -> type.equals(INTEGER) || type.equals(BIGINT) || type.equals(NUMERIC));
    }
    return Optional.of(one).filter(type -> type.equals(other) && MOMENTS.contains(type));
  }

  /** The result of raising to a power: numeric of exact numbers of which one is numeric (9.3). */
  static Optional<SqlType> power(SqlType base, SqlType exponent) {
    SqlType one = CommonTypes.unmodified(base);
    SqlType other = CommonTypes.unmodified(exponent);
    if (!ImpliedCasts.isNumber(one) || !ImpliedCasts.isNumber(other)) {
      return Optional.empty();
    }
    boolean numeric = one.equals(NUMERIC) || other.equals(NUMERIC);
    boolean exact = !ImplicitCasts.leads(NUMERIC, one) && !ImplicitCasts.leads(NUMERIC, other);
    return Optional.of(numeric && exact ? NUMERIC : DOUBLE);
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
      case "unnest" ->
          argument instanceof SqlType.ArrayOf array
              ? Optional.of(array.element())
              : Optional.empty();
      default ->
          SPREADS.contains(name)
              ? avg(type, argument).filter(ImpliedCasts::isNumber)
              : Optional.empty();
    };
  }

  // Table 9.62: sums are wider than what is summed up.
  private static Optional<SqlType> sum(String type, SqlType argument) {
    return switch (type) {
      case "smallint", "integer" -> Optional.of(SqlType.builtin("bigint"));
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
