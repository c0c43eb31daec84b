package dev.schemend.dialect.postgres;

import dev.schemend.name.ObjectName;
import dev.schemend.type.SqlType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The types of parameters of the server's own functions, of those that no other function shares
 * name and number of arguments with, so that an argument can have no other type (catalog {@code
 * pg_proc}; manual, 10.3).
 */
final class ParameterFacts {

  private static final SqlType TEXT = SqlType.builtin("text");
  private static final SqlType JSONB = SqlType.builtin("jsonb");
  private static final SqlType INTEGER = SqlType.builtin("integer");
  private static final SqlType NUMERIC = SqlType.builtin("numeric");
  private static final SqlType DOUBLE = SqlType.builtin("double precision");

  private record Call(String name, int arguments) {}

  private static final Map<Call, List<SqlType>> PARAMETERS = parameters();

  private ParameterFacts() {}

  /** The types of the parameters for a call with so many arguments, where they are certain. */
  static Optional<List<SqlType>> of(ObjectName function, int arguments) {
    return function.isQualified()
        ? Optional.empty()
        : Optional.ofNullable(PARAMETERS.get(new Call(function.name().key(), arguments)));
  }

  private static Map<Call, List<SqlType>> parameters() {
    Map<Call, List<SqlType>> all = new HashMap<>();
    put(
        all,
        List.of(DOUBLE),
        "sin",
        "cos",
        "tan",
        "cot",
        "asin",
        "acos",
        "atan",
        "sinh",
        "cosh",
        "tanh",
        "degrees",
        "radians",
        "cbrt",
        "to_timestamp");
    put(all, List.of(DOUBLE, DOUBLE), "atan2");
    // Constructors of ranges (manual, 8.17.6).
    Map.of(
            "int4range", "integer",
            "int8range", "bigint",
            "numrange", "numeric",
            "tsrange", "timestamp without time zone",
            "tstzrange", "timestamp with time zone",
            "daterange", "date")
        .forEach(
            (range, bound) -> {
              SqlType type = SqlType.builtin(bound);
              put(all, List.of(type, type), range);
              put(all, List.of(type, type, TEXT), range);
            });
    put(all, List.of(NUMERIC, NUMERIC), "log", "div");
    put(all, List.of(NUMERIC, INTEGER), "round", "trunc");
    put(all, List.of(SqlType.builtin("regconfig"), JSONB, JSONB), "jsonb_to_tsvector");
    put(
        all,
        List.of(SqlType.builtin("regconfig"), SqlType.builtin("json"), JSONB),
        "json_to_tsvector");
    put(
        all,
        List.of(JSONB, new SqlType.ArrayOf(TEXT), JSONB, SqlType.builtin("boolean")),
        "jsonb_set",
        "jsonb_insert");
    put(all, List.of(JSONB, new SqlType.ArrayOf(TEXT), JSONB), "jsonb_set", "jsonb_insert");
    put(
        all,
        List.of(JSONB),
        "jsonb_pretty",
        "jsonb_typeof",
        "jsonb_array_length",
        "jsonb_object_keys",
        "jsonb_array_elements",
        "jsonb_array_elements_text");
    put(
        all,
        List.of(SqlType.builtin("json")),
        "json_typeof",
        "json_array_length",
        "json_object_keys",
        "json_array_elements",
        "json_array_elements_text");
    put(all, List.of(INTEGER, INTEGER, INTEGER), "make_date");
    put(all, List.of(INTEGER, INTEGER, DOUBLE), "make_time");
    put(all, List.of(INTEGER, INTEGER, INTEGER, INTEGER, INTEGER, DOUBLE), "make_timestamp");
    put(
        all,
        List.of(SqlType.builtin("interval")),
        "justify_days",
        "justify_hours",
        "justify_interval");
    put(all, List.of(INTEGER), "chr");
    put(all, List.of(TEXT, TEXT), "string_to_array", "decode");
    put(all, List.of(SqlType.builtin("bytea"), TEXT), "encode");
    put(
        all,
        List.of(SqlType.builtin("tsvector"), SqlType.builtin("tsquery")),
        "ts_rank",
        "ts_rank_cd");
    put(
        all,
        List.of(SqlType.builtin("regconfig"), TEXT),
        "websearch_to_tsquery",
        "phraseto_tsquery",
        "plainto_tsquery",
        "to_tsquery");
    put(
        all,
        List.of(TEXT),
        "websearch_to_tsquery",
        "phraseto_tsquery",
        "plainto_tsquery",
        "to_tsquery");
    put(all, List.of(SqlType.builtin("bytea")), "sha224", "sha256", "sha384", "sha512");
    return Map.copyOf(all);
  }

  private static void put(Map<Call, List<SqlType>> all, List<SqlType> types, String... functions) {
    for (String function : functions) {
      all.put(new Call(function, types.size()), types);
    }
  }
}
