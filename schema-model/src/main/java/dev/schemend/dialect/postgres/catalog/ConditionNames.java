package dev.schemend.dialect.postgres.catalog;

import java.util.HashMap;
import java.util.Map;

/** The conditions of PL/pgSQL by name (manual, appendix A). */
final class ConditionNames {

  private static final String TABLE =
      """
      02000 no_data
      03000 sql_statement_not_yet_complete
      08000 connection_exception
      08003 connection_does_not_exist
      08006 connection_failure
      09000 triggered_action_exception
      0A000 feature_not_supported
      0B000 invalid_transaction_initiation
      0F000 locator_exception
      0L000 invalid_grantor
      0LP01 invalid_grant_operation
      0P000 invalid_role_specification
      0Z000 diagnostics_exception
      0Z002 stacked_diagnostics_accessed_without_active_handler
      20000 case_not_found
      21000 cardinality_violation
      22000 data_exception
      2202E array_subscript_error
      22021 character_not_in_repertoire
      22008 datetime_field_overflow
      22012 division_by_zero
      22005 error_in_assignment
      22015 interval_field_overflow
      22018 invalid_character_value_for_cast
      22007 invalid_datetime_format
      22023 invalid_parameter_value
      2201B invalid_regular_expression
      22004 null_value_not_allowed
      22003 numeric_value_out_of_range
      22026 string_data_length_mismatch
      22001 string_data_right_truncation
      22011 substring_error
      22P02 invalid_text_representation
      22P03 invalid_binary_representation
      22P04 bad_copy_file_format
      22P05 untranslatable_character
      22030 duplicate_json_object_key_value
      22032 invalid_json_text
      23000 integrity_constraint_violation
      23001 restrict_violation
      23502 not_null_violation
      23503 foreign_key_violation
      23505 unique_violation
      23514 check_violation
      23P01 exclusion_violation
      24000 invalid_cursor_state
      25000 invalid_transaction_state
      25001 active_sql_transaction
      25006 read_only_sql_transaction
      25P01 no_active_sql_transaction
      25P02 in_failed_sql_transaction
      26000 invalid_sql_statement_name
      28000 invalid_authorization_specification
      28P01 invalid_password
      2B000 dependent_privilege_descriptors_still_exist
      2BP01 dependent_objects_still_exist
      2D000 invalid_transaction_termination
      2F000 sql_routine_exception
      2F005 function_executed_no_return_statement
      34000 invalid_cursor_name
      38000 external_routine_exception
      39000 external_routine_invocation_exception
      3B000 savepoint_exception
      3B001 invalid_savepoint_specification
      3D000 invalid_catalog_name
      3F000 invalid_schema_name
      40000 transaction_rollback
      40001 serialization_failure
      40P01 deadlock_detected
      42000 syntax_error_or_access_rule_violation
      42601 syntax_error
      42501 insufficient_privilege
      42846 cannot_coerce
      42803 grouping_error
      42P20 windowing_error
      42P19 invalid_recursion
      42830 invalid_foreign_key
      42602 invalid_name
      42622 name_too_long
      42939 reserved_name
      42804 datatype_mismatch
      42P18 indeterminate_datatype
      42P21 collation_mismatch
      42P22 indeterminate_collation
      42809 wrong_object_type
      428C9 generated_always
      42703 undefined_column
      42883 undefined_function
      42P01 undefined_table
      42P02 undefined_parameter
      42704 undefined_object
      42701 duplicate_column
      42P03 duplicate_cursor
      42P04 duplicate_database
      42723 duplicate_function
      42P05 duplicate_prepared_statement
      42P06 duplicate_schema
      42P07 duplicate_table
      42712 duplicate_alias
      42710 duplicate_object
      42702 ambiguous_column
      42725 ambiguous_function
      42P08 ambiguous_parameter
      42P09 ambiguous_alias
      42P10 invalid_column_reference
      42611 invalid_column_definition
      42P11 invalid_cursor_definition
      42P12 invalid_database_definition
      42P13 invalid_function_definition
      42P14 invalid_prepared_statement_definition
      42P15 invalid_schema_definition
      42P16 invalid_table_definition
      42P17 invalid_object_definition
      44000 with_check_option_violation
      53000 insufficient_resources
      53100 disk_full
      53200 out_of_memory
      53300 too_many_connections
      54000 program_limit_exceeded
      54001 statement_too_complex
      54011 too_many_columns
      54023 too_many_arguments
      55000 object_not_in_prerequisite_state
      55006 object_in_use
      55P02 cant_change_runtime_param
      55P03 lock_not_available
      55P04 unsafe_new_enum_value_usage
      57000 operator_intervention
      57014 query_canceled
      57P01 admin_shutdown
      58000 system_error
      58P01 undefined_file
      58P02 duplicate_file
      F0000 config_file_error
      HV000 fdw_error
      P0000 plpgsql_error
      P0001 raise_exception
      P0002 no_data_found
      P0003 too_many_rows
      P0004 assert_failure
      XX000 internal_error
      XX001 data_corrupted
      XX002 index_corrupted
      """;

  private static final Map<String, String> CODES = read();

  private ConditionNames() {}

  private static Map<String, String> read() {
    Map<String, String> codes = new HashMap<>();
    TABLE.lines().forEach(line -> codes.put(line.substring(6), line.substring(0, 5)));
    return codes;
  }

  /** The code of a condition by its name, or of {@code sqlstate XXXXX}; XX000 for any other. */
  static String code(String condition) {
    return condition.startsWith("sqlstate ")
        ? condition.substring("sqlstate ".length())
        : CODES.getOrDefault(condition, "XX000");
  }

  /** Whether a handler of {@code condition} catches an error of {@code code} (manual, 43.6.8). */
  static boolean catches(String condition, String code) {
    if (condition.equals("others")) {
      return !code.equals("57014") && !code.equals("P0004");
    }
    String own = code(condition);
    boolean wholeClass = own.endsWith("000");
    return wholeClass ? own.regionMatches(0, code, 0, 2) : own.equals(code);
  }
}
