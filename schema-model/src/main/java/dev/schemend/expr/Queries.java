package dev.schemend.expr;

import dev.schemend.expr.FromItem.Calls;
import dev.schemend.expr.FromItem.Derived;
import dev.schemend.expr.FromItem.Join;
import dev.schemend.expr.FromItem.Relation;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Walks over queries. */
public final class Queries {

  private Queries() {}

  /**
   * {@code query} with {@code expressions} applied to every expression as a whole and {@code
   * relations} to every relation, in the queries inside of it too. Queries inside of expressions
   * are the business of {@code expressions}.
   */
  public static Query map(
      Query query, UnaryOperator<SqlExpr> expressions, UnaryOperator<Relation> relations) {
    return new Mapping(expressions, relations, one -> map(one, expressions, relations))
        .query(query);
  }

  /**
   * {@code query} with {@code expressions} applied to the expressions of its own level and {@code
   * queries} to the queries in its {@code WITH}, its {@code FROM} and its arms.
   */
  public static Query mapLevel(
      Query query, UnaryOperator<SqlExpr> expressions, UnaryOperator<Query> queries) {
    return new Mapping(expressions, UnaryOperator.identity(), queries).query(query);
  }

  /** Shows every relation that {@code query} names, in its expressions too. */
  public static void relations(Query query, Consumer<Relation> visitor) {
    map(
        query,
        expression -> {
          relations(expression, visitor);
          return expression;
        },
        relation -> {
          visitor.accept(relation);
          return relation;
        });
  }

  /** Shows every relation that queries inside of {@code expression} name. */
  public static void relations(SqlExpr expression, Consumer<Relation> visitor) {
    Expressions.visitOperands(
        expression,
        node -> {
          if (node instanceof SqlExpr.Subquery subquery) {
            relations(subquery.query(), visitor);
          } else if (node instanceof SqlExpr.QuantifiedQuery quantified) {
            relations(quantified.query(), visitor);
          }
        });
  }

  private record Mapping(
      UnaryOperator<SqlExpr> expressions,
      UnaryOperator<Relation> relations,
      UnaryOperator<Query> queries) {

    Query query(Query query) {
      return new Query(
          query.recursive(),
          query.with().stream()
              .map(
                  one ->
                      new Query.With(
                          one.name(),
                          one.columns(),
                          one.materialized(),
                          queries.apply(one.query())))
              .toList(),
          body(query.body()),
          keys(query.orderBy()),
          query.limit().map(expressions),
          query.offset().map(expressions),
          query.withTies(),
          query.locking());
    }

    private Query.Body body(Query.Body body) {
      return switch (body) {
        case Query.Select select ->
            new Query.Select(
                select.distinct(),
                all(select.distinctOn()),
                select.items().stream()
                    .map(item -> new Query.Item(expressions.apply(item.expression()), item.alias()))
                    .toList(),
                select.from().stream().map(this::from).toList(),
                select.where().map(expressions),
                all(select.groupBy()),
                select.having().map(expressions),
                select.windows().stream()
                    .map(
                        one ->
                            new Query.NamedWindow(
                                one.name(), Expressions.map(one.window(), expressions)))
                    .toList());
        case Query.SetOperation operation ->
            new Query.SetOperation(
                operation.operator(),
                operation.all(),
                queries.apply(operation.left()),
                queries.apply(operation.right()));
        case Query.Values values ->
            new Query.Values(values.rows().stream().map(this::all).toList());
        case Query.Carried carried -> carried;
      };
    }

    private FromItem from(FromItem item) {
      return switch (item) {
        case Relation relation -> relations.apply(relation);
        case Derived derived ->
            new Derived(queries.apply(derived.query()), derived.lateral(), derived.alias());
        case Calls calls ->
            new Calls(
                all(calls.calls()),
                calls.rowsFrom(),
                calls.ordinality(),
                calls.alias(),
                calls.definition());
        case Join join ->
            new Join(
                join.kind(),
                join.natural(),
                from(join.left()),
                from(join.right()),
                join.using(),
                join.on().map(expressions),
                join.alias());
      };
    }

    private List<SqlExpr> all(List<SqlExpr> list) {
      return list.stream().map(expressions).toList();
    }

    private List<SortKey> keys(List<SortKey> keys) {
      return Expressions.map(keys, expressions);
    }
  }

  /** Whether any part of {@code query} is only carried. */
  public static boolean holdsCarried(Query query) {
    boolean[] found = {query.body() instanceof Query.Carried};
    if (query.body() instanceof Query.SetOperation operation) {
      found[0] |= holdsCarried(operation.left()) || holdsCarried(operation.right());
    }
    query.with().forEach(one -> found[0] |= holdsCarried(one.query()));
    return found[0];
  }

  /** The select list of {@code query}: of a set operation, that of its first arm. */
  public static Optional<Query.Select> firstSelect(Query query) {
    return switch (query.body()) {
      case Query.Select select -> Optional.of(select);
      case Query.SetOperation operation -> firstSelect(operation.left());
      case Query.Values values -> Optional.empty();
      case Query.Carried carried -> Optional.empty();
    };
  }
}
