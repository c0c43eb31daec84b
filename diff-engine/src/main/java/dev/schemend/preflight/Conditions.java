package dev.schemend.preflight;

import dev.schemend.expr.SqlExpr;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import java.math.BigInteger;
import java.util.List;

/** The expressions that questions are made of. */
public final class Conditions {

  private Conditions() {}

  /** A column. */
  public static SqlExpr column(Identifier column) {
    return new SqlExpr.ColumnRef(List.of(), column);
  }

  /** {@code value IS NULL}. */
  public static SqlExpr isNull(SqlExpr value) {
    return new SqlExpr.Postfix(value, "is null");
  }

  /** {@code value IS NOT NULL}. */
  public static SqlExpr isNotNull(SqlExpr value) {
    return new SqlExpr.Postfix(value, "is not null");
  }

  /** {@code NOT condition}: true only where the condition is false. */
  public static SqlExpr not(SqlExpr condition) {
    return new SqlExpr.Unary("not", condition);
  }

  /** Any of them, at least one. */
  public static SqlExpr any(List<SqlExpr> conditions) {
    return conditions.stream()
        .reduce((left, right) -> new SqlExpr.Binary("or", left, right))
        .orElseThrow();
  }

  /** All of them, at least one. */
  public static SqlExpr all(List<SqlExpr> conditions) {
    return conditions.stream()
        .reduce((left, right) -> new SqlExpr.Binary("and", left, right))
        .orElseThrow();
  }

  /** {@code left operator right}. */
  public static SqlExpr compare(SqlExpr left, String operator, SqlExpr right) {
    return new SqlExpr.Binary(operator, left, right);
  }

  /** A function of one argument or more. */
  public static SqlExpr call(String function, SqlExpr... arguments) {
    return new SqlExpr.FunctionCall(
        ObjectName.unqualified(Identifier.of(function)), List.of(arguments), true);
  }

  /** A number. */
  public static SqlExpr number(BigInteger value) {
    SqlExpr digits = new SqlExpr.NumberLiteral(value.abs().toString());
    return value.signum() < 0 ? new SqlExpr.Unary("-", digits) : digits;
  }

  /** A number. */
  public static SqlExpr number(long value) {
    return number(BigInteger.valueOf(value));
  }

  /** A string. */
  public static SqlExpr string(String value) {
    return new SqlExpr.StringLiteral("", value);
  }

  /** {@code value NOT IN (strings)}; true of every value that is not NULL where there are none. */
  public static SqlExpr notAmong(SqlExpr value, List<String> strings) {
    return strings.isEmpty()
        ? isNotNull(value)
        : new SqlExpr.In(value, true, strings.stream().map(Conditions::string).toList());
  }

  /** {@code value NOT BETWEEN low AND high}. */
  public static SqlExpr outside(SqlExpr value, BigInteger low, BigInteger high) {
    return new SqlExpr.Between(value, true, number(low), number(high));
  }
}
