package dev.schemend.dialect.mysql.catalog;

import dev.schemend.apply.ErrorCode;
import java.util.Map;

/** Conditions of handlers and signals (MySQL manual, 15.6.7.2 and 15.6.7.8). */
final class MySqlConditions {

  // What code raises or asks for by a name of the evaluator's.
  private static final Map<String, ErrorCode> NAMED =
      Map.of(
          "undefined_table", ErrorCode.of(1146, "42S02"),
          "not found", ErrorCode.of(1329, "02000"),
          "no_data_found", ErrorCode.of(1329, "02000"),
          "too_many_rows", ErrorCode.of(1172, "42000"),
          "null_value_not_allowed", ErrorCode.of(1064, "42000"),
          "case_not_found", ErrorCode.of(1339, "20000"),
          "undefined_function", ErrorCode.of(1305, "42000"));
  private static final String SQLSTATE = "sqlstate ";
  private static final String NUMBER = "error ";
  private static final int SIGNALLED = 1644;

  private MySqlConditions() {}

  static ErrorCode code(String condition) {
    if (condition.startsWith(SQLSTATE) && condition.length() == SQLSTATE.length() + 5) {
      return ErrorCode.of(SIGNALLED, condition.substring(SQLSTATE.length()));
    }
    return NAMED.getOrDefault(condition, ErrorCode.of(SIGNALLED, "HY000"));
  }

  static boolean catches(String condition, ErrorCode code) {
    String state = code.sqlState();
    return switch (condition) {
      case "sqlexception" ->
          !state.startsWith("00") && !state.startsWith("01") && !state.startsWith("02");
      case "sqlwarning" -> state.startsWith("01");
      case "not found" -> state.startsWith("02");
      default ->
          condition.equals(SQLSTATE + state)
              || (code.number().isPresent() && condition.equals(NUMBER + code.number().getAsInt()));
    };
  }
}
