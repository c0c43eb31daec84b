package dev.schemend.dialect.mysql;

import dev.schemend.expr.Queries;
import dev.schemend.expr.Query;
import dev.schemend.expr.SortKey;
import dev.schemend.expr.SqlExpr;
import dev.schemend.name.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * The form in which queries of views are compared: what {@code SHOW CREATE VIEW} of either server
 * prints, and what its author wrote, have one such form. Names are resolved, {@code *} is spelled
 * out, every join is an inner or a left one with its condition behind {@code ON}, positions and
 * aliases in {@code ORDER BY} and {@code GROUP BY} are what they mean.
 */
final class MySqlQueryForm {

  /** A name that nothing known answers to: the query is not understood. */
  static final class Unresolved extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unresolved(String what) {
      super(what, null, false, false);
    }
  }

  private static final SqlExpr ONE = new SqlExpr.NumberLiteral("1");

  private final MySqlExpressions expressions;
  private final MySqlJoins joins;

  MySqlQueryForm(MySqlScope scope) {
    this.expressions = scope.dialect().expressions();
    this.joins = new MySqlJoins(scope, this);
  }

  /**
   * The form of a view's query; empty where not everything in it is understood.
   *
   * @param columns the names that the view gives its columns
   */
  Optional<Query> of(Query query, List<Identifier> columns) {
    try {
      return Optional.of(named(query(query, MySqlRows.NONE), columns));
    } catch (Unresolved notUnderstood) {
      return Optional.empty();
    }
  }

  // ------------------------------------------------------------ whole queries

  /** A query where names mean what {@code outer} says. */
  Query query(Query written, MySqlRows outer) {
    MySqlRows around = outer;
    List<Query.With> with = new ArrayList<>();
    for (Query.With one : written.with()) {
      if (written.recursive()) {
        around = around.withTable(one.name(), recursiveColumns(one));
      }
      Query inner = named(query(one.query(), around), one.columns());
      around = around.withTable(one.name(), aliases(inner));
      with.add(new Query.With(one.name(), List.of(), Optional.empty(), inner));
    }
    return switch (written.body()) {
      case Query.Select select -> select(written, select, with, around);
      case Query.SetOperation operation -> {
        Query left = query(operation.left(), around);
        Query right = named(query(operation.right(), around), aliases(left));
        yield new Query(
            written.recursive(),
            with,
            new Query.SetOperation(operation.operator(), operation.all(), left, right),
            written.orderBy().stream().map(key -> onResult(key, aliases(left))).toList(),
            written.limit(),
            written.offset(),
            false,
            List.of());
      }
      case Query.Values values -> throw new Unresolved("VALUES");
      case Query.Carried carried -> throw new Unresolved("a query");
    };
  }

  private static List<Identifier> recursiveColumns(Query.With with) {
    if (!with.columns().isEmpty()) {
      return with.columns();
    }
    return Queries.firstSelect(with.query())
        .map(
            select ->
                select.items().stream()
                    .map(item -> item.alias().orElseThrow(() -> new Unresolved("*")))
                    .toList())
        .orElseThrow(() -> new Unresolved("a query"));
  }

  // The order of a union is by the names of its columns, or by their numbers.
  private static SortKey onResult(SortKey key, List<Identifier> columns) {
    int at =
        switch (key.expression()) {
          case SqlExpr.NumberLiteral number -> Integer.parseInt(number.digits()) - 1;
          case SqlExpr.ColumnRef column -> columns.indexOf(column.column());
          default -> -1;
        };
    if (at < 0 || at >= columns.size()) {
      throw new Unresolved("an order");
    }
    return key.withExpression(new SqlExpr.ColumnRef(List.of(), columns.get(at)));
  }

  private Query select(
      Query written, Query.Select select, List<Query.With> with, MySqlRows around) {
    Optional<MySqlJoins.Joined> joined = joins.of(select.from(), around);
    MySqlRows rows = around.inside(joined.map(MySqlJoins.Joined::sources).orElse(List.of()));
    List<Query.Item> items = new ArrayList<>();
    for (Query.Item item : select.items()) {
      if (item.expression() instanceof SqlExpr.Star star) {
        rows.columns(star.qualifiers()).forEach(column -> items.add(item(column)));
      } else {
        items.add(new Query.Item(expression(item.expression(), rows), item.alias()));
      }
    }
    UnaryOperator<SqlExpr> columnsFirst = one -> meaning(one, items, rows, false);
    UnaryOperator<SqlExpr> aliasesFirst = one -> meaning(one, items, rows, true);
    return new Query(
        written.recursive(),
        with,
        new Query.Select(
            select.distinct(),
            List.of(),
            items,
            joined.map(MySqlJoins.Joined::item).stream().toList(),
            select.where().map(one -> condition(one, rows)),
            select.groupBy().stream().map(columnsFirst).toList(),
            select.having().map(one -> expressions.condition(having(one, items, rows))),
            List.of()),
        written.orderBy().stream()
            .map(key -> key.withExpression(aliasesFirst.apply(key.expression())))
            .toList(),
        written.limit(),
        written.offset(),
        false,
        List.of());
  }

  private static Query.Item item(SqlExpr.ColumnRef column) {
    return new Query.Item(column, Optional.of(column.column()));
  }

  /** What stands in {@code GROUP BY} or {@code ORDER BY}: a position, an alias, or a value. */
  private SqlExpr meaning(
      SqlExpr written, List<Query.Item> items, MySqlRows rows, boolean aliasesFirst) {
    if (written instanceof SqlExpr.NumberLiteral number) {
      int at = Integer.parseInt(number.digits()) - 1;
      if (at < 0 || at >= items.size()) {
        throw new Unresolved("a position");
      }
      return items.get(at).expression();
    }
    if (written instanceof SqlExpr.ColumnRef column && column.qualifiers().isEmpty()) {
      Optional<SqlExpr> alias = aliased(column.column(), items);
      Optional<SqlExpr> own = rows.find(column.column()).map(SqlExpr.class::cast);
      return (aliasesFirst ? alias.or(() -> own) : own.or(() -> alias))
          .orElseThrow(() -> new Unresolved(column.column().text()));
    }
    return having(written, items, rows);
  }

  private static Optional<SqlExpr> aliased(Identifier name, List<Query.Item> items) {
    return items.stream()
        .filter(item -> item.alias().filter(name::equals).isPresent())
        .map(Query.Item::expression)
        .findFirst();
  }

  /** An expression in which names may be columns, or else aliases. */
  private SqlExpr having(SqlExpr written, List<Query.Item> items, MySqlRows rows) {
    SqlExpr replaced =
        MySqlExpressions.operands(
            written,
            node ->
                node instanceof SqlExpr.ColumnRef column
                        && column.qualifiers().isEmpty()
                        && rows.find(column.column()).isEmpty()
                    ? aliased(column.column(), items).orElse(column)
                    : node);
    return expression(replaced, rows);
  }

  /** {@code query} with other names of its columns. */
  static Query named(Query query, List<Identifier> columns) {
    if (columns.isEmpty()) {
      return query;
    }
    Query.Body body =
        switch (query.body()) {
          case Query.Select select -> {
            if (select.items().size() != columns.size()) {
              throw new Unresolved("the number of columns");
            }
            yield new Query.Select(
                select.distinct(),
                select.distinctOn(),
                IntStream.range(0, columns.size())
                    .mapToObj(
                        i ->
                            new Query.Item(
                                select.items().get(i).expression(), Optional.of(columns.get(i))))
                    .toList(),
                select.from(),
                select.where(),
                select.groupBy(),
                select.having(),
                select.windows());
          }
          case Query.SetOperation set ->
              new Query.SetOperation(
                  set.operator(),
                  set.all(),
                  named(set.left(), columns),
                  named(set.right(), columns));
          case Query.Values values -> values;
          case Query.Carried carried -> carried;
        };
    List<Identifier> before = aliases(query);
    boolean ofResult = query.body() instanceof Query.SetOperation;
    return new Query(
        query.recursive(),
        query.with(),
        body,
        query.orderBy().stream()
            .map(
                key ->
                    ofResult && key.expression() instanceof SqlExpr.ColumnRef column
                        ? key.withExpression(
                            new SqlExpr.ColumnRef(
                                List.of(), columns.get(before.indexOf(column.column()))))
                        : key)
            .toList(),
        query.limit(),
        query.offset(),
        false,
        List.of());
  }

  /** The names of a query's columns. */
  static List<Identifier> aliases(Query query) {
    return Queries.firstSelect(query)
        .map(
            select ->
                select.items().stream().map(item -> item.alias().orElse(Identifier.NONE)).toList())
        .orElseThrow(() -> new Unresolved("a query"));
  }

  // ------------------------------------------------------------ expressions

  SqlExpr condition(SqlExpr written, MySqlRows rows) {
    return expressions.condition(expression(written, rows));
  }

  private SqlExpr expression(SqlExpr written, MySqlRows rows) {
    SqlExpr resolved = MySqlExpressions.operands(written, node -> resolved(node, rows));
    return expressions.inQuery(resolved);
  }

  private SqlExpr resolved(SqlExpr node, MySqlRows rows) {
    return switch (node) {
      case SqlExpr.ColumnRef column -> rows.resolve(column);
      // COUNT(*) is COUNT(0) to both servers.
      case SqlExpr.Star star -> new SqlExpr.NumberLiteral("0");
      case SqlExpr.Opaque opaque -> throw new Unresolved("an expression");
      case SqlExpr.Subquery subquery ->
          new SqlExpr.Subquery(subquery.use(), inside(subquery, query(subquery.query(), rows)));
      case SqlExpr.QuantifiedQuery quantified -> quantified(quantified, rows);
      default -> node;
    };
  }

  private SqlExpr quantified(SqlExpr.QuantifiedQuery written, MySqlRows rows) {
    Query query = withoutNames(query(written.query(), rows));
    // <> ALL is NOT IN, as both servers print it.
    boolean notIn =
        written.operator().equals("<>")
            && written.quantifier() == SqlExpr.Quantified.Quantifier.ALL;
    SqlExpr test =
        new SqlExpr.QuantifiedQuery(
            written.left(),
            notIn ? "=" : written.operator(),
            notIn ? SqlExpr.Quantified.Quantifier.ANY : written.quantifier(),
            query);
    return notIn ? new SqlExpr.Unary("not", test) : test;
  }

  // Whether there are rows does not depend on what is shown of them.
  private static Query inside(SqlExpr.Subquery subquery, Query query) {
    if (subquery.use() != SqlExpr.Subquery.Use.EXISTS
        || !(query.body() instanceof Query.Select select)) {
      return withoutNames(query);
    }
    boolean grouped = !select.groupBy().isEmpty() || select.having().isPresent();
    return grouped
        ? withoutNames(query)
        : Query.of(
            new Query.Select(
                false,
                List.of(),
                List.of(new Query.Item(ONE, Optional.empty())),
                select.from(),
                select.where(),
                List.of(),
                Optional.empty(),
                List.of()));
  }

  private static Query withoutNames(Query query) {
    if (!(query.body() instanceof Query.Select select)) {
      return query;
    }
    return new Query(
        query.recursive(),
        query.with(),
        new Query.Select(
            select.distinct(),
            List.of(),
            select.items().stream()
                .map(item -> new Query.Item(item.expression(), Optional.empty()))
                .toList(),
            select.from(),
            select.where(),
            select.groupBy(),
            select.having(),
            List.of()),
        query.orderBy(),
        query.limit(),
        query.offset(),
        false,
        List.of());
  }
}
