package dev.schemend.dialect.postgres;

import dev.schemend.apply.TableExpressions;
import dev.schemend.expr.Expressions;
import dev.schemend.expr.FromItem;
import dev.schemend.expr.Queries;
import dev.schemend.expr.Query;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.EnumType;
import dev.schemend.model.MaterializedView;
import dev.schemend.model.Policy;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Table;
import dev.schemend.model.Trigger;
import dev.schemend.model.View;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What follows a label of an enum that gets another spelling: the server's constants hold the
 * label, not how it is written (catalog {@code pg_enum}). A constant is of the type where a cast
 * says so, and where it meets a column of the type.
 */
final class EnumLabels {

  private static final Set<String> COMPARISONS =
      Set.of("=", "<>", "<", ">", "<=", ">=", "is distinct from", "is not distinct from");

  private static final Set<String> OF_ONE_TYPE = Set.of("coalesce", "nullif", "greatest", "least");

  private final Schema schema;
  private final SqlType type;
  private final SqlExpr from;
  private final SqlExpr to;

  private EnumLabels(Schema schema, EnumType type, String from, String to) {
    this.schema = schema;
    this.type = new SqlType.UserDefined(type.name(), List.of());
    this.from = new SqlExpr.StringLiteral("", from);
    this.to = new SqlExpr.StringLiteral("", to);
  }

  /** The schema with the new spelling wherever the label stands. */
  static Schema respelled(Schema schema, EnumType type, String from, String to) {
    EnumLabels labels = new EnumLabels(schema, type, from, to);
    Set<ObjectRef> users = new LinkedHashSet<>(schema.dependants(type.ref()).toList());
    for (ObjectRef user : List.copyOf(users)) {
      schema.dependants(user).forEach(users::add);
    }
    Schema current = schema;
    for (ObjectRef user : users) {
      Optional<SchemaObject> object = current.get(user);
      if (object.isPresent()) {
        current = current.with(labels.respelled(object.get()));
      }
    }
    return current;
  }

  private SchemaObject respelled(SchemaObject object) {
    if (object instanceof Table table) {
      return respelled(table);
    }
    if (object instanceof View view) {
      return view.withQuery(query(view.query(), Map.of()), view.dependsOn());
    }
    if (object instanceof MaterializedView view) {
      return view.withQuery(query(view.query(), Map.of()), view.dependsOn());
    }
    if (object instanceof Policy policy) {
      Map<Identifier, ObjectName> rows = rows(policy.table(), policy.table().name());
      return policy.withConditions(
          policy.using().map(one -> expression(one, rows)),
          policy.check().map(one -> expression(one, rows)),
          policy.dependsOn());
    }
    if (object instanceof Trigger trigger) {
      Map<Identifier, ObjectName> rows =
          Map.of(Identifier.of("new"), trigger.table(), Identifier.of("old"), trigger.table());
      return trigger.withEvents(
          trigger.events(), trigger.condition().map(one -> expression(one, rows)));
    }
    return object;
  }

  private Table respelled(Table table) {
    Map<Identifier, ObjectName> rows = rows(table.name(), table.name().name());
    Table conditions = TableExpressions.map(table, whole -> expression(whole, rows));
    return conditions.withColumns(
        conditions.columns().stream()
            .map(
                column ->
                    column.type().equals(type)
                        ? column.withDefault(column.defaultValue().map(this::constant))
                        : column)
            .toList());
  }

  // Columns stand without a qualifier, too.
  private static Map<Identifier, ObjectName> rows(ObjectName table, Identifier alias) {
    return Map.of(alias, table, Identifier.NONE, table);
  }

  private Query query(Query query, Map<Identifier, ObjectName> around) {
    Map<Identifier, ObjectName> rows = new HashMap<>(around);
    if (query.body() instanceof Query.Select select) {
      select.from().forEach(item -> collect(item, rows));
    }
    return Queries.mapLevel(query, one -> expression(one, rows), one -> query(one, rows));
  }

  private static void collect(FromItem item, Map<Identifier, ObjectName> rows) {
    switch (item) {
      case FromItem.Relation table -> {
        Identifier alias = table.alias().map(FromItem.Alias::name).orElse(table.name().name());
        boolean renamed = table.alias().filter(one -> !one.columns().isEmpty()).isPresent();
        if (renamed) {
          rows.remove(alias);
        } else {
          rows.put(alias, table.name());
        }
      }
      case FromItem.Join join -> {
        collect(join.left(), rows);
        collect(join.right(), rows);
      }
      case FromItem.Derived derived ->
          derived.alias().ifPresent(alias -> rows.remove(alias.name()));
      case FromItem.Calls calls -> calls.alias().ifPresent(alias -> rows.remove(alias.name()));
    }
  }

  private SqlExpr expression(SqlExpr expression, Map<Identifier, ObjectName> rows) {
    return switch (expression) {
      case SqlExpr.Cast cast when cast.type().equals(type) ->
          new SqlExpr.Cast(constant(expression(cast.operand(), rows)), type);
      case SqlExpr.Subquery subquery ->
          new SqlExpr.Subquery(subquery.use(), query(subquery.query(), rows));
      case SqlExpr.QuantifiedQuery quantified ->
          new SqlExpr.QuantifiedQuery(
              expression(quantified.left(), rows),
              quantified.operator(),
              quantified.quantifier(),
              query(quantified.query(), rows));
      default -> {
        SqlExpr inside = Expressions.mapOperands(expression, one -> expression(one, rows));
        yield meets(inside, rows) ? Expressions.mapOperands(inside, this::constants) : inside;
      }
    };
  }

  /** Whether the operands are all of the enum's type because one of them is a column of it. */
  private boolean meets(SqlExpr node, Map<Identifier, ObjectName> rows) {
    return switch (node) {
      case SqlExpr.Binary binary ->
          COMPARISONS.contains(binary.operator())
              && (isColumn(binary.left(), rows) || isColumn(binary.right(), rows));
      case SqlExpr.In in -> isColumn(in.operand(), rows);
      case SqlExpr.Between between -> isColumn(between.operand(), rows);
      case SqlExpr.Quantified quantified -> isColumn(quantified.left(), rows);
      case SqlExpr.FunctionCall call ->
          OF_ONE_TYPE.contains(call.name().name().key())
              && call.arguments().stream().anyMatch(one -> isColumn(one, rows));
      default -> false;
    };
  }

  // A column, or what takes its type from one.
  private boolean isColumn(SqlExpr expression, Map<Identifier, ObjectName> rows) {
    if (expression instanceof SqlExpr.FunctionCall call) {
      return meets(call, rows);
    }
    if (!(expression instanceof SqlExpr.ColumnRef column)) {
      return false;
    }
    Identifier row =
        column.qualifiers().isEmpty() ? Identifier.NONE : column.qualifiers().getLast();
    return Optional.ofNullable(rows.get(row))
        .flatMap(schema::table)
        .flatMap(table -> table.column(column.column()))
        .filter(found -> found.type().equals(type))
        .isPresent();
  }

  private SqlExpr constants(SqlExpr expression) {
    return expression instanceof SqlExpr.ArrayLiteral array
        ? new SqlExpr.ArrayLiteral(array.elements().stream().map(this::constant).toList())
        : constant(expression);
  }

  private SqlExpr constant(SqlExpr expression) {
    return expression.equals(from) ? to : expression;
  }
}
