package dev.schemend.evaluate;

import dev.schemend.name.Identifier;
import dev.schemend.query.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Rows of one relation of a catalog: the columns that the model implies; others are unknown. */
public final class CatalogRows {

  private final String relation;
  private final List<Row> rows = new ArrayList<>();
  private List<Value.Composite.Field> columns = new ArrayList<>();

  /**
   * No rows yet.
   *
   * @param relation its name, for what is said of columns that are not known
   */
  public CatalogRows(String relation) {
    this.relation = Objects.requireNonNull(relation, "relation");
  }

  /** Sets a column of the row that is being made. */
  public CatalogRows with(String column, Value value) {
    columns.add(new Value.Composite.Field(Identifier.of(column), value));
    return this;
  }

  /** Sets a column to a text. */
  public CatalogRows with(String column, String value) {
    return with(column, Value.of(value));
  }

  /** Sets a column to a text, or to null. */
  public CatalogRows with(String column, Optional<String> value) {
    return with(column, Value.of(value));
  }

  /** Sets a column to a truth value. */
  public CatalogRows with(String column, boolean value) {
    return with(column, Value.of(value));
  }

  /** Ends a row. */
  public void end() {
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

  /** The rows that were ended. */
  public Rows rows() {
    return Rows.of(rows);
  }
}
