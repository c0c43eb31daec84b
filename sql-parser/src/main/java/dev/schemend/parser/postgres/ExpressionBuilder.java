package dev.schemend.parser.postgres;

import dev.schemend.expr.SqlExpr;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Expressions of a parse tree. Operators are written as the server stores them: {@code LIKE} is
 * {@code ~~} ({@code gram.y}, a_expr). What has no node of its own becomes {@link SqlExpr.Opaque}.
 */
final class ExpressionBuilder {

  private final Names names;
  private final TypeBuilder types;
  private final SpecialCalls specialCalls;

  ExpressionBuilder(Names names, TypeBuilder types) {
    this.names = names;
    this.types = types;
    this.specialCalls = new SpecialCalls(this);
  }

  SqlExpr expression(PostgresParser.ExprContext context) {
    return switch (context) {
      case PostgresParser.PrimaryExprContext it -> primary(it.primary());
      case PostgresParser.CastExprContext it ->
          cast(expression(it.expr()), types.type(it.typeName()));
      case PostgresParser.SubscriptExprContext it ->
          subscript(it, expression(it.expr()), it.subscript());
      case PostgresParser.SignExprContext it ->
          new SqlExpr.Unary(it.getStart().getText(), expression(it.expr()));
      case PostgresParser.CollateExprContext it ->
          new SqlExpr.Binary(
              "collate",
              expression(it.expr()),
              new SqlExpr.StringLiteral("", names.collation(it.anyName())));
      case PostgresParser.AtTimeZoneExprContext it ->
          timezone(expression(it.expr(0)), expression(it.expr(1)));
      case PostgresParser.BinaryExprContext it ->
          new SqlExpr.Binary(
              operator(it.getChild(1)), expression(it.expr(0)), expression(it.expr(1)));
      case PostgresParser.PrefixExprContext it ->
          new SqlExpr.Unary(operator(it.otherOperator()), expression(it.expr()));
      case PostgresParser.QuantifiedExprContext it -> quantified(it);
      case PostgresParser.InExprContext it ->
          new SqlExpr.In(expression(it.expr()), it.NOT() != null, list(it.exprList()));
      case PostgresParser.BetweenExprContext it ->
          new SqlExpr.Between(
              expression(it.expr(0)),
              it.NOT() != null,
              bounded(it.bExpr()),
              expression(it.expr(1)));
      case PostgresParser.LikeExprContext it -> like(it, Optional.empty());
      case PostgresParser.EscapeExprContext it -> escape(it);
      case PostgresParser.DistinctExprContext it ->
          distinct(it.NOT() != null, expression(it.expr(0)), expression(it.expr(1)));
      case PostgresParser.TestExprContext it ->
          new SqlExpr.Postfix(expression(it.expr()), test(it));
      case PostgresParser.NotExprContext it -> new SqlExpr.Unary("not", expression(it.expr()));
      default -> opaque(context);
    };
  }

  SqlExpr bounded(PostgresParser.BExprContext context) {
    return switch (context) {
      case PostgresParser.PrimaryBContext it -> primary(it.primary());
      case PostgresParser.CastBContext it -> cast(bounded(it.bExpr()), types.type(it.typeName()));
      case PostgresParser.SubscriptBContext it ->
          subscript(it, bounded(it.bExpr()), it.subscript());
      case PostgresParser.SignBContext it ->
          new SqlExpr.Unary(it.getStart().getText(), bounded(it.bExpr()));
      case PostgresParser.BinaryBContext it ->
          new SqlExpr.Binary(operator(it.getChild(1)), bounded(it.bExpr(0)), bounded(it.bExpr(1)));
      case PostgresParser.PrefixBContext it ->
          new SqlExpr.Unary(operator(it.otherOperator()), bounded(it.bExpr()));
      case PostgresParser.DistinctBContext it ->
          distinct(it.NOT() != null, bounded(it.bExpr(0)), bounded(it.bExpr(1)));
      default -> opaque(context);
    };
  }

  private static SqlExpr distinct(boolean negated, SqlExpr left, SqlExpr right) {
    return new SqlExpr.Binary(negated ? "is not distinct from" : "is distinct from", left, right);
  }

  private String operator(ParseTree node) {
    return switch (node) {
      case PostgresParser.OtherOperatorContext it when it.qualifiedOperator() != null ->
          names.operator(it.qualifiedOperator());
      case ParserRuleContext it -> names.symbol(it);
      case ParseTree it -> it.getText().toLowerCase(Locale.ROOT);
    };
  }

  SqlExpr call(String name, SqlExpr... arguments) {
    return new SqlExpr.FunctionCall(
        ObjectName.unqualified(Identifier.of(name)), List.of(arguments), true);
  }

  // gram.y: x AT TIME ZONE z is timezone(z, x).
  private SqlExpr timezone(SqlExpr moment, SqlExpr zone) {
    return call("timezone", zone, moment);
  }

  private SqlExpr cast(SqlExpr operand, SqlType type) {
    boolean relation = type instanceof SqlType.Builtin builtin && builtin.name().equals("regclass");
    return relation && operand instanceof SqlExpr.StringLiteral literal
        ? new SqlExpr.RegClass(names.identifiers().inString(literal.value()))
        : new SqlExpr.Cast(operand, type);
  }

  private SqlExpr subscript(
      ParserRuleContext whole, SqlExpr array, PostgresParser.SubscriptContext subscript) {
    return subscript.COLON() == null
        ? new SqlExpr.Binary("[]", array, expression(subscript.expr(0)))
        : opaque(whole);
  }

  private SqlExpr quantified(PostgresParser.QuantifiedExprContext context) {
    PostgresParser.AnyOrAllOperatorContext operator = context.anyOrAllOperator();
    String symbol;
    if (operator.LIKE() != null || operator.ILIKE() != null) {
      symbol = pattern(operator.NOT() != null, operator.ILIKE() != null);
    } else if (operator.qualifiedOperator() != null) {
      symbol = names.operator(operator.qualifiedOperator());
    } else {
      symbol = names.symbol(operator);
    }
    return new SqlExpr.Quantified(
        expression(context.expr(0)),
        symbol,
        context.ALL() == null
            ? SqlExpr.Quantified.Quantifier.ANY
            : SqlExpr.Quantified.Quantifier.ALL,
        expression(context.expr(1)));
  }

  private static String pattern(boolean negated, boolean insensitive) {
    return (negated ? "!~~" : "~~") + (insensitive ? "*" : "");
  }

  private SqlExpr like(PostgresParser.LikeExprContext context, Optional<SqlExpr> escape) {
    SqlExpr operand = expression(context.expr(0));
    SqlExpr pattern = expression(context.expr(1));
    boolean negated = context.NOT() != null;
    if (context.SIMILAR() != null) {
      SqlExpr regular =
          escape
              .map(one -> call("similar_to_escape", pattern, one))
              .orElseGet(() -> call("similar_to_escape", pattern));
      return new SqlExpr.Binary(negated ? "!~" : "~", operand, regular);
    }
    return new SqlExpr.Binary(
        pattern(negated, context.ILIKE() != null),
        operand,
        escape.map(one -> call("like_escape", pattern, one)).orElse(pattern));
  }

  private SqlExpr escape(PostgresParser.EscapeExprContext context) {
    return context.expr(0) instanceof PostgresParser.LikeExprContext like
        ? like(like, Optional.of(expression(context.expr(1))))
        : opaque(context);
  }

  private static String test(PostgresParser.TestExprContext context) {
    if (context.ISNULL() != null) {
      return "is null";
    }
    if (context.NOTNULL() != null) {
      return "is not null";
    }
    String word = context.getChild(context.getChildCount() - 1).getText().toLowerCase(Locale.ROOT);
    return (context.NOT() == null ? "is " : "is not ") + word;
  }

  List<SqlExpr> list(PostgresParser.ExprListContext context) {
    return context == null ? List.of() : context.expr().stream().map(this::expression).toList();
  }

  private SqlExpr primary(PostgresParser.PrimaryContext context) {
    return switch (context) {
      case PostgresParser.ConstantPrimaryContext it -> constant(it.constant());
      case PostgresParser.SpecialPrimaryContext it -> specialCalls.call(it.specialCall());
      case PostgresParser.CallPrimaryContext it -> call(it.functionCall());
      case PostgresParser.ColumnPrimaryContext it -> column(it.columnReference());
      case PostgresParser.CasePrimaryContext it -> choice(it);
      case PostgresParser.CastPrimaryContext it ->
          cast(expression(it.expr()), types.type(it.typeName()));
      case PostgresParser.ArrayPrimaryContext it -> array(it.arrayElements());
      case PostgresParser.RowPrimaryContext it -> row(it);
      case PostgresParser.BracketPrimaryContext it -> expression(it.expr());
      default -> opaque(context);
    };
  }

  private SqlExpr row(PostgresParser.RowPrimaryContext context) {
    List<SqlExpr> elements = new ArrayList<>();
    if (context.expr() != null) {
      elements.add(expression(context.expr()));
    }
    elements.addAll(list(context.exprList()));
    return new SqlExpr.Row(elements);
  }

  private SqlExpr array(PostgresParser.ArrayElementsContext context) {
    if (context == null) {
      return new SqlExpr.ArrayLiteral(List.of());
    }
    return new SqlExpr.ArrayLiteral(
        context.arrayElement().stream()
            .map(
                element ->
                    element.expr() == null
                        ? array(element.arrayElements())
                        : expression(element.expr()))
            .toList());
  }

  private SqlExpr choice(PostgresParser.CasePrimaryContext context) {
    boolean compares = context.getChild(1) instanceof PostgresParser.ExprContext;
    boolean otherwise = context.ELSE() != null;
    List<PostgresParser.ExprContext> parts = context.expr();
    return new SqlExpr.Case(
        compares ? Optional.of(expression(parts.getFirst())) : Optional.empty(),
        context.caseWhen().stream()
            .map(when -> new SqlExpr.Case.When(expression(when.expr(0)), expression(when.expr(1))))
            .toList(),
        otherwise ? Optional.of(expression(parts.getLast())) : Optional.empty());
  }

  private SqlExpr column(PostgresParser.ColumnReferenceContext context) {
    List<Identifier> path = new ArrayList<>();
    path.add(names.name(context.name()));
    context.anyWord().forEach(part -> path.add(names.name(part)));
    return new SqlExpr.ColumnRef(path.subList(0, path.size() - 1), path.getLast());
  }

  SqlExpr call(PostgresParser.FunctionCallContext context) {
    if (context.ALL() != null || context.DISTINCT() != null || context.VARIADIC() != null) {
      return opaque(context);
    }
    PostgresParser.FunctionNameContext function = context.functionName();
    ObjectName name =
        function.functionWord() != null
            ? ObjectName.unqualified(names.name(function.functionWord()))
            : names.object(function.name(), function.anyWord());
    return new SqlExpr.FunctionCall(name, list(context.exprList()), true);
  }

  private SqlExpr constant(PostgresParser.ConstantContext context) {
    if (context.INTERVAL() != null) {
      return cast(string(context.stringConstant()), types.interval(context.intervalFields()));
    }
    if (context.simpleType() != null) {
      return cast(string(context.stringConstant()), types.simple(context.simpleType()));
    }
    if (context.stringConstant() != null) {
      return string(context.stringConstant());
    }
    String text = context.getText();
    return switch (context.getStart().getType()) {
      case PostgresLexer.NULL -> new SqlExpr.NullLiteral();
      case PostgresLexer.TRUE -> new SqlExpr.BooleanLiteral(true);
      case PostgresLexer.FALSE -> new SqlExpr.BooleanLiteral(false);
      case PostgresLexer.BIT_STRING ->
          new SqlExpr.StringLiteral(
              text.substring(0, 1).toLowerCase(Locale.ROOT), text.substring(2, text.length() - 1));
      default -> new SqlExpr.NumberLiteral(text);
    };
  }

  SqlExpr string(PostgresParser.StringConstantContext context) {
    return new SqlExpr.StringLiteral("", names.string(context));
  }

  private static SqlExpr opaque(ParserRuleContext context) {
    List<String> tokens = new ArrayList<>();
    collect(context, tokens);
    return new SqlExpr.Opaque(tokens);
  }

  private static void collect(ParseTree node, List<String> tokens) {
    if (node instanceof TerminalNode leaf) {
      int type = leaf.getSymbol().getType();
      boolean folded = type == PostgresLexer.IDENTIFIER || KeyWords.isKeyWord(type);
      tokens.add(folded ? leaf.getText().toLowerCase(Locale.ROOT) : leaf.getText());
      return;
    }
    for (int i = 0; i < node.getChildCount(); i++) {
      collect(node.getChild(i), tokens);
    }
  }
}
