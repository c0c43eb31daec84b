package dev.schemend.dialect.postgres;

import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Schema;
import dev.schemend.type.SqlType;
import dev.schemend.type.TypeSystem;
import java.util.Optional;

/**
 * Defaults that the server refuses for their type: a default is assigned to its column, so only an
 * assignment cast may stand between the two (manual, 10.4; heap.c, cookDefault). Said only where
 * both types are certain; a domain or an extension's type may have casts of its own.
 */
record DefaultTypes(TypeSystem types, Schema schema) {

  private static final SqlType BIGINT = SqlType.builtin("bigint");
  private static final SqlType INTEGER = SqlType.builtin("integer");
  private static final SqlType BOOLEAN = SqlType.builtin("boolean");

  /** Whether {@code value}, in canonical form, certainly cannot be assigned to {@code column}. */
  boolean cannotBe(SqlExpr value, SqlType column) {
    return isKnown(column)
        && certain(value).filter(type -> !types.castRisk(type, column).isAssignable()).isPresent();
  }

  private Optional<SqlType> certain(SqlExpr value) {
    return switch (value) {
      case SqlExpr.BooleanLiteral literal -> Optional.of(BOOLEAN);
      // A number of any size or with a fraction goes to the same types.
      case SqlExpr.NumberLiteral number -> Optional.of(INTEGER);
      case SqlExpr.FunctionCall call when FunctionFacts.namesSequence(call.name()) ->
          Optional.of(BIGINT);
      case SqlExpr.FunctionCall call -> Optional.empty();
      case SqlExpr.NullLiteral literal -> Optional.empty();
      case SqlExpr.StringLiteral literal -> Optional.empty();
      case SqlExpr.ColumnRef column -> Optional.empty();
      case SqlExpr.RegClass constant -> Optional.empty();
      case SqlExpr.Cast cast -> Optional.of(cast.type()).filter(this::isKnown);
      case SqlExpr.Unary unary -> Optional.empty();
      case SqlExpr.Binary binary -> Optional.empty();
      case SqlExpr.Postfix postfix -> Optional.empty();
      case SqlExpr.In in -> Optional.empty();
      case SqlExpr.Between between -> Optional.empty();
      case SqlExpr.Quantified quantified -> Optional.empty();
      case SqlExpr.Case choice -> Optional.empty();
      case SqlExpr.ArrayLiteral array -> Optional.empty();
      case SqlExpr.Row row -> Optional.empty();
      case SqlExpr.Opaque opaque -> Optional.empty();
      case SqlExpr.OfQuery part -> Optional.empty();
    };
  }

  private boolean isKnown(SqlType column) {
    return switch (column) {
      // Numbers become object identifiers by themselves (8.19).
      case SqlType.Builtin builtin -> !builtin.name().startsWith("reg");
      case SqlType.UserDefined user -> schema.enumType(user.name()).isPresent();
      case SqlType.ArrayOf array -> true;
      case SqlType.InlineEnum inline -> false;
    };
  }
}
