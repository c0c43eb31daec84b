package dev.schemend.dialect.mysql.catalog;

import dev.schemend.evaluate.Row;
import dev.schemend.evaluate.Rows;
import dev.schemend.name.Identifier;
import dev.schemend.query.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows of one relation: the columns that the model implies; all others are unknown. */
final class CatalogRows {

  private final String relation;
  private final List<Row> rows = new ArrayList<>();
  private List<Value.Composite.Field> columns = new ArrayList<>();

  CatalogRows(String relation) {
    this.relation = relation;
  }

  CatalogRows with(String column, Value value) {
    columns.add(new Value.Composite.Field(Identifier.of(column), value));
    return this;
  }

  CatalogRows with(String column, String value) {
    return with(column, Value.of(value));
  }

  CatalogRows with(String column, Optional<String> value) {
    return with(column, Value.of(value));
  }

  /** Ends a row. */
  void end() {
    rows.add(
        new Row(
            List.of(
                new Row.Part(
                    Identifier.NONE,
                    columns,
                    Optional.of("a column of " + relation + " that the model does not hold"))),
            Optional.empty()));
    columns = new ArrayList<>();
  }

  Rows rows() {
    return Rows.of(rows);
  }
}
