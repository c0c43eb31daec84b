package dev.schemend.dialect.postgres;

import dev.schemend.expr.Query;
import dev.schemend.model.Column;
import dev.schemend.model.MaterializedView;
import dev.schemend.model.PostgresColumnOptions;
import dev.schemend.model.Table;
import dev.schemend.model.TableOptions;
import dev.schemend.model.View;
import dev.schemend.model.ViewStorage;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The names of a view's columns, which its query has as the names of its output. */
final class ViewColumns {

  private ViewColumns() {}

  /** The table that a materialised view stores. */
  static Table table(PostgresExpressions expressions, Scope scope, MaterializedView view) {
    QueryForm form = new QueryForm(expressions, scope);
    List<Column> columns =
        new FromForm(form, scope, new TreeSet<>())
            .columns(view.ref()).orElse(List.of()).stream()
                .map(
                    one ->
                        Column.of(one.name(), one.type().orElse(UNTYPED))
                            .withPostgres(view.storage().column(one.name())))
                .toList();
    return new Table(
        view.name(),
        columns,
        List.of(),
        view.indexes(),
        TableOptions.NONE.withPostgres(
            TableOptions.NONE.postgres().withClusteredOn(view.storage().clusteredOn())));
  }

  /** The view with the indexes and settings of the table that it stores. */
  static MaterializedView back(MaterializedView view, Table table) {
    SortedMap<Identifier, PostgresColumnOptions> columns = new TreeMap<>();
    table.columns().forEach(column -> columns.put(column.name(), column.postgres()));
    return view.withIndexes(table.indexes())
        .withStorage(new ViewStorage(columns, table.options().postgres().clusteredOn()));
  }

  private static final SqlType UNTYPED =
      new SqlType.UserDefined(ObjectName.unqualified(Identifier.of("?")), List.of());

  static View named(View view, List<Identifier> columns) {
    return view.withColumns(columns).withQuery(named(view.query(), columns), view.dependsOn());
  }

  static MaterializedView named(MaterializedView view, List<Identifier> columns) {
    return view.withColumns(columns).withQuery(named(view.query(), columns), view.dependsOn());
  }

  private static Query named(Query query, List<Identifier> names) {
    Query.Body body =
        switch (query.body()) {
          case Query.Select select -> named(select, names);
          case Query.SetOperation operation ->
              new Query.SetOperation(
                  operation.operator(),
                  operation.all(),
                  named(operation.left(), names),
                  operation.right());
          case Query.Values values -> values;
          case Query.Carried carried -> carried;
        };
    return query.withBody(body);
  }

  private static Query.Select named(Query.Select select, List<Identifier> names) {
    if (select.items().size() != names.size()) {
      return select;
    }
    List<Query.Item> items = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      items.add(new Query.Item(select.items().get(i).expression(), Optional.of(names.get(i))));
    }
    return select.withItems(items);
  }
}
