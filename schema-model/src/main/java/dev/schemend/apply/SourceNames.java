package dev.schemend.apply;

import dev.schemend.expr.Expressions;
import dev.schemend.expr.FromItem;
import dev.schemend.expr.Queries;
import dev.schemend.expr.Query;
import dev.schemend.expr.SqlExpr;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The names under which a query knows what it reads. A relation without an alias is called by its
 * current name (PostgreSQL: set_rtable_names), so its columns follow when it is renamed; where that
 * name could mean something else, they do not.
 */
final class SourceNames {

  private final List<FromItem.Relation> unnamed = new ArrayList<>();
  private final Set<Identifier> given = new HashSet<>();

  /** What columns are of, also where that is a source of a query around this one. */
  private final Set<Identifier> called = new HashSet<>();

  private SourceNames() {}

  /** {@code query} with one relation renamed, alias or not; empty where it needs an alias now. */
  static Optional<Query> follow(Query query, ObjectName from, ObjectName to) {
    SourceNames names = new SourceNames();
    names.read(query);
    return names.isFree(from, to) ? Optional.of(renamed(query, from, to)) : Optional.empty();
  }

  private boolean isFree(ObjectName from, ObjectName to) {
    Identifier old = from.name();
    boolean alone =
        unnamed.stream().anyMatch(one -> one.name().equals(from))
            && !given.contains(old)
            && unnamed.stream()
                .map(FromItem.Relation::name)
                .filter(name -> name.name().equals(old))
                .allMatch(from::equals);
    boolean taken =
        given.contains(to.name())
            || called.contains(to.name())
            || unnamed.stream().anyMatch(one -> one.name().name().equals(to.name()));
    return alone && (old.equals(to.name()) || !taken);
  }

  private void read(Query query) {
    query.with().forEach(one -> given.add(one.name()));
    if (query.body() instanceof Query.Select select) {
      select.from().forEach(this::read);
    }
    Queries.mapLevel(
        query,
        expression -> {
          read(expression);
          return expression;
        },
        inner -> {
          read(inner);
          return inner;
        });
  }

  private void read(FromItem item) {
    switch (item) {
      case FromItem.Relation relation when relation.alias().isEmpty() -> unnamed.add(relation);
      case FromItem.Relation relation -> read(relation.alias());
      case FromItem.Derived derived -> read(derived.alias());
      case FromItem.Calls calls -> read(calls.alias());
      case FromItem.Join join -> {
        read(join.left());
        read(join.right());
        read(join.alias());
      }
    }
  }

  private void read(Optional<FromItem.Alias> alias) {
    alias.ifPresent(one -> given.add(one.name()));
  }

  private void read(SqlExpr expression) {
    Expressions.visitOperands(
        expression,
        node -> {
          switch (node) {
            case SqlExpr.Subquery subquery -> read(subquery.query());
            case SqlExpr.QuantifiedQuery quantified -> read(quantified.query());
            // It may be a whole row.
            case SqlExpr.ColumnRef column when column.qualifiers().isEmpty() ->
                given.add(column.column());
            case SqlExpr.ColumnRef column -> called.add(column.qualifiers().getFirst());
            default -> {}
          }
        });
  }

  private static Query renamed(Query query, ObjectName from, ObjectName to) {
    return Queries.map(
        query,
        expression -> renamed(expression, from, to),
        relation ->
            relation.name().equals(from)
                ? new FromItem.Relation(to, relation.only(), relation.alias(), relation.sample())
                : relation);
  }

  private static SqlExpr renamed(SqlExpr expression, ObjectName from, ObjectName to) {
    List<Identifier> old = List.of(from.name());
    List<Identifier> current = List.of(to.name());
    return switch (expression) {
      case SqlExpr.ColumnRef column when column.qualifiers().equals(old) ->
          new SqlExpr.ColumnRef(current, column.column());
      case SqlExpr.Star star when star.qualifiers().equals(old) -> new SqlExpr.Star(current);
      case SqlExpr.Subquery subquery ->
          new SqlExpr.Subquery(subquery.use(), renamed(subquery.query(), from, to));
      case SqlExpr.QuantifiedQuery quantified ->
          new SqlExpr.QuantifiedQuery(
              renamed(quantified.left(), from, to),
              quantified.operator(),
              quantified.quantifier(),
              renamed(quantified.query(), from, to));
      default -> Expressions.mapChildren(expression, child -> renamed(child, from, to));
    };
  }
}
