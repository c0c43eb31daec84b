package dev.schemend.parser.mysql;

import dev.schemend.expr.FromItem;
import dev.schemend.expr.Query;
import dev.schemend.expr.SortKey;
import dev.schemend.expr.SqlExpr;
import dev.schemend.expr.Window;
import dev.schemend.name.Identifier;
import dev.schemend.parser.mysql.MySqlParser.*;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/**
 * Queries. Every column that is no {@code *} has the name that the server gives it: the alias, the
 * column's name, or the characters of its expression.
 */
final class QueryReader {

  private final MySqlGrammar grammar;
  private final Names names;
  private final ExpressionReader expressions;

  QueryReader(MySqlGrammar grammar, Names names, ExpressionReader expressions) {
    this.grammar = grammar;
    this.names = names;
    this.expressions = expressions;
  }

  Query read(QueryExpressionContext context) {
    Query body = body(context.queryBody());
    WithClauseContext with = context.withClause();
    boolean plain = with == null && context.orderBy() == null && context.limit() == null;
    if (plain) {
      return body;
    }
    boolean wrapped = !body.orderBy().isEmpty() || body.limit().isPresent();
    LimitContext limit = context.limit();
    return new Query(
        with != null && with.RECURSIVE() != null,
        with == null ? body.with() : with.commonTable().stream().map(this::with).toList(),
        wrapped ? selectAll(body) : body.body(),
        context.orderBy() == null ? List.of() : keys(context.orderBy().orderItem()),
        limit == null ? Optional.empty() : Optional.of(count(limit)),
        limit == null ? Optional.empty() : offset(limit),
        false,
        List.of());
  }

  // (SELECT … LIMIT 1) ORDER BY …: nothing of it is understood as one query.
  private static Query.Body selectAll(Query body) {
    return new Query.Carried(List.of(body.toString()));
  }

  private static SqlExpr count(LimitContext limit) {
    int at = limit.COMMA() == null ? 0 : 1;
    return new SqlExpr.NumberLiteral(limit.INTEGER_NUMBER(at).getText());
  }

  private static Optional<SqlExpr> offset(LimitContext limit) {
    return limit.INTEGER_NUMBER().size() < 2
        ? Optional.empty()
        : Optional.of(
            new SqlExpr.NumberLiteral(
                limit.INTEGER_NUMBER(limit.COMMA() == null ? 1 : 0).getText()));
  }

  private Query.With with(CommonTableContext context) {
    return new Query.With(
        names.object(context.identifier()),
        columns(context.columnList()),
        Optional.empty(),
        read(context.queryExpression()));
  }

  private List<Identifier> columns(ColumnListContext context) {
    return context == null ? List.of() : names.members(context.identifier());
  }

  private Query body(QueryBodyContext context) {
    return switch (context) {
      case SelectBodyContext body -> Query.of(select(body.select()));
      case BracketBodyContext body -> read(body.queryExpression());
      case SetBodyContext set ->
          Query.of(
              new Query.SetOperation(
                  operator(set),
                  set.ALL() != null,
                  body(set.queryBody(0)),
                  body(set.queryBody(1))));
      default -> throw ExpressionReader.unknown(context);
    };
  }

  private static Query.SetOperation.Operator operator(SetBodyContext set) {
    if (set.UNION() != null) {
      return Query.SetOperation.Operator.UNION;
    }
    return set.INTERSECT() == null
        ? Query.SetOperation.Operator.EXCEPT
        : Query.SetOperation.Operator.INTERSECT;
  }

  private Query.Select select(SelectContext context) {
    return new Query.Select(
        context.DISTINCT() != null || context.DISTINCTROW() != null,
        List.of(),
        context.selectItem().stream().map(this::item).toList(),
        context.fromItem().stream().map(this::from).toList(),
        Optional.ofNullable(context.where).map(expressions::read),
        keys(context.orderItem()).stream().map(SortKey::expression).toList(),
        Optional.ofNullable(context.having).map(expressions::read),
        List.of());
  }

  private Query.Item item(SelectItemContext context) {
    if (context.expression() == null) {
      List<Identifier> qualifiers = new ArrayList<>();
      context.identifier().forEach(part -> qualifiers.add(names.object(part)));
      return new Query.Item(new SqlExpr.Star(qualifiers), Optional.empty());
    }
    SqlExpr value = expressions.read(context.expression());
    return new Query.Item(value, Optional.of(alias(context, value)));
  }

  private Identifier alias(SelectItemContext context, SqlExpr value) {
    if (!context.identifier().isEmpty()) {
      return names.member(context.identifier(0));
    }
    if (context.bareAlias() != null) {
      return names.generated(plain(context.bareAlias()));
    }
    if (context.STRING() != null) {
      return names.generated(Literals.value(context.STRING()));
    }
    if (value instanceof SqlExpr.ColumnRef column) {
      return column.column();
    }
    return names.generated(
        value instanceof SqlExpr.StringLiteral literal && literal.prefix().isEmpty()
            ? literal.value()
            : grammar.slice(context.expression().getStart(), context.expression().getStop()));
  }

  private static String plain(BareAliasContext context) {
    return context.QUOTED_NAME() == null ? context.getText() : Names.unquoted(context.getText());
  }

  // ------------------------------------------------------------ rows

  private FromItem from(FromItemContext context) {
    return switch (context) {
      case FactorItemContext factor -> factor(factor.tableFactor());
      case InnerItemContext inner -> {
        JoinConditionContext condition = inner.joinCondition();
        yield join(
            FromItem.Join.Kind.INNER,
            from(inner.fromItem(0)),
            condition == null ? factor(inner.tableFactor()) : from(inner.fromItem(1)),
            condition);
      }
      case OuterItemContext outer ->
          join(
              outer.LEFT() == null ? FromItem.Join.Kind.RIGHT : FromItem.Join.Kind.LEFT,
              from(outer.fromItem(0)),
              from(outer.fromItem(1)),
              outer.joinCondition());
      case NaturalItemContext natural ->
          new FromItem.Join(
              natural.LEFT() != null
                  ? FromItem.Join.Kind.LEFT
                  : natural.RIGHT() != null ? FromItem.Join.Kind.RIGHT : FromItem.Join.Kind.INNER,
              true,
              from(natural.fromItem()),
              factor(natural.tableFactor()),
              List.of(),
              Optional.empty(),
              Optional.empty());
      default -> throw ExpressionReader.unknown(context);
    };
  }

  private FromItem join(
      FromItem.Join.Kind kind, FromItem left, FromItem right, JoinConditionContext condition) {
    return new FromItem.Join(
        kind,
        false,
        left,
        right,
        condition == null ? List.of() : columns(condition.columnList()),
        condition == null
            ? Optional.empty()
            : Optional.ofNullable(condition.expression()).map(expressions::read),
        Optional.empty());
  }

  private FromItem factor(TableFactorContext context) {
    return switch (context) {
      case RelationFactorContext relation ->
          new FromItem.Relation(
              names.qualified(relation.qualifiedName()),
              false,
              alias(relation.identifier(), relation.bareAlias(), List.of()),
              List.of());
      case DerivedFactorContext derived ->
          new FromItem.Derived(
              read(derived.queryExpression()),
              false,
              alias(derived.identifier(), derived.bareAlias(), columns(derived.columnList())));
      case BracketFactorContext bracket ->
          bracket.fromItem().stream()
              .map(this::from)
              .reduce((left, right) -> join(FromItem.Join.Kind.INNER, left, right, null))
              .orElseThrow();
      default -> throw ExpressionReader.unknown(context);
    };
  }

  private Optional<FromItem.Alias> alias(
      IdentifierContext written, BareAliasContext bare, List<Identifier> columns) {
    if (written == null && bare == null) {
      return Optional.empty();
    }
    Identifier name = written == null ? names.objectOf(plain(bare)) : names.object(written);
    return Optional.of(new FromItem.Alias(name, columns));
  }

  // ------------------------------------------------------------ order

  List<SortKey> keys(List<OrderItemContext> items) {
    return items.stream()
        .map(
            item ->
                new SortKey(
                    expressions.read(item.expression()),
                    item.DESC() != null,
                    Optional.empty(),
                    Optional.empty()))
        .toList();
  }

  Window window(OverContext over) {
    return new Window(
        Identifier.NONE,
        false,
        expressions.readAll(over.expression()),
        over.orderBy() == null ? List.of() : keys(over.orderBy().orderItem()),
        over.frame() == null ? List.of() : words(over.frame()));
  }

  private static List<String> words(ParserRuleContext context) {
    List<String> words = new ArrayList<>();
    for (ParseTree child : context.children) {
      if (child instanceof ParserRuleContext rule) {
        words.addAll(words(rule));
      } else {
        words.add(child.getText().toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }
}
