package dev.schemend.parser.postgres;

import dev.schemend.expr.SqlExpr;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Calls with a syntax of their own, as the plain calls that the server makes of them ({@code
 * gram.y}, func_expr_common_subexpr).
 */
final class SpecialCalls {

  private final ExpressionBuilder expressions;
  private final Names names;

  SpecialCalls(ExpressionBuilder expressions, Names names) {
    this.expressions = expressions;
    this.names = names;
  }

  SqlExpr call(PostgresParser.SpecialCallContext context) {
    return switch (context.getStart().getType()) {
      case PostgresLexer.EXTRACT -> extract(context);
      case PostgresLexer.SUBSTRING -> substring(context);
      case PostgresLexer.POSITION ->
          expressions.call(
              "position",
              expressions.bounded(context.bExpr(1)),
              expressions.bounded(context.bExpr(0)));
      case PostgresLexer.OVERLAY ->
          plain("overlay", context.expr().stream().map(expressions::expression).toList(), true);
      case PostgresLexer.TRIM -> trim(context);
      default -> keyWord(context);
    };
  }

  private static SqlExpr plain(String name, List<SqlExpr> arguments, boolean parenthesized) {
    return new SqlExpr.FunctionCall(
        ObjectName.unqualified(Identifier.of(name)), arguments, parenthesized);
  }

  private SqlExpr extract(PostgresParser.SpecialCallContext context) {
    SqlExpr written =
        context.anyWord() == null
            ? expressions.string(context.stringConstant())
            : new SqlExpr.StringLiteral("", names.name(context.anyWord()).text());
    // However it is written, the field is looked up in lower case (timestamp_part_common).
    SqlExpr field =
        written instanceof SqlExpr.StringLiteral literal
            ? new SqlExpr.StringLiteral(literal.prefix(), literal.value().toLowerCase(Locale.ROOT))
            : written;
    return expressions.call("extract", field, expressions.expression(context.expr(0)));
  }

  private SqlExpr substring(PostgresParser.SpecialCallContext context) {
    List<SqlExpr> parts =
        new ArrayList<>(context.expr().stream().map(expressions::expression).toList());
    if (context.FROM() == null) {
      parts.add(1, new SqlExpr.NumberLiteral("1"));
    } else if (context.FOR() != null
        && context.FOR().getSourceInterval().a < context.FROM().getSourceInterval().a) {
      parts = List.of(parts.get(0), parts.get(2), parts.get(1));
    }
    return plain("substring", parts, true);
  }

  private SqlExpr trim(PostgresParser.SpecialCallContext context) {
    String function = "btrim";
    if (context.LEADING() != null) {
      function = "ltrim";
    } else if (context.TRAILING() != null) {
      function = "rtrim";
    }
    List<SqlExpr> arguments = new ArrayList<>(expressions.list(context.exprList()));
    context.expr().forEach(characters -> arguments.add(expressions.expression(characters)));
    return plain(function, arguments, true);
  }

  private static SqlExpr keyWord(PostgresParser.SpecialCallContext context) {
    String name = context.getStart().getText().toLowerCase(Locale.ROOT);
    return context.INTEGER() == null
        ? plain(name, List.of(), false)
        : plain(name, List.of(new SqlExpr.NumberLiteral(context.INTEGER().getText())), true);
  }
}
