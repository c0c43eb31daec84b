package dev.schemend.dialect.postgres;

import dev.schemend.expr.SqlExpr;
import dev.schemend.type.SqlType;
import java.util.Set;

/**
 * A default or computed value in the light of its column's type: the server coerces it by
 * assignment (manual, 10.4), so a literal needs no cast to that type.
 */
final class AssignedForm {

  private static final Set<String> APPROXIMATE = Set.of("real", "double precision");
  private static final SqlType INTEGER = SqlType.builtin("integer");

  private final PostgresTypes types;

  AssignedForm(PostgresTypes types) {
    this.types = types;
  }

  SqlExpr of(SqlExpr value, SqlType column) {
    SqlType type = types.canonical(column);
    return switch (value) {
      case SqlExpr.Cast cast -> cast(cast, type);
      case SqlExpr.StringLiteral literal -> untyped(literal, type);
      case SqlExpr.NumberLiteral number -> number(number, type);
      case SqlExpr.Unary unary when unary.operand() instanceof SqlExpr.NumberLiteral number ->
          new SqlExpr.Unary(unary.operator(), number(number, type));
      case SqlExpr.ArrayLiteral array when type instanceof SqlType.ArrayOf target ->
          array(array, target);
      case SqlExpr other -> other;
    };
  }

  private SqlExpr cast(SqlExpr.Cast cast, SqlType type) {
    SqlExpr operand = cast.operand();
    boolean literal =
        operand instanceof SqlExpr.StringLiteral
            || operand instanceof SqlExpr.NullLiteral
            || CanonicalForm.isNumber(operand);
    boolean implied =
        ImpliedCasts.sameBase(cast.type(), type)
            && (cast.type().equals(type) || isUnmodified(cast.type()));
    boolean text =
        types.isCharacter(type) && (PostgresTypes.isText(cast.type()) || isBlankTrimmed(cast));
    // 2.25e10 in a double precision column is stored as '22500000000'::numeric.
    boolean number = ImpliedCasts.isPlainNumber(cast.type()) && ImpliedCasts.isNumber(type);
    return literal && !isNeeded(operand, type) && (implied || text || number)
        ? of(operand, type)
        : cast;
  }

  // No number becomes a truth value or bits by itself: (0)::boolean stays as it is written (10.4).
  private boolean isNeeded(SqlExpr operand, SqlType type) {
    return CanonicalForm.isNumber(operand)
        && type instanceof SqlType.Builtin
        && !types.castRisk(INTEGER, type).isAssignable();
  }

  // 8.3: a character(n) value loses trailing blanks on its way to another type, others nothing.
  private static boolean isBlankTrimmed(SqlExpr.Cast cast) {
    return cast.type().equals(SqlType.builtin("bpchar"))
        && cast.operand() instanceof SqlExpr.StringLiteral literal
        && !literal.value().endsWith(" ");
  }

  private static boolean isUnmodified(SqlType type) {
    return !(type instanceof SqlType.Builtin builtin) || builtin.modifiers().isEmpty();
  }

  private static SqlExpr untyped(SqlExpr.StringLiteral literal, SqlType type) {
    SqlExpr typed = Literals.typed(literal, type);
    return typed instanceof SqlExpr.Cast cast ? cast.operand() : typed;
  }

  // 0.0 and 0 are one double precision value.
  private static SqlExpr number(SqlExpr.NumberLiteral number, SqlType type) {
    boolean approximate =
        type instanceof SqlType.Builtin builtin && APPROXIMATE.contains(builtin.name());
    return approximate ? new SqlExpr.NumberLiteral(Literals.shortest(number.digits())) : number;
  }

  private SqlExpr array(SqlExpr.ArrayLiteral array, SqlType.ArrayOf type) {
    return new SqlExpr.ArrayLiteral(
        array.elements().stream()
            .map(
                element ->
                    element instanceof SqlExpr.ArrayLiteral nested
                        ? array(nested, type)
                        : of(element, type.element()))
            .toList());
  }
}
