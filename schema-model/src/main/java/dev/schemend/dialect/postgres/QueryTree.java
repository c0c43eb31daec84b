package dev.schemend.dialect.postgres;

import dev.schemend.expr.Expressions;
import dev.schemend.expr.FromItem;
import dev.schemend.expr.Query;
import dev.schemend.expr.SortKey;
import dev.schemend.expr.SqlExpr;
import dev.schemend.expr.Window;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Queries as trees of calls, for comparison: the names by which rows are known are numbers, since
 * they mean nothing outside of the query, and the server makes them up where two are the same.
 */
final class QueryTree {

  private static final SqlExpr NOTHING = leaf("nothing");

  private int sources;

  private QueryTree() {}

  static SqlExpr of(Query query) {
    return new QueryTree().query(query, Map.of());
  }

  /** The same of an expression that may hold queries. */
  static SqlExpr of(SqlExpr expression) {
    return new QueryTree().expression(expression, Map.of());
  }

  private static SqlExpr leaf(String text) {
    return new SqlExpr.FunctionCall(
        ObjectName.unqualified(Identifier.of("#" + text)), List.of(), false);
  }

  private static SqlExpr node(String text, SqlExpr... children) {
    return node(text, List.of(children));
  }

  private static SqlExpr node(String text, List<SqlExpr> children) {
    return new SqlExpr.FunctionCall(
        ObjectName.unqualified(Identifier.of("#" + text)), children, true);
  }

  private SqlExpr query(Query query, Map<Identifier, Identifier> around) {
    List<SqlExpr> with = new ArrayList<>();
    for (Query.With one : query.with()) {
      with.add(
          node(
              "with " + one.name() + one.materialized() + one.columns(),
              query(one.query(), around)));
    }
    Map<Identifier, Identifier> known = new HashMap<>(around);
    SqlExpr body = body(query.body(), known);
    return node(
        "query" + query.recursive() + query.withTies() + query.locking(),
        node("with", with),
        body,
        keys(query.orderBy(), known),
        optional(query.limit(), known),
        optional(query.offset(), known));
  }

  private SqlExpr body(Query.Body body, Map<Identifier, Identifier> known) {
    return switch (body) {
      case Query.Select select -> select(select, known);
      case Query.SetOperation operation ->
          node(
              operation.operator().name() + operation.all(),
              query(operation.left(), known),
              query(operation.right(), known));
      case Query.Values values ->
          node("values", values.rows().stream().map(row -> node("row", all(row, known))).toList());
      case Query.Carried carried -> new SqlExpr.Opaque(carried.tokens());
    };
  }

  private SqlExpr select(Query.Select select, Map<Identifier, Identifier> known) {
    select.from().forEach(item -> number(item, known));
    List<SqlExpr> from = select.from().stream().map(item -> from(item, known)).toList();
    return node(
        "select" + select.distinct(),
        node("on", all(select.distinctOn(), known)),
        node(
            "items",
            select.items().stream()
                .map(
                    item ->
                        node(
                            "as " + item.alias().map(Identifier::key).orElse(""),
                            expression(item.expression(), known)))
                .toList()),
        node("from", from),
        optional(select.where(), known),
        node("group", all(select.groupBy(), known)),
        optional(select.having(), known),
        node(
            "windows",
            select.windows().stream()
                .map(one -> node("window " + one.name(), window(one.window(), known)))
                .toList()));
  }

  private void number(FromItem item, Map<Identifier, Identifier> known) {
    switch (item) {
      case FromItem.Relation relation ->
          known.put(
              relation.alias().map(FromItem.Alias::name).orElse(relation.name().name()), next());
      case FromItem.Derived derived ->
          known.put(
              derived.alias().map(FromItem.Alias::name).orElse(Identifier.of("unnamed_subquery")),
              next());
      case FromItem.Calls calls ->
          calls.alias().ifPresent(alias -> known.put(alias.name(), next()));
      case FromItem.Join join -> {
        number(join.left(), known);
        number(join.right(), known);
      }
    }
  }

  private Identifier next() {
    sources++;
    return Identifier.of("#" + sources);
  }

  private SqlExpr from(FromItem item, Map<Identifier, Identifier> known) {
    return switch (item) {
      case FromItem.Relation relation ->
          node(
              "relation" + relation.only() + relation.sample(),
              new SqlExpr.RegClass(relation.name()),
              leaf("columns " + relation.alias().map(FromItem.Alias::columns).orElse(List.of())));
      case FromItem.Derived derived ->
          node(
              "derived" + derived.lateral(),
              query(derived.query(), known),
              leaf("columns " + derived.alias().map(FromItem.Alias::columns).orElse(List.of())));
      case FromItem.Calls calls ->
          node(
              "calls" + calls.rowsFrom() + calls.ordinality(),
              node("rows", all(calls.calls(), known)),
              leaf("outputs " + columns(calls)),
              leaf("definition " + calls.definition()));
      case FromItem.Join join ->
          node(
              join.kind() + " join " + join.natural() + join.using(),
              from(join.left(), known),
              from(join.right(), known),
              optional(join.on(), known));
    };
  }

  // One column that bears the name of the rows needs no name of its own.
  private static List<Identifier> columns(FromItem.Calls calls) {
    List<Identifier> columns = calls.alias().map(FromItem.Alias::columns).orElse(List.of());
    boolean same =
        columns.size() == 1
            && calls
                .alias()
                .map(FromItem.Alias::name)
                .filter(columns.getFirst()::equals)
                .isPresent();
    return same ? List.of() : columns;
  }

  private SqlExpr optional(Optional<SqlExpr> expression, Map<Identifier, Identifier> known) {
    return expression.map(one -> expression(one, known)).orElse(NOTHING);
  }

  private List<SqlExpr> all(List<SqlExpr> expressions, Map<Identifier, Identifier> known) {
    return expressions.stream().map(one -> expression(one, known)).toList();
  }

  private SqlExpr keys(List<SortKey> keys, Map<Identifier, Identifier> known) {
    return node(
        "order",
        keys.stream()
            .map(
                key ->
                    node(
                        "key" + key.descending() + key.nullsFirst() + key.using(),
                        expression(key.expression(), known)))
            .toList());
  }

  private SqlExpr window(Window window, Map<Identifier, Identifier> known) {
    return node(
        "window " + window.base() + window.bare() + window.frame(),
        node("partition", all(window.partitionBy(), known)),
        keys(window.orderBy(), known));
  }

  private SqlExpr expression(SqlExpr expression, Map<Identifier, Identifier> known) {
    return switch (expression) {
      case SqlExpr.ColumnRef column when !column.qualifiers().isEmpty() ->
          new SqlExpr.ColumnRef(
              List.of(renamed(column.qualifiers().getLast(), known)), column.column());
      case SqlExpr.OfQuery part -> part(part, known);
      default -> Expressions.mapOperands(expression, one -> expression(one, known));
    };
  }

  private static Identifier renamed(Identifier alias, Map<Identifier, Identifier> known) {
    return known.getOrDefault(alias, alias);
  }

  private SqlExpr part(SqlExpr.OfQuery part, Map<Identifier, Identifier> known) {
    return switch (part) {
      case SqlExpr.Star star ->
          star.qualifiers().isEmpty()
              ? star
              : new SqlExpr.Star(List.of(renamed(star.qualifiers().getLast(), known)));
      case SqlExpr.Subquery subquery ->
          node("subquery " + subquery.use(), unnamed(query(subquery.query(), known)));
      case SqlExpr.QuantifiedQuery quantified ->
          node(
              quantified.operator() + " " + quantified.quantifier(),
              expression(quantified.left(), known),
              unnamed(query(quantified.query(), known)));
      case SqlExpr.Invocation invocation ->
          node(
              "invocation" + invocation.distinct() + invocation.variadic(),
              expression(invocation.call(), known),
              keys(invocation.orderBy(), known),
              keys(invocation.withinGroup(), known),
              optional(invocation.filter(), known),
              invocation.over().map(window -> window(window, known)).orElse(NOTHING));
      case SqlExpr.Field field ->
          node("field " + field.field(), expression(field.operand(), known));
      case SqlExpr.NamedArgument argument ->
          node("argument " + argument.name(), expression(argument.value(), known));
    };
  }

  // What a query in the place of a value calls its columns is seen by nobody.
  private static SqlExpr unnamed(SqlExpr query) {
    return query instanceof SqlExpr.FunctionCall whole
            && whole.arguments().size() > 1
            && whole.arguments().get(1) instanceof SqlExpr.FunctionCall select
            && select.name().name().key().startsWith("#select")
        ? new SqlExpr.FunctionCall(
            whole.name(), replaced(whole.arguments(), 1, withoutNames(select)), true)
        : query;
  }

  private static SqlExpr withoutNames(SqlExpr.FunctionCall select) {
    SqlExpr.FunctionCall items = (SqlExpr.FunctionCall) select.arguments().get(1);
    List<SqlExpr> bare =
        items.arguments().stream()
            .map(item -> node("as", ((SqlExpr.FunctionCall) item).arguments()))
            .toList();
    return new SqlExpr.FunctionCall(
        select.name(), replaced(select.arguments(), 1, node("items", bare)), true);
  }

  private static List<SqlExpr> replaced(List<SqlExpr> list, int index, SqlExpr element) {
    List<SqlExpr> replaced = new ArrayList<>(list);
    replaced.set(index, element);
    return replaced;
  }
}
