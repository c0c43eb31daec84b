package dev.schemend.evaluate;

import dev.schemend.name.Identifier;
import dev.schemend.query.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One row of what a query goes through.
 *
 * @param parts one per source, in order
 * @param doubt why it may not be there; empty where it is there for certain
 */
public record Row(List<Part> parts, Optional<String> doubt) {

  /** The row without columns. */
  public static final Row EMPTY = new Row(List.of(), Optional.empty());

  /** Copies the parts. */
  public Row {
    Objects.requireNonNull(doubt, "doubt");
    parts = List.copyOf(parts);
  }

  /**
   * The columns of one source.
   *
   * @param alias what the query calls it
   * @param columns those that are known, in order; a name may stand for more than one
   * @param others why other columns are unknown; empty where there are no others
   */
  public record Part(
      Identifier alias, List<Value.Composite.Field> columns, Optional<String> others) {

    /** Copies the columns. */
    public Part {
      Objects.requireNonNull(alias, "alias");
      Objects.requireNonNull(others, "others");
      columns = List.copyOf(columns);
    }

    /** The value of a column among those that are known. */
    public Optional<Value> column(Identifier name) {
      for (Value.Composite.Field column : columns) {
        if (column.name().equals(name)) {
          return Optional.of(column.value());
        }
      }
      return Optional.empty();
    }

    /** These columns under another alias. */
    public Part as(Identifier newAlias) {
      return new Part(newAlias, columns, others);
    }

    /** The whole as a value. */
    public Value value() {
      return others.<Value>map(Value::unknown).orElseGet(() -> new Value.Composite(columns));
    }
  }

  /** A row of one part. */
  public static Row of(List<Value.Composite.Field> columns) {
    return new Row(List.of(new Part(Identifier.NONE, columns, Optional.empty())), Optional.empty());
  }

  /** A row of which nothing is known but why. */
  public static Row unknown(Identifier alias, String why) {
    return new Row(List.of(new Part(alias, List.of(), Optional.of(why))), Optional.empty());
  }

  /** This row beside another. */
  Row beside(Row other) {
    List<Part> all = new ArrayList<>(parts);
    all.addAll(other.parts);
    return new Row(all, doubt.or(() -> other.doubt));
  }

  /** This row, which may not be there. */
  Row doubted(String why) {
    return doubt.isPresent() ? this : new Row(parts, Optional.of(why));
  }

  /** This row with each part under one alias. */
  Row as(Identifier alias) {
    return new Row(parts.stream().map(part -> part.as(alias)).toList(), doubt);
  }

  /** All of its known columns; unknown where there may be others. */
  Value value() {
    List<Value.Composite.Field> all = new ArrayList<>();
    for (Part part : parts) {
      if (part.others().isPresent()) {
        return Value.unknown(part.others().get());
      }
      all.addAll(part.columns());
    }
    return new Value.Composite(all);
  }

  /** Its known columns as a record; a field that is not among them is unknown. */
  Value known() {
    List<Value.Composite.Field> all =
        parts.stream().flatMap(part -> part.columns().stream()).toList();
    return all.isEmpty() ? value() : new Value.Composite(all);
  }

  /** The first column. */
  Value first() {
    return switch (value()) {
      case Value.Composite row when !row.fields().isEmpty() -> row.fields().getFirst().value();
      case Value.Composite row -> Value.NULL;
      case Value other -> other;
    };
  }
}
