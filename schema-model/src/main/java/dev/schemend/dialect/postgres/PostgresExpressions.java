package dev.schemend.dialect.postgres;

import dev.schemend.expr.Equivalence;
import dev.schemend.expr.ExpressionRules;
import dev.schemend.expr.Query;
import dev.schemend.expr.SqlExpr;
import dev.schemend.name.Identifier;
import dev.schemend.type.SqlType;
import java.util.Optional;
import java.util.function.Function;

/**
 * Expressions as PostgreSQL stores them. The server parses an expression, adds the casts that
 * operators and functions need, and prints it again with all of them ({@code ruleutils.c}); the
 * canonical form is the one with those casts taken off again, so that what was written and what is
 * printed meet. A canonical form is still SQL that the server accepts and that means the same.
 */
public final class PostgresExpressions implements ExpressionRules {

  private final PostgresTypes types;
  private final PostgresIdentifiers identifiers;

  /** Rules that spell types and names by the given ones. */
  public PostgresExpressions(PostgresTypes types, PostgresIdentifiers identifiers) {
    this.types = types;
    this.identifiers = identifiers;
  }

  @Override
  public SqlExpr canonical(SqlExpr expression, Optional<SqlType> context) {
    return canonical(expression, context, column -> Optional.empty());
  }

  @Override
  public SqlExpr canonical(
      SqlExpr expression,
      Optional<SqlType> context,
      Function<Identifier, Optional<SqlType>> columns) {
    return canonical(expression, context, columns, KnownRoutines.NONE);
  }

  /** The canonical form of what may call {@code routines}, whose parameters ask for casts. */
  SqlExpr canonical(
      SqlExpr expression,
      Optional<SqlType> context,
      Function<Identifier, Optional<SqlType>> columns,
      KnownRoutines routines) {
    SqlExpr walked = canonicalOver(expression, column -> columns.apply(column.column()), routines);
    return context.map(type -> new AssignedForm(types).of(walked, type)).orElse(walked);
  }

  /**
   * The canonical form over rows of several sources, whose columns are told by their qualifiers.
   */
  SqlExpr canonicalOver(SqlExpr expression, RowTypes rows, KnownRoutines routines) {
    return new CanonicalForm(types, identifiers, new ExpressionTypes(types, rows, routines))
        .of(expression);
  }

  /** The type of a canonical expression, where it is known. */
  Optional<SqlType> typeOf(SqlExpr expression, RowTypes rows, KnownRoutines routines) {
    return new ExpressionTypes(types, rows, routines).of(expression);
  }

  @Override
  public Equivalence compare(Query left, Query right) {
    return QueryComparison.compare(left, right);
  }

  @Override
  public Equivalence compare(SqlExpr left, SqlExpr right) {
    return ExpressionComparison.compare(left, right);
  }
}
