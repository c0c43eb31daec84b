package dev.schemend.dialect.postgres;

import java.util.Map;
import java.util.Set;

/** What is known of the server's own operators (manual, chapter 9; {@code gram.y}). */
final class OperatorFacts {

  private static final Set<String> COMPARISONS =
      Set.of("=", "<>", "<", ">", "<=", ">=", "is distinct from", "is not distinct from");

  /** Operators of text on both sides (9.7). */
  private static final Set<String> PATTERNS =
      Set.of("~~", "!~~", "~~*", "!~~*", "~", "!~", "~*", "!~*", "^@");

  /** Operators whose right side is a key or a path when it is a literal (9.16). */
  private static final Set<String> KEYS = Set.of("->", "->>", "?", "#>", "#>>", "?|", "?&", "#-");

  private static final Set<String> CONTAINMENT = Set.of("@>", "<@", "&&", "@?", "@@");

  private static final Set<String> LOGIC = Set.of("and", "or");

  /** Key words for which the grammar makes an operator (gram.y, a_expr). */
  private static final Map<String, String> SPELLINGS =
      Map.of(
          "!=", "<>",
          "like", "~~",
          "not like", "!~~",
          "ilike", "~~*",
          "not ilike", "!~~*");

  private OperatorFacts() {}

  static String spelling(String operator) {
    return SPELLINGS.getOrDefault(operator, operator);
  }

  static boolean isComparison(String operator) {
    return COMPARISONS.contains(operator);
  }

  static boolean isPattern(String operator) {
    return PATTERNS.contains(operator);
  }

  static boolean takesKey(String operator) {
    return KEYS.contains(operator);
  }

  static boolean isContainment(String operator) {
    return CONTAINMENT.contains(operator);
  }

  static boolean isLogic(String operator) {
    return LOGIC.contains(operator);
  }

  static boolean isBoolean(String operator) {
    return isComparison(operator)
        || isPattern(operator)
        || isContainment(operator)
        || isLogic(operator);
  }
}
