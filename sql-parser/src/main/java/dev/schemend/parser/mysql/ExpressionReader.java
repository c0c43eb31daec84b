package dev.schemend.parser.mysql;

import dev.schemend.expr.Query;
import dev.schemend.expr.SqlExpr;
import dev.schemend.expr.SqlExpr.Binary;
import dev.schemend.expr.SqlExpr.NumberLiteral;
import dev.schemend.expr.SqlExpr.Postfix;
import dev.schemend.expr.SqlExpr.StringLiteral;
import dev.schemend.expr.SqlExpr.Unary;
import dev.schemend.name.Identifier;
import dev.schemend.parser.mysql.MySqlParser.*;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Expressions. {@code TRUE} and {@code FALSE} are 1 and 0 here as they are to the server. */
final class ExpressionReader {

  private final Names names;
  private final TypeReader types;
  private final CallReader calls;
  private final Optional<QueryReader> queries;

  /** Expressions of tables, in which no query may stand. */
  ExpressionReader(Names names, TypeReader types) {
    this.names = names;
    this.types = types;
    this.calls = new CallReader(names, this);
    this.queries = Optional.empty();
  }

  /** Expressions of queries. */
  ExpressionReader(MySqlGrammar grammar, Names names, TypeReader types) {
    this.names = names;
    this.types = types;
    this.calls = new CallReader(names, this);
    this.queries = Optional.of(new QueryReader(grammar, names, this));
  }

  private Query query(QueryExpressionContext context) {
    return queries().read(context);
  }

  // The servers say so as well: no query in a check, a default, a generated column or a key part.
  QueryReader queries() {
    return queries.orElseThrow(
        () -> Refusal.syntax(0, 0, "a query or an aggregate cannot stand in this expression"));
  }

  SqlExpr read(ExpressionContext context) {
    return switch (context) {
      case NotExpressionContext not -> new Unary("not", read(not.expression()));
      case AndExpressionContext and -> binary("and", and.expression());
      case XorExpressionContext xor -> binary("xor", xor.expression());
      case OrExpressionContext or -> binary("or", or.expression());
      case PrimaryExpressionContext primary -> read(primary.booleanPrimary());
      default -> throw unknown(context);
    };
  }

  List<SqlExpr> readAll(List<ExpressionContext> contexts) {
    return contexts.stream().map(this::read).toList();
  }

  private Binary binary(String operator, List<ExpressionContext> operands) {
    return new Binary(operator, read(operands.get(0)), read(operands.get(1)));
  }

  private SqlExpr read(BooleanPrimaryContext context) {
    return switch (context) {
      case IsTestContext test -> new Postfix(read(test.booleanPrimary()), test(test));
      case QuantifiedContext quantified ->
          new SqlExpr.QuantifiedQuery(
              read(quantified.booleanPrimary()),
              operator(quantified.comparisonOperator()),
              quantified.ALL() == null
                  ? SqlExpr.Quantified.Quantifier.ANY
                  : SqlExpr.Quantified.Quantifier.ALL,
              query(quantified.queryExpression()));
      case ComparisonContext comparison ->
          new Binary(
              operator(comparison.comparisonOperator()),
              read(comparison.booleanPrimary()),
              read(comparison.predicate()));
      case PredicateOnlyContext only -> read(only.predicate());
      default -> throw unknown(context);
    };
  }

  private static String test(IsTestContext test) {
    String what = test.getStop().getText().toLowerCase(Locale.ROOT);
    return test.NOT() == null ? "is " + what : "is not " + what;
  }

  private static String operator(ComparisonOperatorContext context) {
    return context.NE() != null ? "<>" : context.getText();
  }

  private SqlExpr read(PredicateContext context) {
    return switch (context) {
      case InPredicateContext in ->
          new SqlExpr.In(read(in.bitExpression()), in.NOT() != null, readAll(in.expression()));
      case InQueryPredicateContext in ->
          negated(
              in.NOT() != null,
              new SqlExpr.QuantifiedQuery(
                  read(in.bitExpression()),
                  "=",
                  SqlExpr.Quantified.Quantifier.ANY,
                  query(in.queryExpression())));
      case BetweenPredicateContext between ->
          new SqlExpr.Between(
              read(between.bitExpression(0)),
              between.NOT() != null,
              read(between.bitExpression(1)),
              read(between.predicate()));
      case LikePredicateContext like -> {
        SqlExpr pattern = read(like.simpleExpression(0));
        SqlExpr escaped =
            like.ESCAPE() == null
                ? pattern
                : new Binary("escape", pattern, read(like.simpleExpression(1)));
        yield negated(like.NOT() != null, new Binary("like", read(like.bitExpression()), escaped));
      }
      case RegexpPredicateContext regexp ->
          negated(regexp.NOT() != null, bits("regexp", regexp.bitExpression()));
      case SoundsLikePredicateContext sounds -> bits("sounds like", sounds.bitExpression());
      case MemberPredicateContext member ->
          new Binary("member of", read(member.bitExpression()), read(member.simpleExpression()));
      case BitOnlyContext only -> read(only.bitExpression());
      default -> throw unknown(context);
    };
  }

  private static SqlExpr negated(boolean not, SqlExpr test) {
    return not ? new Unary("not", test) : test;
  }

  private Binary bits(String operator, List<BitExpressionContext> operands) {
    return new Binary(operator, read(operands.get(0)), read(operands.get(1)));
  }

  SqlExpr read(BitExpressionContext context) {
    return switch (context) {
      case ArithmeticContext arithmetic ->
          moved(
              bits(
                  arithmeticOperator(arithmetic.getChild(1).getText()),
                  arithmetic.bitExpression()));
      case SimpleOnlyContext only -> read(only.simpleExpression());
      default -> throw unknown(context);
    };
  }

  // INTERVAL 1 DAY + d is d + INTERVAL 1 DAY (manual, 12.7).
  private static Binary moved(Binary sum) {
    return sum instanceof Binary(String operator, Unary interval, SqlExpr moment)
            && operator.equals("+")
            && interval.operator().startsWith("interval ")
        ? new Binary(operator, moment, interval)
        : sum;
  }

  private static String arithmeticOperator(String written) {
    String lower = written.toLowerCase(Locale.ROOT);
    return lower.equals("mod") ? "%" : lower;
  }

  Unary interval(ExpressionContext amount, IntervalUnitContext unit) {
    return new Unary("interval " + unit.getText().toLowerCase(Locale.ROOT), read(amount));
  }

  private SqlExpr read(SimpleExpressionContext context) {
    return switch (context) {
      case CollateExpressionContext collate ->
          new Postfix(
              read(collate.simpleExpression()),
              "collate " + names.collation(collate.collationName()).orElse("default"));
      case SignExpressionContext sign ->
          new Unary(sign.getStart().getText(), read(sign.simpleExpression()));
      case BangExpressionContext bang -> new Unary("not", read(bang.simpleExpression()));
      case BinaryExpressionContext binary ->
          new SqlExpr.Cast(read(binary.simpleExpression()), SqlType.builtin("binary"));
      case IntervalExpressionContext interval ->
          interval(interval.expression(), interval.intervalUnit());
      case LiteralExpressionContext literal -> read(literal.literal());
      case CallExpressionContext call -> calls.read(call.functionCall());
      case JsonPathExpressionContext path ->
          new Binary(
              path.JSON_EXTRACT() != null ? "->" : "->>",
              column(path.columnReference()),
              new StringLiteral("", Literals.value(path.STRING())));
      case ColumnExpressionContext column -> column(column.columnReference());
      case RowExpressionContext row -> new SqlExpr.Row(readAll(row.expression()));
      case ExistsExpressionContext exists ->
          new SqlExpr.Subquery(SqlExpr.Subquery.Use.EXISTS, query(exists.queryExpression()));
      case QueryValueContext value ->
          new SqlExpr.Subquery(SqlExpr.Subquery.Use.SCALAR, query(value.queryExpression()));
      case BracketExpressionContext bracket -> read(bracket.expression());
      case CaseExpressionContext choice -> choice(choice);
      case CastExpressionContext cast ->
          new SqlExpr.Cast(
              read(cast.expression()), types.castTarget(cast.castType(), cast.ARRAY() != null));
      case ConvertExpressionContext convert ->
          CallReader.call(
              "convert using " + names.characterSet(convert.charsetName()).orElse("default"),
              List.of(read(convert.expression())));
      default -> throw unknown(context);
    };
  }

  private SqlExpr column(ColumnReferenceContext context) {
    List<IdentifierContext> parts = context.identifier();
    List<Identifier> qualifiers = new ArrayList<>();
    for (IdentifierContext qualifier : parts.subList(0, parts.size() - 1)) {
      qualifiers.add(names.object(qualifier));
    }
    return new SqlExpr.ColumnRef(qualifiers, names.member(parts.getLast()));
  }

  private SqlExpr choice(CaseExpressionContext context) {
    int expressions = context.expression().size();
    boolean hasElse = context.ELSE() != null;
    boolean hasOperand = expressions > (hasElse ? 1 : 0);
    return new SqlExpr.Case(
        hasOperand ? Optional.of(read(context.expression(0))) : Optional.empty(),
        context.caseWhen().stream()
            .map(when -> new SqlExpr.Case.When(read(when.expression(0)), read(when.expression(1))))
            .toList(),
        hasElse ? Optional.of(read(context.expression(expressions - 1))) : Optional.empty());
  }

  SqlExpr read(LiteralContext context) {
    if (context.NULL() != null) {
      return new SqlExpr.NullLiteral();
    }
    if (context.TRUE() != null || context.FALSE() != null) {
      return new NumberLiteral(context.TRUE() != null ? "1" : "0");
    }
    if (context.numberLiteral() != null) {
      return number(context.numberLiteral());
    }
    return context.textLiteral() != null
        ? Literals.read(context.textLiteral())
        : moment(context.getStart(), context.STRING());
  }

  /** {@code DATE '2020-01-01'} (manual, 9.1.3). */
  static StringLiteral moment(Token kind, TerminalNode string) {
    return new StringLiteral(kind.getText().toLowerCase(Locale.ROOT), Literals.value(string));
  }

  static NumberLiteral number(NumberLiteralContext context) {
    return new NumberLiteral(context.getText().toLowerCase(Locale.ROOT));
  }

  CallReader calls() {
    return calls;
  }

  static IllegalStateException unknown(ParserRuleContext context) {
    return new IllegalStateException("the grammar has no " + context.getClass().getSimpleName());
  }
}
