package dev.schemend.parser.postgres;

import dev.schemend.expr.FromItem;
import dev.schemend.expr.Query;
import dev.schemend.expr.SortKey;
import dev.schemend.expr.SqlExpr;
import dev.schemend.expr.Window;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Queries of a parse tree. */
final class QueryBuilder {

  private final Names names;
  private final TypeBuilder types;
  private final ExpressionBuilder expressions;

  QueryBuilder(Names names, TypeBuilder types, ExpressionBuilder expressions) {
    this.names = names;
    this.types = types;
    this.expressions = expressions;
  }

  Query query(PostgresParser.QueryContext context) {
    Query term = term(context.queryTerm());
    Optional<SqlExpr> limit = Optional.empty();
    Optional<SqlExpr> offset = Optional.empty();
    boolean withTies = false;
    List<String> locking = new ArrayList<>();
    for (PostgresParser.QueryTailContext tail : context.queryTail()) {
      if (tail.LIMIT() != null || tail.FETCH() != null) {
        boolean one = tail.FETCH() != null && tail.expr() == null;
        limit =
            one
                ? Optional.of(new SqlExpr.NumberLiteral("1"))
                : Optional.ofNullable(tail.expr()).map(expressions::expression);
        withTies = tail.TIES() != null;
      } else if (tail.OFFSET() != null) {
        offset = Optional.of(expressions.expression(tail.expr()));
      } else {
        locking.addAll(Tokens.folded(tail));
      }
    }
    boolean bare =
        context.withClause() == null
            && context.orderBy() == null
            && limit.isEmpty()
            && offset.isEmpty()
            && locking.isEmpty();
    if (bare) {
      return term;
    }
    boolean nested = !term.equals(Query.of(term.body()));
    return new Query(
        context.withClause() != null && context.withClause().RECURSIVE() != null,
        with(context.withClause()),
        nested ? asBody(term) : term.body(),
        keys(context.orderBy()),
        limit,
        offset,
        withTies,
        locking);
  }

  // (SELECT … LIMIT 1) ORDER BY …: what is in the brackets is over before the rest begins.
  private static Query.Body asBody(Query query) {
    return new Query.Select(
        false,
        List.of(),
        List.of(new Query.Item(new SqlExpr.Star(List.of()), Optional.empty())),
        List.of(
            new FromItem.Derived(
                query,
                false,
                Optional.of(new FromItem.Alias(Identifier.of("unnamed_subquery"), List.of())))),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of());
  }

  private List<Query.With> with(PostgresParser.WithClauseContext context) {
    return context == null
        ? List.of()
        : context.withQuery().stream()
            .map(
                one ->
                    new Query.With(
                        names.name(one.name()),
                        names.names(Optional.ofNullable(one.nameList())),
                        one.MATERIALIZED() == null
                            ? Optional.empty()
                            : Optional.of(one.NOT() == null),
                        query(one.query())))
            .toList();
  }

  private Query term(PostgresParser.QueryTermContext context) {
    return switch (context) {
      case PostgresParser.SimpleTermContext it -> simple(it.simpleQuery());
      case PostgresParser.SetTermContext it ->
          Query.of(
              new Query.SetOperation(
                  operator(it), it.ALL() != null, term(it.queryTerm(0)), term(it.queryTerm(1))));
      default -> throw new BeyondTheModel(context, "a set operation without a builder");
    };
  }

  private static Query.SetOperation.Operator operator(PostgresParser.SetTermContext context) {
    if (context.INTERSECT() != null) {
      return Query.SetOperation.Operator.INTERSECT;
    }
    return context.UNION() == null
        ? Query.SetOperation.Operator.EXCEPT
        : Query.SetOperation.Operator.UNION;
  }

  private Query simple(PostgresParser.SimpleQueryContext context) {
    if (context.query() != null) {
      return query(context.query());
    }
    if (context.VALUES() != null) {
      return Query.of(
          new Query.Values(
              context.valuesRow().stream().map(row -> expressions.list(row.exprList())).toList()));
    }
    return Query.of(
        context.TABLE() == null
            ? select(context.selectClause())
            : table(names.object(context.qualifiedName()), context.ONLY() != null));
  }

  // TABLE t is SELECT * FROM t (manual, SELECT).
  private static Query.Select table(ObjectName table, boolean only) {
    return new Query.Select(
        false,
        List.of(),
        List.of(new Query.Item(new SqlExpr.Star(List.of()), Optional.empty())),
        List.of(new FromItem.Relation(table, only, Optional.empty(), List.of())),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of());
  }

  private Query.Select select(PostgresParser.SelectClauseContext context) {
    int at = 0;
    Optional<SqlExpr> where = Optional.empty();
    if (context.WHERE() != null) {
      where = Optional.of(expressions.expression(context.expr(at++)));
    }
    Optional<SqlExpr> having =
        context.HAVING() == null
            ? Optional.empty()
            : Optional.of(expressions.expression(context.expr(at)));
    return new Query.Select(
        context.DISTINCT() != null && context.ON() == null,
        context.ON() == null ? List.of() : expressions.list(context.exprList()),
        context.selectItem().stream().map(this::item).toList(),
        context.fromItem().stream().map(this::from).toList(),
        where,
        context.groupClause() == null
            ? List.of()
            : context.groupClause().groupItem().stream().map(this::group).toList(),
        having,
        context.namedWindow().stream()
            .map(one -> new Query.NamedWindow(names.name(one.name()), window(one.windowBody())))
            .toList());
  }

  private Query.Item item(PostgresParser.SelectItemContext context) {
    if (context.STAR() != null) {
      return new Query.Item(new SqlExpr.Star(List.of()), Optional.empty());
    }
    Optional<Identifier> alias =
        context.anyWord() != null
            ? Optional.of(names.name(context.anyWord()))
            : Optional.ofNullable(context.name()).map(names::name);
    return new Query.Item(expressions.expression(context.expr()), alias);
  }

  private SqlExpr group(PostgresParser.GroupItemContext context) {
    if (context.expr() != null) {
      return expressions.expression(context.expr());
    }
    if (context.SETS() != null) {
      return call("grouping sets", context.groupItem().stream().map(this::group).toList());
    }
    return context.exprList() == null
        ? new SqlExpr.Row(List.of())
        : call(
            context.getStart().getText().toLowerCase(Locale.ROOT),
            expressions.list(context.exprList()));
  }

  private static SqlExpr call(String name, List<SqlExpr> arguments) {
    return new SqlExpr.FunctionCall(ObjectName.unqualified(Identifier.of(name)), arguments, true);
  }

  Window over(PostgresParser.OverClauseContext context) {
    return context.name() == null
        ? window(context.windowBody())
        : new Window(names.name(context.name()), true, List.of(), List.of(), List.of());
  }

  private Window window(PostgresParser.WindowBodyContext context) {
    List<String> frame = new ArrayList<>();
    if (context.ROWS() != null || context.RANGE() != null || context.GROUPS() != null) {
      boolean rows = context.ROWS() != null;
      frame.add(rows ? "rows" : context.RANGE() != null ? "range" : "groups");
      context.anyInside().forEach(part -> frame.addAll(Tokens.folded(part)));
    }
    return new Window(
        context.name() == null ? Identifier.NONE : names.name(context.name()),
        false,
        expressions.list(context.exprList()),
        keys(context.orderBy()),
        frame);
  }

  List<SortKey> keys(PostgresParser.OrderByContext context) {
    return context == null ? List.of() : context.sortKey().stream().map(this::key).toList();
  }

  private SortKey key(PostgresParser.SortKeyContext context) {
    return new SortKey(
        expressions.expression(context.expr()),
        context.DESC() != null,
        context.NULLS() == null ? Optional.empty() : Optional.of(context.FIRST() != null),
        Optional.ofNullable(context.sortOperator())
            .map(one -> String.join("", Tokens.folded(one))));
  }

  // ------------------------------------------------------------ FROM

  private FromItem from(PostgresParser.FromItemContext context) {
    FromItem item = primary(context.fromPrimary());
    for (PostgresParser.JoinTailContext tail : context.joinTail()) {
      item = join(item, tail);
    }
    return item;
  }

  private FromItem join(FromItem left, PostgresParser.JoinTailContext context) {
    boolean plain = context.CROSS() != null || context.NATURAL() != null;
    return new FromItem.Join(
        context.CROSS() == null ? kind(context.joinKind()) : FromItem.Join.Kind.CROSS,
        context.NATURAL() != null,
        left,
        plain ? primary(context.fromPrimary()) : from(context.fromItem()),
        names.names(Optional.ofNullable(context.nameList())),
        Optional.ofNullable(context.expr()).map(expressions::expression),
        Optional.ofNullable(context.name())
            .map(name -> new FromItem.Alias(names.name(name), List.of())));
  }

  private static FromItem.Join.Kind kind(PostgresParser.JoinKindContext context) {
    if (context == null || context.INNER() != null) {
      return FromItem.Join.Kind.INNER;
    }
    if (context.LEFT() != null) {
      return FromItem.Join.Kind.LEFT;
    }
    return context.RIGHT() == null ? FromItem.Join.Kind.FULL : FromItem.Join.Kind.RIGHT;
  }

  private FromItem primary(PostgresParser.FromPrimaryContext context) {
    if (context.relationItem() != null) {
      return relation(context.relationItem());
    }
    if (context.query() != null) {
      return new FromItem.Derived(
          query(context.query()), context.LATERAL() != null, alias(context.tableAlias()));
    }
    if (context.rowsFunction() != null) {
      return calls(context);
    }
    FromItem item = from(context.fromItem());
    Optional<FromItem.Alias> alias = alias(context.tableAlias());
    if (alias.isPresent() && item instanceof FromItem.Join join) {
      return new FromItem.Join(
          join.kind(), join.natural(), join.left(), join.right(), join.using(), join.on(), alias);
    }
    return item;
  }

  private FromItem relation(PostgresParser.RelationItemContext context) {
    List<String> sample = new ArrayList<>();
    if (context.TABLESAMPLE() != null) {
      List<String> tokens = Tokens.folded(context);
      sample.addAll(tokens.subList(tokens.indexOf("tablesample"), tokens.size()));
    }
    return new FromItem.Relation(
        names.object(context.qualifiedName()),
        context.ONLY() != null,
        alias(context.tableAlias()),
        sample);
  }

  private Optional<FromItem.Alias> alias(PostgresParser.TableAliasContext context) {
    return Optional.ofNullable(context)
        .map(
            one ->
                new FromItem.Alias(
                    names.name(one.name()), names.names(Optional.ofNullable(one.nameList()))));
  }

  private FromItem calls(PostgresParser.FromPrimaryContext context) {
    PostgresParser.RowsFunctionContext function = context.rowsFunction();
    PostgresParser.FunctionAliasContext alias = context.functionAlias();
    Optional<PostgresParser.RowDefinitionContext> definition =
        Optional.ofNullable(alias).map(PostgresParser.FunctionAliasContext::rowDefinition);
    return new FromItem.Calls(
        function.functionCall().stream().map(expressions::call).toList(),
        function.ROWS() != null,
        context.ORDINALITY() != null,
        Optional.ofNullable(alias)
            .filter(one -> one.name() != null)
            .map(
                one ->
                    new FromItem.Alias(
                        names.name(one.name()), names.names(Optional.ofNullable(one.nameList())))),
        definition
            .map(
                columns ->
                    columns.attribute().stream()
                        .map(
                            one ->
                                new FromItem.Definition(
                                    names.name(one.name()), types.type(one.typeName())))
                        .toList())
            .orElse(List.of()));
  }
}
