package dev.schemend.dialect.postgres;

import dev.schemend.expr.SqlExpr;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes off the casts that the server would put on again by itself (manual, chapter 10). A cast is
 * only taken off where the expression without it means the same; where that hangs on the type of a
 * column that is not known here, the cast stays.
 */
final class ImpliedCasts {

  // Types that have operators among themselves only, so that a literal beside a value of the type
  // can have no other.
  private static final Set<String> SELF_CONTAINED =
      Set.of("uuid", "jsonb", "boolean", "bytea", "money", "bit", "tsvector", "tsquery");

  // Numbers compare across their types with one result.
  private static final Set<String> NUMBERS =
      Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");

  private final PostgresTypes types;
  private final ExpressionTypes known;

  ImpliedCasts(PostgresTypes types, ExpressionTypes known) {
    this.types = types;
    this.known = known;
  }

  /** A value of which an untyped literal would be text anyway. */
  SqlExpr text(SqlExpr expression) {
    return expression instanceof SqlExpr.Cast cast
            && cast.operand() instanceof SqlExpr.StringLiteral
            && isNamed(cast.type(), "text")
        ? cast.operand()
        : expression;
  }

  /** An argument or operand that must be text. */
  SqlExpr argument(SqlExpr expression) {
    // The configuration of a text search function is a literal of its own type.
    if (expression instanceof SqlExpr.Cast cast
        && cast.operand() instanceof SqlExpr.StringLiteral
        && isNamed(cast.type(), "regconfig")) {
      return cast.operand();
    }
    if (expression instanceof SqlExpr.Cast cast && PostgresTypes.isText(cast.type())) {
      boolean bare =
          cast.operand() instanceof SqlExpr.StringLiteral || known.isCharacter(cast.operand());
      return bare && !isPadded(cast.operand()) ? cast.operand() : expression;
    }
    return expression;
  }

  // character(n) loses its padding on the way to text, which is not nothing.
  private boolean isPadded(SqlExpr operand) {
    return known.of(operand).filter(type -> isNamed(type, "character")).isPresent();
  }

  /** A key or path of a JSON value. */
  SqlExpr key(SqlExpr expression) {
    if (expression instanceof SqlExpr.Cast cast
        && cast.operand() instanceof SqlExpr.StringLiteral
        && (PostgresTypes.isText(cast.type())
            || (cast.type() instanceof SqlType.ArrayOf array
                && PostgresTypes.isText(array.element())))) {
      return cast.operand();
    }
    return expression;
  }

  /** Operands of {@code ||}, which is text only where one of them is known to be. */
  SqlExpr concatenation(SqlExpr left, SqlExpr right) {
    return new SqlExpr.Binary("||", part(left, right), part(right, left));
  }

  private SqlExpr part(SqlExpr expression, SqlExpr other) {
    return known.isCharacter(other) || isTextLiteral(other) || isJoinedAsText(other)
        ? argument(expression)
        : expression;
  }

  // Of these only text || anynonarray can be meant (table 9.9).
  private boolean isJoinedAsText(SqlExpr operand) {
    return known
        .of(operand)
        .filter(type -> type instanceof SqlType.Builtin builtin && JOINED.contains(builtin.name()))
        .isPresent();
  }

  private static final Set<String> JOINED =
      Set.of(
          "uuid",
          "boolean",
          "date",
          "smallint",
          "integer",
          "bigint",
          "numeric",
          "real",
          "double precision",
          "timestamp without time zone",
          "timestamp with time zone");

  private static boolean isTextLiteral(SqlExpr expression) {
    return expression instanceof SqlExpr.Cast cast
        && cast.operand() instanceof SqlExpr.StringLiteral
        && PostgresTypes.isText(cast.type());
  }

  /** Results that must agree in type: those of CASE, COALESCE and the like (10.5). */
  List<SqlExpr> common(List<SqlExpr> results) {
    Optional<SqlType> type =
        results.stream()
            .filter(one -> !isCastLiteral(one))
            .flatMap(one -> known.of(one).stream())
            .filter(one -> !isNamed(one, "integer"))
            .findFirst()
            .or(() -> ofWholeNumbers(results));
    return results.stream()
        .map(one -> agreeing(one, type))
        .map(one -> widened(one, results))
        .toList();
  }

  // A value that is cast only to have the type of another result.
  private SqlExpr widened(SqlExpr result, List<SqlExpr> results) {
    if (!(result instanceof SqlExpr.Cast cast) || isLiteral(cast.operand())) {
      return result;
    }
    boolean meets =
        results.stream()
            .filter(other -> !other.equals(result))
            .filter(other -> !(other instanceof SqlExpr.Cast))
            .anyMatch(other -> known.of(other).filter(cast.type()::equals).isPresent());
    boolean implicit =
        known
            .of(cast.operand())
            .filter(from -> isNumber(from) && ImplicitCasts.leads(from, cast.type()))
            .isPresent();
    return meets && implicit ? cast.operand() : result;
  }

  // Literals of this type take any other, so they come last.
  private Optional<SqlType> ofWholeNumbers(List<SqlExpr> results) {
    return results.stream()
        .filter(one -> !isLiteral(one) && !isCastLiteral(one))
        .flatMap(one -> known.of(one).stream())
        .findFirst();
  }

  private SqlExpr agreeing(SqlExpr result, Optional<SqlType> type) {
    if (type.isPresent() && isCastLiteral(result)) {
      SqlExpr.Cast cast = (SqlExpr.Cast) result;
      boolean same =
          sameBase(cast.type(), type.get())
              || (PostgresTypes.isText(cast.type()) && types.isCharacter(type.get()));
      return same ? cast.operand() : result;
    }
    return type.filter(types::isCharacter).isPresent() ? argument(result) : text(result);
  }

  private static boolean isCastLiteral(SqlExpr expression) {
    return expression instanceof SqlExpr.Cast cast && isLiteral(cast.operand());
  }

  private static boolean isLiteral(SqlExpr expression) {
    return expression instanceof SqlExpr.StringLiteral
        || expression instanceof SqlExpr.NullLiteral
        || CanonicalForm.isNumber(expression);
  }

  /** The value that {@code ANY} and {@code ALL} compare with the elements of an array. */
  SqlExpr besideElements(SqlExpr expression, SqlExpr array) {
    boolean literal = isCastLiteral(expression);
    if (!literal) {
      return argument(expression);
    }
    SqlExpr.Cast cast = (SqlExpr.Cast) expression;
    return known.of(array).orElse(null) instanceof SqlType.ArrayOf target
        ? besideKnown(cast, target.element(), true)
        : text(expression);
  }

  /** The array of {@code ANY} and {@code ALL}. */
  SqlExpr elements(SqlExpr array, SqlExpr value) {
    if (!(array instanceof SqlExpr.Cast cast)
        || !(cast.type() instanceof SqlType.ArrayOf target)
        || !PostgresTypes.isText(target.element())) {
      return array;
    }
    boolean literal = cast.operand() instanceof SqlExpr.StringLiteral && known.isCharacter(value);
    boolean characters =
        known.of(cast.operand()).orElse(null) instanceof SqlType.ArrayOf inner
            && types.isCharacter(inner.element());
    return literal || characters ? cast.operand() : array;
  }

  /** An operand beside another; {@code comparing} where the operator only compares them. */
  SqlExpr beside(SqlExpr expression, SqlExpr other, boolean comparing) {
    Optional<SqlType> neighbor = isLiteral(other) ? Optional.empty() : known.of(other);
    if (expression instanceof SqlExpr.StringLiteral literal && neighbor.isPresent()) {
      return untyped(literal, neighbor.get());
    }
    if (!(expression instanceof SqlExpr.Cast cast)) {
      return expression;
    }
    SqlExpr operand = cast.operand();
    if (!isLiteral(operand)) {
      return comparing ? argument(expression) : expression;
    }
    boolean literals = isLiteral(other) || isCastLiteral(other);
    if (literals || operand instanceof SqlExpr.NullLiteral) {
      return expression;
    }
    if (neighbor.isPresent()) {
      return besideKnown(cast, neighbor.get(), comparing);
    }
    boolean implied =
        comparing
            && (PostgresTypes.isText(cast.type())
                || isSelfContained(cast.type())
                || (CanonicalForm.isNumber(operand) && isPlainNumber(cast.type())));
    return implied ? operand : expression;
  }

  // An untyped literal takes the type of the other operand (10.2, step 2a).
  private static SqlExpr untyped(SqlExpr.StringLiteral literal, SqlType type) {
    SqlExpr typed = Literals.typed(literal, type);
    return typed instanceof SqlExpr.Cast cast && isLiteral(cast.operand()) ? cast.operand() : typed;
  }

  private SqlExpr besideKnown(SqlExpr.Cast cast, SqlType neighbor, boolean comparing) {
    boolean same = sameBase(cast.type(), neighbor) && isUnmodified(cast.type());
    boolean text = PostgresTypes.isText(cast.type()) && types.isCharacter(neighbor);
    boolean number =
        comparing
            && CanonicalForm.isNumber(cast.operand())
            && isPlainNumber(cast.type())
            && isNumber(neighbor);
    return same || text || number ? cast.operand() : cast;
  }

  /**
   * Operands of an operator that has none for the one's type beside the other's, so that the server
   * casts one of them (10.2). Of two casts the left one stays: without any, the operator would be
   * another.
   */
  SqlExpr operands(String operator, SqlExpr left, SqlExpr right) {
    SqlExpr second = operand(operator, right, left);
    SqlExpr first = operand(operator, left, second);
    if (second instanceof SqlExpr.Cast cast
        && !(first instanceof SqlExpr.Cast)
        && isNeeded(operator, first, cast.type())
        && isNeeded(operator, cast.operand(), cast.type())) {
      return new SqlExpr.Binary(operator, new SqlExpr.Cast(first, cast.type()), cast.operand());
    }
    return new SqlExpr.Binary(operator, first, second);
  }

  private SqlExpr operand(String operator, SqlExpr expression, SqlExpr other) {
    return expression instanceof SqlExpr.Cast cast
            && isNeeded(operator, cast.operand(), cast.type())
            && known.of(other).filter(cast.type()::equals).isPresent()
        ? cast.operand()
        : expression;
  }

  private boolean isNeeded(String operator, SqlExpr operand, SqlType type) {
    return !isLiteral(operand)
        && isPlainNumber(type)
        && known
            .of(operand)
            .filter(from -> ImplicitCasts.isNeededFor(operator, from, type))
            .isPresent();
  }

  /**
   * Arguments of a routine with parameters of these types, without the casts to its parameters'
   * types that no one must write.
   */
  List<SqlExpr> passed(List<SqlExpr> arguments, List<SqlType> types) {
    List<SqlExpr> any = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      if (KnownRoutines.isPolymorphic(types.get(i))) {
        any.add(arguments.get(i));
      }
    }
    List<SqlExpr> agreed = common(any);
    List<SqlExpr> passed = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < arguments.size(); i++) {
      passed.add(
          KnownRoutines.isPolymorphic(types.get(i))
              ? agreed.get(next++)
              : passed(arguments.get(i), types.get(i)));
    }
    return passed;
  }

  private SqlExpr passed(SqlExpr argument, SqlType parameter) {
    if (argument instanceof SqlExpr.StringLiteral literal) {
      return untyped(literal, parameter);
    }
    if (argument instanceof SqlExpr.Cast cast
        && PostgresTypes.isText(cast.type())
        && PostgresTypes.isText(parameter)
        && !cast.type().equals(parameter)) {
      // Of two casts among texts without a length the last one counts, which is implied here.
      return passed(new SqlExpr.Cast(cast.operand(), parameter), parameter);
    }
    if (!(argument instanceof SqlExpr.Cast cast) || !sameBase(cast.type(), parameter)) {
      return argument;
    }
    boolean literal =
        cast.operand() instanceof SqlExpr.StringLiteral
            || cast.operand() instanceof SqlExpr.NullLiteral
            || (CanonicalForm.isNumber(cast.operand()) && isPlainNumber(cast.type()));
    boolean implicit =
        known
            .of(cast.operand())
            .filter(from -> from.equals(parameter) || ImplicitCasts.leads(from, parameter))
            .isPresent();
    return isUnmodified(cast.type()) && (literal || implicit) ? cast.operand() : argument;
  }

  private static boolean isSelfContained(SqlType type) {
    return switch (type) {
      case SqlType.Builtin builtin -> SELF_CONTAINED.contains(builtin.name());
      case SqlType.UserDefined user -> user.modifiers().isEmpty();
      case SqlType.ArrayOf array -> false;
      case SqlType.InlineEnum inline -> false;
    };
  }

  static boolean isNumber(SqlType type) {
    return type instanceof SqlType.Builtin builtin && NUMBERS.contains(builtin.name());
  }

  static boolean isPlainNumber(SqlType type) {
    return isNumber(type) && isUnmodified(type);
  }

  private static boolean isUnmodified(SqlType type) {
    return !(type instanceof SqlType.Builtin builtin) || builtin.modifiers().isEmpty();
  }

  private static boolean isNamed(SqlType type, String name) {
    return type instanceof SqlType.Builtin builtin && builtin.name().equals(name);
  }

  // bpchar is character(n) without its length (8.3).
  private static String base(SqlType.Builtin type) {
    return type.name().equals("bpchar") ? "character" : type.name();
  }

  /** One type but for modifiers, and for a schema that only one of them names. */
  static boolean sameBase(SqlType one, SqlType other) {
    return switch (one) {
      case SqlType.Builtin left ->
          other instanceof SqlType.Builtin right && base(left).equals(base(right));
      case SqlType.UserDefined left ->
          other instanceof SqlType.UserDefined right
              && left.name().name().equals(right.name().name())
              && (left.name().schema().equals(right.name().schema())
                  || !left.name().isQualified()
                  || !right.name().isQualified());
      case SqlType.ArrayOf left ->
          other instanceof SqlType.ArrayOf right && sameBase(left.element(), right.element());
      case SqlType.InlineEnum left -> left.equals(other);
    };
  }
}
