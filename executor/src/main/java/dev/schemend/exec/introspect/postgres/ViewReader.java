package dev.schemend.exec.introspect.postgres;

import dev.schemend.exec.introspect.CatalogSession;
import dev.schemend.exec.introspect.CatalogTexts;
import dev.schemend.model.Column;
import dev.schemend.model.Table;
import dev.schemend.model.TableOptions;
import dev.schemend.name.ObjectName;
import dev.schemend.type.TypeSystem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads views as the columns that they show. */
record ViewReader(
    CatalogSession catalogs,
    List<?> parameters,
    CatalogNames names,
    CatalogTexts texts,
    TypeSystem types) {

  private record Placed(ObjectName view, Optional<Column> column) {}

  /** The views, by their names. */
  List<Table> read() {
    Map<ObjectName, List<Column>> views = new LinkedHashMap<>();
    for (Placed placed : catalogs.rows(CatalogQueries.VIEW_COLUMNS, parameters, this::column)) {
      List<Column> columns = views.computeIfAbsent(placed.view(), view -> new ArrayList<>());
      placed.column().ifPresent(columns::add);
    }
    return views.entrySet().stream()
        .map(
            view ->
                new Table(view.getKey(), view.getValue(), List.of(), List.of(), TableOptions.NONE))
        .toList();
  }

  private Placed column(ResultSet row) throws SQLException {
    ObjectName view = names.object(row, 1);
    String name = row.getString(3);
    // A view may have no column at all.
    return new Placed(
        view,
        name == null
            ? Optional.empty()
            : Optional.of(
                Column.of(
                    names.member(name),
                    types.canonical(texts.type(row.getString(4), view + "." + name)))));
  }
}
