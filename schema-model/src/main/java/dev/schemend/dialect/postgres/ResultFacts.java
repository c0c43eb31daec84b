package dev.schemend.dialect.postgres;

import dev.schemend.type.SqlType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The server's own functions that return one type whatever they are given (manual, chapter 9;
 * catalog {@code pg_proc}, where all functions of such a name have the same {@code prorettype}).
 */
final class ResultFacts {

  private static final Map<String, SqlType> TYPES = types();

  private ResultFacts() {}

  /** The type of a function's result, or of one of its rows. */
  static Optional<SqlType> of(String function) {
    return Optional.ofNullable(TYPES.get(function));
  }

  private static Map<String, SqlType> types() {
    Map<String, SqlType> types = new HashMap<>();
    put(
        types,
        SqlType.builtin("text"),
        "chr",
        "col_description",
        "concat",
        "concat_ws",
        "format",
        "format_type",
        "host",
        "json_array_elements_text",
        "json_extract_path_text",
        "json_object_keys",
        "jsonb_array_elements_text",
        "jsonb_extract_path_text",
        "jsonb_object_keys",
        "jsonb_pretty",
        "obj_description",
        "pg_get_constraintdef",
        "pg_get_expr",
        "pg_get_functiondef",
        "pg_get_indexdef",
        "pg_get_viewdef",
        "pg_size_pretty",
        "quote_literal",
        "quote_nullable",
        "regexp_split_to_table",
        "regexp_substr",
        "string_to_table",
        "timeofday",
        "to_hex",
        "unistr",
        "version");
    put(types, SqlType.builtin("name"), "current_catalog", "current_database", "current_schema");
    put(
        types,
        SqlType.builtin("integer"),
        "array_lower",
        "array_ndims",
        "array_position",
        "array_upper",
        "bit_length",
        "family",
        "get_bit",
        "get_byte",
        "grouping",
        "masklen",
        "min_scale",
        "ntile",
        "numnode",
        "pg_backend_pid",
        "regexp_count",
        "regexp_instr",
        "scale",
        "width_bucket");
    put(
        types,
        SqlType.builtin("bigint"),
        "bit_count",
        "count",
        "currval",
        "dense_rank",
        "lastval",
        "pg_database_size",
        "pg_indexes_size",
        "pg_relation_size",
        "pg_table_size",
        "pg_total_relation_size",
        "rank",
        "regr_count",
        "row_number",
        "setval",
        "txid_current");
    put(types, SqlType.builtin("numeric"), "div", "factorial", "trim_scale");
    put(
        types,
        SqlType.builtin("double precision"),
        "acos",
        "asin",
        "atan",
        "atan2",
        "cbrt",
        "corr",
        "cos",
        "cosh",
        "cot",
        "covar_pop",
        "covar_samp",
        "cume_dist",
        "degrees",
        "percent_rank",
        "pi",
        "radians",
        "regr_avgx",
        "regr_avgy",
        "regr_intercept",
        "regr_r2",
        "regr_slope",
        "regr_sxx",
        "regr_sxy",
        "regr_syy",
        "sin",
        "sinh",
        "tan",
        "tanh");
    put(types, SqlType.builtin("real"), "ts_rank", "ts_rank_cd");
    put(
        types,
        SqlType.builtin("boolean"),
        "bool_and",
        "bool_or",
        "every",
        "has_column_privilege",
        "has_database_privilege",
        "has_function_privilege",
        "has_schema_privilege",
        "has_table_privilege",
        "isempty",
        "isfinite",
        "jsonb_exists",
        "jsonb_path_exists",
        "jsonb_path_match",
        "lower_inc",
        "lower_inf",
        "pg_is_in_recovery",
        "pg_try_advisory_lock",
        "pg_try_advisory_xact_lock",
        "regexp_like",
        "upper_inc",
        "upper_inf");
    put(
        types,
        SqlType.builtin("json"),
        "array_to_json",
        "json_agg",
        "json_array_elements",
        "json_build_array",
        "json_build_object",
        "json_extract_path",
        "json_object",
        "json_object_agg",
        "json_strip_nulls",
        "row_to_json",
        "to_json");
    put(
        types,
        SqlType.builtin("jsonb"),
        "jsonb_agg",
        "jsonb_array_elements",
        "jsonb_build_array",
        "jsonb_build_object",
        "jsonb_extract_path",
        "jsonb_insert",
        "jsonb_object",
        "jsonb_object_agg",
        "jsonb_path_query",
        "jsonb_path_query_array",
        "jsonb_path_query_first",
        "jsonb_set",
        "jsonb_set_lax",
        "jsonb_strip_nulls",
        "to_jsonb");
    put(
        types,
        new SqlType.ArrayOf(SqlType.builtin("text")),
        "regexp_match",
        "regexp_matches",
        "regexp_split_to_array",
        "string_to_array");
    put(types, new SqlType.ArrayOf(SqlType.builtin("integer")), "array_positions");
    put(types, new SqlType.ArrayOf(SqlType.builtin("name")), "current_schemas");
    put(
        types,
        SqlType.builtin("bytea"),
        "convert_to",
        "set_byte",
        "sha224",
        "sha256",
        "sha384",
        "sha512");
    put(types, SqlType.builtin("date"), "make_date");
    put(types, SqlType.builtin("interval"), "make_interval");
    put(
        types,
        SqlType.builtin("timestamp with time zone"),
        "clock_timestamp",
        "make_timestamptz",
        "statement_timestamp",
        "transaction_timestamp");
    put(types, SqlType.builtin("timestamp without time zone"), "make_timestamp");
    put(types, SqlType.builtin("time without time zone"), "localtime", "make_time");
    put(types, SqlType.builtin("time with time zone"), "current_time");
    put(types, SqlType.builtin("regtype"), "pg_typeof", "to_regtype");
    put(types, SqlType.builtin("regclass"), "to_regclass");
    put(
        types,
        SqlType.builtin("tsvector"),
        "array_to_tsvector",
        "json_to_tsvector",
        "jsonb_to_tsvector",
        "setweight",
        "strip");
    put(types, SqlType.builtin("tsquery"), "phraseto_tsquery", "websearch_to_tsquery");
    put(types, SqlType.builtin("xml"), "xmlagg", "xmlconcat", "xmlelement", "xmlforest");
    put(types, SqlType.builtin("inet"), "inet_client_addr", "inet_server_addr");
    put(types, SqlType.builtin("void"), "pg_notify", "pg_sleep");
    return Map.copyOf(types);
  }

  private static void put(Map<String, SqlType> types, SqlType type, String... functions) {
    for (String function : functions) {
      types.put(function, type);
    }
  }
}
