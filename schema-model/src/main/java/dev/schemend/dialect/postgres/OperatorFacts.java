package dev.schemend.dialect.postgres;

import dev.schemend.type.SqlType;
import java.util.Map;
import java.util.Optional;
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

  private static final Set<String> ARITHMETIC =
      Set.of("+", "-", "*", "/", "%", "^", "||", "&", "|", "#", "<<", ">>", "<->");

  private static final Set<String> LOGIC = Set.of("and", "or");

  /** Key words for which the grammar makes an operator (gram.y, a_expr). */
  private static final Map<String, String> SPELLINGS =
      Map.of(
          "!=", "<>",
          "like", "~~",
          "not like", "!~~",
          "ilike", "~~*",
          "not ilike", "!~~*");

  /**
   * The names of all of the server's own operators, from 14 to 18 (pg_operator of each, without
   * doubles), in which many have more than one.
   */
  private static final Set<String> BUILTIN =
      Set.of(
          ("!! !~ !~* !~~ !~~* # ## #- #> #>> % & && &< &<| &> * *< *<= *<> *= *> *>= + - -> ->>"
                  + " -|- / < <-> << <<= <<| <= <> <@ <^ = > >= >> >>= >^ ? ?# ?& ?- ?-| ?| ?|| @"
                  + " @-@ @> @? @@ @@@ ^ ^@ | |&> |/ |>> || ||/ ~ ~* ~<=~ ~<~ ~= ~>=~ ~>~ ~~ ~~*")
              .split(" "));

  private OperatorFacts() {}

  /** Whether the server has an operator of that name itself. */
  static boolean isBuiltin(String operator) {
    return BUILTIN.contains(spelling(operator));
  }

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

  /** Whether the server has operators of that name between its own types. */
  static boolean isKnown(String operator) {
    return isBoolean(operator) || takesKey(operator) || ARITHMETIC.contains(operator);
  }

  static boolean isBoolean(String operator) {
    return isComparison(operator)
        || isPattern(operator)
        || isContainment(operator)
        || isLogic(operator);
  }

  private static final SqlType INTERVAL = SqlType.builtin("interval");
  private static final SqlType DATE = SqlType.builtin("date");
  private static final SqlType LOCAL = SqlType.builtin("timestamp without time zone");
  private static final SqlType ZONED = SqlType.builtin("timestamp with time zone");

  private static boolean isMoment(SqlType type) {
    return type.equals(LOCAL) || type.equals(ZONED) || type.equals(DATE);
  }

  /** The result of arithmetic with numbers that is not simply the wider of their types (9.3). */
  static Optional<SqlType> onNumbers(String operator, SqlType left, SqlType right) {
    boolean numbers = ImpliedCasts.isNumber(left) && ImpliedCasts.isNumber(right);
    return switch (operator) {
      case "<<", ">>" -> Optional.of(left).filter(one -> numbers);
      case "^" -> FunctionFacts.power(left, right);
      default -> Optional.empty();
    };
  }

  /** The result of arithmetic with dates and times (table 9.31). */
  static Optional<SqlType> onMoments(String operator, SqlType left, SqlType right) {
    if (operator.equals("+") && !isMoment(left) && isMoment(right)) {
      return onMoments(operator, right, left);
    }
    boolean scaled =
        (operator.equals("*") || operator.equals("/"))
            && ImpliedCasts.sameBase(left, INTERVAL)
            && ImpliedCasts.isNumber(right);
    boolean scales =
        operator.equals("*")
            && ImpliedCasts.isNumber(left)
            && ImpliedCasts.sameBase(right, INTERVAL);
    if (scaled || scales) {
      return Optional.of(INTERVAL);
    }
    boolean moments = left.equals(LOCAL) || left.equals(ZONED);
    if (operator.equals("-") && left.equals(right) && (moments || left.equals(DATE))) {
      return Optional.of(left.equals(DATE) ? SqlType.builtin("integer") : INTERVAL);
    }
    boolean sum = operator.equals("+") || operator.equals("-");
    if (sum && ImpliedCasts.sameBase(right, INTERVAL)) {
      return moments ? Optional.of(left) : Optional.of(LOCAL).filter(one -> left.equals(DATE));
    }
    return sum && left.equals(DATE) && right.equals(SqlType.builtin("integer"))
        ? Optional.of(DATE)
        : Optional.empty();
  }
}
