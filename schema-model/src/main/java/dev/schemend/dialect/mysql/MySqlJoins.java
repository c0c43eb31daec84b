package dev.schemend.dialect.mysql;

import dev.schemend.expr.FromItem;
import dev.schemend.expr.Query;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.StoredDefinition;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.List;
import java.util.Optional;

/** {@code FROM} in the form of {@link MySqlQueryForm}. */
final class MySqlJoins {

  private final MySqlScope scope;
  private final MySqlQueryForm queries;

  MySqlJoins(MySqlScope scope, MySqlQueryForm queries) {
    this.scope = scope;
    this.queries = queries;
  }

  /** What the parts of a {@code FROM} are together; empty where there are none. */
  Optional<Joined> of(List<FromItem> items, MySqlRows around) {
    return items.stream()
        .map(item -> from(item, around))
        .reduce((left, right) -> inner(left, right, Optional.empty()));
  }

  /** A part of {@code FROM} in its form, and what it brings. */
  record Joined(FromItem item, List<MySqlRows.Source> sources) {}

  private Joined from(FromItem written, MySqlRows around) {
    return switch (written) {
      case FromItem.Relation relation -> relation(relation, around);
      case FromItem.Derived derived -> {
        FromItem.Alias alias =
            derived.alias().orElseThrow(() -> new MySqlQueryForm.Unresolved("a query"));
        Query inner = MySqlQueryForm.named(queries.query(derived.query(), around), alias.columns());
        yield new Joined(
            new FromItem.Derived(
                inner, false, Optional.of(new FromItem.Alias(alias.name(), List.of()))),
            List.of(new MySqlRows.Source(alias.name(), MySqlQueryForm.aliases(inner), List.of())));
      }
      case FromItem.Join join -> join(join, around);
      case FromItem.Calls calls -> throw new MySqlQueryForm.Unresolved("a function");
    };
  }

  private Joined relation(FromItem.Relation relation, MySqlRows around) {
    Identifier name = relation.name().name();
    Identifier alias = relation.alias().map(FromItem.Alias::name).orElse(name);
    Optional<List<Identifier>> common =
        relation.name().isQualified() ? Optional.empty() : around.table(name);
    ObjectName placed = common.isPresent() ? relation.name() : scope.qualify(relation.name());
    List<Identifier> columns =
        common
            .or(() -> columns(placed))
            .orElseThrow(() -> new MySqlQueryForm.Unresolved(placed.toString()));
    return new Joined(
        new FromItem.Relation(
            placed, false, Optional.of(new FromItem.Alias(alias, List.of())), List.of()),
        List.of(new MySqlRows.Source(alias, columns, List.of())));
  }

  private Optional<List<Identifier>> columns(ObjectName relation) {
    Optional<Table> table = scope.schema().table(relation);
    if (table.isPresent()) {
      return Optional.of(
          table.get().columns().stream()
              .filter(column -> !column.mysql().invisible())
              .map(Column::name)
              .toList());
    }
    return scope
        .schema()
        .get(ObjectRef.to(ObjectKind.VIEW, relation))
        .filter(StoredDefinition.class::isInstance)
        .map(StoredDefinition.class::cast)
        .flatMap(StoredDefinition::shownColumns);
  }

  private static Joined inner(Joined left, Joined right, Optional<SqlExpr> on) {
    return new Joined(
        new FromItem.Join(
            FromItem.Join.Kind.INNER,
            false,
            left.item(),
            right.item(),
            List.of(),
            on,
            Optional.empty()),
        MySqlRows.both(left.sources(), right.sources()));
  }

  private Joined join(FromItem.Join written, MySqlRows around) {
    Joined left = from(written.left(), around);
    Joined right = from(written.right(), around);
    MySqlRows rows = around.inside(MySqlRows.both(left.sources(), right.sources()));
    List<Identifier> shared =
        written.natural() ? MySqlRows.shared(left.sources(), right.sources()) : written.using();
    Optional<SqlExpr> on =
        shared.isEmpty()
            ? written.on().map(one -> queries.condition(one, rows))
            : shared.stream()
                .map(column -> equal(column, left.sources(), right.sources()))
                .reduce((one, other) -> new SqlExpr.Binary("and", one, other))
                .map(scope.dialect().expressions()::inQuery);
    if (written.kind() == FromItem.Join.Kind.INNER) {
      Joined joined = inner(left, right, on);
      return new Joined(joined.item(), MySqlRows.merged(left.sources(), right.sources(), shared));
    }
    boolean swapped = written.kind() == FromItem.Join.Kind.RIGHT;
    FromItem item =
        new FromItem.Join(
            FromItem.Join.Kind.LEFT,
            false,
            swapped ? right.item() : left.item(),
            swapped ? left.item() : right.item(),
            List.of(),
            on,
            Optional.empty());
    return new Joined(
        item,
        swapped
            ? MySqlRows.merged(right.sources(), left.sources(), shared)
            : MySqlRows.merged(left.sources(), right.sources(), shared));
  }

  private static SqlExpr equal(
      Identifier column, List<MySqlRows.Source> left, List<MySqlRows.Source> right) {
    SqlExpr one =
        MySqlRows.find(left, column)
            .orElseThrow(() -> new MySqlQueryForm.Unresolved(column.text()));
    SqlExpr other =
        MySqlRows.find(right, column)
            .orElseThrow(() -> new MySqlQueryForm.Unresolved(column.text()));
    return new SqlExpr.Binary("=", one, other);
  }
}
