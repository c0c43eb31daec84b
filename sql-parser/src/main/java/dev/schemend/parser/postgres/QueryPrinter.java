package dev.schemend.parser.postgres;

import dev.schemend.expr.FromItem;
import dev.schemend.expr.Query;
import dev.schemend.expr.SortKey;
import dev.schemend.expr.SqlExpr;
import dev.schemend.expr.Window;
import dev.schemend.name.Identifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Queries as PostgreSQL reads them. */
final class QueryPrinter {

  private final TypePrinter types;
  private final ExpressionPrinter expressions;

  QueryPrinter(TypePrinter types, ExpressionPrinter expressions) {
    this.types = types;
    this.expressions = expressions;
  }

  String print(Query query) {
    StringBuilder text = new StringBuilder();
    if (!query.with().isEmpty()) {
      text.append(query.recursive() ? "WITH RECURSIVE " : "WITH ")
          .append(query.with().stream().map(this::with).collect(Collectors.joining(", ")))
          .append(' ');
    }
    text.append(body(query.body()));
    if (!query.orderBy().isEmpty()) {
      text.append(" ORDER BY ").append(keys(query.orderBy()));
    }
    query.limit().ifPresent(limit -> text.append(limit(query, limit)));
    query.offset().ifPresent(offset -> text.append(" OFFSET ").append(expressions.operand(offset)));
    query.locking().forEach(token -> text.append(' ').append(Quoting.upper(token)));
    return text.toString();
  }

  private String limit(Query query, SqlExpr limit) {
    return query.withTies()
        ? " FETCH FIRST (" + expressions.print(limit) + ") ROWS WITH TIES"
        : " LIMIT " + expressions.operand(limit);
  }

  private String with(Query.With with) {
    return Quoting.name(with.name())
        + names(with.columns())
        + " AS "
        + with.materialized().map(yes -> yes ? "MATERIALIZED " : "NOT MATERIALIZED ").orElse("")
        + "("
        + print(with.query())
        + ")";
  }

  private static String names(List<Identifier> names) {
    return names.isEmpty()
        ? ""
        : names.stream().map(Quoting::name).collect(Collectors.joining(", ", "(", ")"));
  }

  private String body(Query.Body body) {
    return switch (body) {
      case Query.Select select -> select(select);
      case Query.SetOperation operation ->
          arm(operation.left())
              + " "
              + operation.operator()
              + (operation.all() ? " ALL " : " ")
              + arm(operation.right());
      case Query.Values values ->
          "VALUES "
              + values.rows().stream()
                  .map(row -> "(" + list(row) + ")")
                  .collect(Collectors.joining(", "));
      case Query.Carried carried -> String.join(" ", carried.tokens());
    };
  }

  // Brackets around all but plain queries, so that no one has to know what binds tighter.
  private String arm(Query query) {
    boolean plain =
        query.equals(Query.of(query.body()))
            && (query.body() instanceof Query.Select || query.body() instanceof Query.Values);
    return plain ? print(query) : "(" + print(query) + ")";
  }

  private String select(Query.Select select) {
    StringBuilder text = new StringBuilder("SELECT ");
    if (select.distinct()) {
      text.append("DISTINCT ");
    }
    if (!select.distinctOn().isEmpty()) {
      text.append("DISTINCT ON (").append(list(select.distinctOn())).append(") ");
    }
    text.append(select.items().stream().map(this::item).collect(Collectors.joining(", ")));
    if (!select.from().isEmpty()) {
      text.append(" FROM ")
          .append(select.from().stream().map(this::from).collect(Collectors.joining(", ")));
    }
    select.where().ifPresent(where -> text.append(" WHERE ").append(expressions.print(where)));
    if (!select.groupBy().isEmpty()) {
      text.append(" GROUP BY ")
          .append(select.groupBy().stream().map(this::group).collect(Collectors.joining(", ")));
    }
    select.having().ifPresent(one -> text.append(" HAVING ").append(expressions.print(one)));
    if (!select.windows().isEmpty()) {
      text.append(" WINDOW ")
          .append(
              select.windows().stream()
                  .map(one -> Quoting.name(one.name()) + " AS (" + window(one.window()) + ")")
                  .collect(Collectors.joining(", ")));
    }
    return text.toString();
  }

  private String item(Query.Item item) {
    return expressions.print(item.expression())
        + item.alias().map(alias -> " AS " + Quoting.name(alias)).orElse("");
  }

  private String group(SqlExpr expression) {
    if (expression instanceof SqlExpr.FunctionCall call && !call.name().isQualified()) {
      String word = call.name().name().key();
      if (word.equals("grouping sets")) {
        return call.arguments().stream()
            .map(this::group)
            .collect(Collectors.joining(", ", "GROUPING SETS (", ")"));
      }
      if (word.equals("rollup") || word.equals("cube")) {
        return Quoting.upper(word) + "(" + list(call.arguments()) + ")";
      }
    }
    return expression instanceof SqlExpr.Row row && row.elements().isEmpty()
        ? "()"
        : expressions.operand(expression);
  }

  private String from(FromItem item) {
    return switch (item) {
      case FromItem.Relation relation ->
          (relation.only() ? "ONLY " : "")
              + types.name(relation.name())
              + alias(relation.alias())
              + relation.sample().stream().map(one -> " " + one).collect(Collectors.joining());
      case FromItem.Derived derived ->
          (derived.lateral() ? "LATERAL (" : "(")
              + print(derived.query())
              + ")"
              + alias(derived.alias());
      case FromItem.Calls calls -> calls(calls);
      case FromItem.Join join -> join(join);
    };
  }

  private static String alias(Optional<FromItem.Alias> alias) {
    return alias.map(one -> " AS " + Quoting.name(one.name()) + names(one.columns())).orElse("");
  }

  private String calls(FromItem.Calls calls) {
    String functions = list(calls.calls());
    boolean several = calls.rowsFrom() || calls.calls().size() > 1;
    return (several ? "ROWS FROM (" + functions + ")" : functions)
        + (calls.ordinality() ? " WITH ORDINALITY" : "")
        + (calls.definition().isEmpty()
            ? alias(calls.alias())
            : " AS "
                + calls.alias().map(one -> Quoting.name(one.name())).orElse("")
                + calls.definition().stream()
                    .map(one -> Quoting.name(one.name()) + " " + types.print(one.type()))
                    .collect(Collectors.joining(", ", " (", ")")));
  }

  private String join(FromItem.Join join) {
    String right = from(join.right());
    String text =
        from(join.left())
            + (join.natural() ? " NATURAL" : "")
            + (join.kind() == FromItem.Join.Kind.INNER ? " JOIN " : " " + join.kind() + " JOIN ")
            + (join.right() instanceof FromItem.Join ? "(" + right + ")" : right)
            + (join.using().isEmpty() ? "" : " USING " + names(join.using()))
            + join.on().map(on -> " ON " + expressions.print(on)).orElse("");
    return join.alias().isEmpty() ? text : "(" + text + ")" + alias(join.alias());
  }

  private String list(List<SqlExpr> list) {
    return list.stream().map(expressions::print).collect(Collectors.joining(", "));
  }

  private String keys(List<SortKey> keys) {
    return keys.stream()
        .map(
            key ->
                expressions.operand(key.expression())
                    + key.using().map(one -> " USING " + one).orElse("")
                    + (key.descending() ? " DESC" : "")
                    + key.nullsFirst()
                        .map(first -> first ? " NULLS FIRST" : " NULLS LAST")
                        .orElse(""))
        .collect(Collectors.joining(", "));
  }

  private String window(Window window) {
    StringBuilder text = new StringBuilder();
    if (!window.base().isNone()) {
      text.append(Quoting.name(window.base())).append(' ');
    }
    if (!window.partitionBy().isEmpty()) {
      text.append("PARTITION BY ").append(list(window.partitionBy())).append(' ');
    }
    if (!window.orderBy().isEmpty()) {
      text.append("ORDER BY ").append(keys(window.orderBy())).append(' ');
    }
    return text.append(String.join(" ", window.frame())).toString().strip();
  }

  /** What stands in queries only, or holds one. */
  String part(SqlExpr.OfQuery part) {
    return switch (part) {
      case SqlExpr.Star star ->
          star.qualifiers().stream()
                  .map(one -> Quoting.name(one) + ".")
                  .collect(Collectors.joining())
              + "*";
      case SqlExpr.Subquery subquery ->
          (subquery.use() == SqlExpr.Subquery.Use.SCALAR ? "" : subquery.use().name())
              + "("
              + print(subquery.query())
              + ")";
      case SqlExpr.QuantifiedQuery quantified ->
          expressions.operand(quantified.left())
              + " "
              + ExpressionPrinter.operatorText(quantified.operator())
              + " "
              + quantified.quantifier()
              + " ("
              + print(quantified.query())
              + ")";
      case SqlExpr.Invocation invocation -> invocation(invocation);
      case SqlExpr.Field field ->
          "(" + expressions.print(field.operand()) + ")." + Quoting.name(field.field());
      case SqlExpr.NamedArgument argument ->
          Quoting.name(argument.name()) + " => " + expressions.print(argument.value());
    };
  }

  private String invocation(SqlExpr.Invocation invocation) {
    List<SqlExpr> arguments = invocation.call().arguments();
    StringBuilder inside = new StringBuilder(invocation.distinct() ? "DISTINCT " : "");
    for (int i = 0; i < arguments.size(); i++) {
      boolean last = i == arguments.size() - 1;
      inside
          .append(i == 0 ? "" : ", ")
          .append(invocation.variadic() && last ? "VARIADIC " : "")
          .append(expressions.print(arguments.get(i)));
    }
    if (!invocation.orderBy().isEmpty()) {
      inside.append(" ORDER BY ").append(keys(invocation.orderBy()));
    }
    StringBuilder text =
        new StringBuilder(ExpressionPrinter.called(invocation.call(), inside.toString()));
    if (!invocation.withinGroup().isEmpty()) {
      text.append(" WITHIN GROUP (ORDER BY ").append(keys(invocation.withinGroup())).append(')');
    }
    invocation
        .filter()
        .ifPresent(
            filter -> text.append(" FILTER (WHERE ").append(expressions.print(filter)).append(')'));
    invocation.over().ifPresent(window -> text.append(over(window)));
    return text.toString();
  }

  private String over(Window window) {
    return window.bare()
        ? " OVER " + Quoting.name(window.base())
        : " OVER (" + window(window) + ")";
  }
}
