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

/**
 * Expressions of a parse tree. Operators are written as the server stores them: {@code LIKE} is
 * {@code ~~} ({@code gram.y}, a_expr). What has no node of its own becomes {@link SqlExpr.Opaque}.
 */
final class ExpressionBuilder {

  private final Names names;
  private final TypeBuilder types;
  private final SpecialCalls specialCalls;
  private final QueryBuilder queries;

  ExpressionBuilder(Names names, TypeBuilder types) {
    this.names = names;
    this.types = types;
    this.specialCalls = new SpecialCalls(this, names);
    this.queries = new QueryBuilder(names, types, this);
  }

  /** What an index or a partition key is over, where that is no column. */
  SqlExpr key(PostgresParser.KeyExpressionContext context) {
    if (context.functionCall() != null) {
      return call(context.functionCall());
    }
    if (context.specialCall() != null) {
      return specialCalls.call(context.specialCall());
    }
    SqlExpr inside = expression(context.expr());
    return context.typeName() == null ? inside : cast(inside, types.type(context.typeName()));
  }

  QueryBuilder queries() {
    return queries;
  }

  SqlExpr expression(PostgresParser.ExprContext context) {
    return switch (context) {
      case PostgresParser.PrimaryExprContext it -> primary(it.primary());
      case PostgresParser.CastExprContext it ->
          cast(expression(it.expr()), types.type(it.typeName()));
      case PostgresParser.SubscriptExprContext it ->
          subscript(it, expression(it.expr()), it.subscript());
      case PostgresParser.FieldExprContext it ->
          field(subscript(it, expression(it.expr()), it.subscript()), it.anyWord());
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
      case PostgresParser.QuantifiedQueryExprContext it ->
          new SqlExpr.QuantifiedQuery(
              expression(it.expr()),
              quantifier(it.anyOrAllOperator()),
              it.ALL() == null
                  ? SqlExpr.Quantified.Quantifier.ANY
                  : SqlExpr.Quantified.Quantifier.ALL,
              queries.query(it.query()));
      case PostgresParser.InQueryExprContext it -> inQuery(it);
      case PostgresParser.OverlapsExprContext it -> overlaps(it);
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
    return new SqlExpr.Quantified(
        expression(context.expr(0)),
        quantifier(context.anyOrAllOperator()),
        context.ALL() == null
            ? SqlExpr.Quantified.Quantifier.ANY
            : SqlExpr.Quantified.Quantifier.ALL,
        expression(context.expr(1)));
  }

  private String quantifier(PostgresParser.AnyOrAllOperatorContext operator) {
    if (operator.LIKE() != null || operator.ILIKE() != null) {
      return pattern(operator.NOT() != null, operator.ILIKE() != null);
    }
    return operator.qualifiedOperator() == null
        ? names.symbol(operator)
        : names.operator(operator.qualifiedOperator());
  }

  // gram.y: NOT IN (query) is NOT (operand = ANY (query)).
  private SqlExpr inQuery(PostgresParser.InQueryExprContext context) {
    SqlExpr in =
        new SqlExpr.QuantifiedQuery(
            expression(context.expr()),
            "=",
            SqlExpr.Quantified.Quantifier.ANY,
            queries.query(context.query()));
    return context.NOT() == null ? in : new SqlExpr.Unary("not", in);
  }

  // gram.y: (a, b) OVERLAPS (c, d) is overlaps(a, b, c, d).
  private SqlExpr overlaps(PostgresParser.OverlapsExprContext context) {
    List<SqlExpr> moments = new ArrayList<>();
    for (PostgresParser.ExprContext period : context.expr()) {
      if (!(expression(period) instanceof SqlExpr.Row row)) {
        return opaque(context);
      }
      moments.addAll(row.elements());
    }
    return call("overlaps", moments.toArray(SqlExpr[]::new));
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
      case PostgresParser.FieldPrimaryContext it -> field(expression(it.expr()), it.anyWord());
      case PostgresParser.StarPrimaryContext it -> star(it.starReference());
      case PostgresParser.GroupingPrimaryContext it ->
          call("grouping", list(it.exprList()).toArray(SqlExpr[]::new));
      case PostgresParser.QueryPrimaryContext it ->
          new SqlExpr.Subquery(
              it.EXISTS() != null
                  ? SqlExpr.Subquery.Use.EXISTS
                  : it.ARRAY() != null ? SqlExpr.Subquery.Use.ARRAY : SqlExpr.Subquery.Use.SCALAR,
              queries.query(it.query()));
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

  private SqlExpr field(SqlExpr whole, List<PostgresParser.AnyWordContext> path) {
    SqlExpr field = whole;
    for (PostgresParser.AnyWordContext name : path) {
      field = new SqlExpr.Field(field, names.name(name));
    }
    return field;
  }

  private SqlExpr star(PostgresParser.StarReferenceContext context) {
    List<Identifier> path = new ArrayList<>();
    path.add(names.name(context.name()));
    context.anyWord().forEach(part -> path.add(names.name(part)));
    return new SqlExpr.Star(path);
  }

  SqlExpr call(PostgresParser.FunctionCallContext context) {
    PostgresParser.FunctionNameContext function = context.functionName();
    ObjectName name =
        function.functionWord() != null
            ? ObjectName.unqualified(names.name(function.functionWord()))
            : names.object(function.name(), function.anyWord());
    PostgresParser.CallArgumentsContext arguments = context.callArguments();
    SqlExpr.FunctionCall call = new SqlExpr.FunctionCall(name, arguments(arguments), true);
    boolean plain =
        context.WITHIN() == null
            && context.FILTER() == null
            && context.overClause() == null
            && (arguments == null
                || (arguments.DISTINCT() == null
                    && arguments.VARIADIC() == null
                    && arguments.orderBy() == null));
    return plain
        ? call
        : new SqlExpr.Invocation(
            call,
            arguments != null && arguments.DISTINCT() != null,
            arguments != null && arguments.VARIADIC() != null,
            arguments == null ? List.of() : queries.keys(arguments.orderBy()),
            queries.keys(context.orderBy()),
            Optional.ofNullable(context.expr()).map(this::expression),
            Optional.ofNullable(context.overClause()).map(queries::over));
  }

  private List<SqlExpr> arguments(PostgresParser.CallArgumentsContext context) {
    if (context == null) {
      return List.of();
    }
    return context.STAR() == null
        ? context.callArgument().stream().map(this::argument).toList()
        : List.of(new SqlExpr.Star(List.of()));
  }

  // name => value, or name := value.
  private SqlExpr argument(PostgresParser.CallArgumentContext context) {
    SqlExpr value = expression(context.expr());
    if (context.argumentName() != null) {
      return new SqlExpr.NamedArgument(names.name(context.argumentName()), value);
    }
    return value instanceof SqlExpr.Binary binary
            && binary.operator().equals("=>")
            && binary.left() instanceof SqlExpr.ColumnRef name
        ? new SqlExpr.NamedArgument(name.column(), binary.right())
        : value;
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
    return new SqlExpr.Opaque(Tokens.folded(context));
  }
}
