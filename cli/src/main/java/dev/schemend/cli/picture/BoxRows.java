package dev.schemend.cli.picture;

import dev.schemend.cli.picture.Box.Row;
import dev.schemend.dialect.SqlFrontend;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Generation;
import dev.schemend.model.Index;
import dev.schemend.model.IndexPart;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of a table in a picture, with what becomes of each. */
final class BoxRows {

  private final SqlFrontend frontend;

  BoxRows(SqlFrontend frontend) {
    this.frontend = frontend;
  }

  /**
   * The rows of a table of which at least one side is there.
   *
   * @param oldNames of renamed columns, by their new ones
   */
  List<Row> of(Optional<Table> from, Optional<Table> to, Map<Identifier, Identifier> oldNames) {
    List<Row> rows = new ArrayList<>();
    to.ifPresent(
        table ->
            table.columns().forEach(column -> rows.add(column(table, column, from, oldNames))));
    from.ifPresent(
        table ->
            table.columns().stream()
                .filter(column -> to.flatMap(t -> t.column(column.name())).isEmpty())
                .filter(column -> !oldNames.containsValue(column.name()))
                .forEach(
                    column ->
                        rows.add(
                            new Row(
                                to.isEmpty() ? Mark.SAME : Mark.REMOVED,
                                column.name().text(),
                                type(column),
                                keys(table, column.name()),
                                ""))));
    if (from.isPresent() && to.isPresent()) {
      rows.addAll(members(from.get(), to.get()));
    }
    return rows;
  }

  /** A column as it will be; in a table that is new as a whole, its columns are not marked. */
  private Row column(
      Table table, Column column, Optional<Table> from, Map<Identifier, Identifier> oldNames) {
    Identifier oldName = oldNames.getOrDefault(column.name(), column.name());
    Optional<Column> before = from.flatMap(old -> old.column(oldName));
    String note = before.map(old -> differences(old, column)).orElse("");
    boolean isNew = from.isPresent() && before.isEmpty();
    Mark mark = isNew ? Mark.ADDED : note.isEmpty() ? Mark.SAME : Mark.CHANGED;
    return new Row(
        mark,
        column.name().text(),
        type(column),
        keys(table, column.name()),
        mark == Mark.ADDED && !column.nullable() ? "NOT NULL" : note);
  }

  private String differences(Column old, Column now) {
    List<String> notes = new ArrayList<>();
    if (!old.name().equals(now.name())) {
      notes.add("was " + old.name());
    }
    if (!old.type().equals(now.type())) {
      notes.add("was " + type(old));
    }
    if (old.nullable() != now.nullable()) {
      notes.add(now.nullable() ? "now nullable" : "now NOT NULL");
    }
    if (!old.defaultValue().equals(now.defaultValue())) {
      notes.add(
          now.defaultValue().map(value -> "default " + frontend.print(value)).orElse("no default"));
    }
    if (!old.generation().equals(now.generation())) {
      notes.add(now.generation().map(BoxRows::words).orElse("no longer generated"));
    }
    if (!old.collation().equals(now.collation())) {
      notes.add(now.collation().map(collation -> "collation " + collation).orElse("no collation"));
    }
    if (!old.comment().equals(now.comment())) {
      notes.add("other comment");
    }
    if (!old.mysql().equals(now.mysql()) || !old.postgres().equals(now.postgres())) {
      notes.add("other settings");
    }
    return String.join(", ", notes);
  }

  /** Without the quotes of a name, which nothing in a picture needs. */
  private String type(Column column) {
    return frontend.print(column.type()).replace("\"", "");
  }

  private static String words(Generation generation) {
    return switch (generation) {
      case Generation.Identity identity -> "identity";
      case Generation.AutoIncrement counter -> "AUTO_INCREMENT";
      case Generation.Computed computed -> "computed";
    };
  }

  /** Indexes and constraints that differ; foreign keys are lines. */
  private List<Row> members(Table from, Table to) {
    List<Row> rows = new ArrayList<>();
    Map<String, Row> before = members(from);
    Map<String, Row> after = members(to);
    after.forEach(
        (name, row) -> {
          Row old = before.get(name);
          if (!row.equals(old)) {
            rows.add(marked(row, old == null ? Mark.ADDED : Mark.CHANGED));
          }
        });
    before.forEach(
        (name, row) -> {
          if (!after.containsKey(name)) {
            rows.add(marked(row, Mark.REMOVED));
          }
        });
    return rows;
  }

  private static Row marked(Row row, Mark mark) {
    return new Row(mark, row.name(), row.type(), row.keys(), row.note());
  }

  private Map<String, Row> members(Table table) {
    return Stream.concat(
            table.constraints().stream().flatMap(constraint -> member(constraint).stream()),
            table.indexes().stream().map(this::member))
        .collect(
            Collectors.toMap(
                Row::name, Function.identity(), (first, second) -> first, TreeMap::new));
  }

  private Optional<Row> member(Constraint constraint) {
    String name = constraint.name().text();
    return switch (constraint) {
      case Constraint.PrimaryKey key -> Optional.of(member(name, "primary key", list(key.parts())));
      case Constraint.Unique key -> Optional.of(member(name, "unique", list(key.parts())));
      case Constraint.Check check ->
          Optional.of(member(name, "check", frontend.print(check.expression())));
      case Constraint.Exclusion exclusion ->
          Optional.of(member(name, "exclusion", list(exclusion.parts())));
      case Constraint.ForeignKey key -> Optional.empty();
    };
  }

  private Row member(Index index) {
    String kind =
        switch (index.kind()) {
          case PLAIN -> "index";
          case UNIQUE -> "unique index";
          case FULLTEXT -> "full-text index";
          case SPATIAL -> "spatial index";
        };
    String predicate = index.predicate().map(where -> " where " + frontend.print(where)).orElse("");
    return member(index.name().text(), kind, list(index.parts()) + predicate);
  }

  private static Row member(String name, String kind, String note) {
    return new Row(Mark.SAME, name, kind, List.of(), note);
  }

  private String list(List<IndexPart> parts) {
    return parts.stream().map(this::part).collect(Collectors.joining(", ", "(", ")"));
  }

  private String part(IndexPart part) {
    return switch (part.key()) {
      case IndexPart.ColumnKey column -> column.column().text();
      case IndexPart.ExpressionKey expression -> frontend.print(expression.expression());
    };
  }

  private static List<String> keys(Table table, Identifier column) {
    List<String> keys = new ArrayList<>();
    if (table.primaryKey().filter(key -> columns(key.parts()).contains(column)).isPresent()) {
      keys.add("PK");
    }
    if (table.foreignKeys().anyMatch(key -> key.sourceColumns().contains(column))) {
      keys.add("FK");
    }
    if (uniques(table).anyMatch(List.of(column)::equals)) {
      keys.add("UK");
    }
    return keys;
  }

  /** The columns of each key that no two rows share; those over expressions are left out. */
  static Stream<List<Identifier>> keys(Table table) {
    return Stream.concat(
        table.primaryKey().stream().map(key -> columns(key.parts())), uniques(table));
  }

  private static Stream<List<Identifier>> uniques(Table table) {
    return Stream.concat(
            table.constraints().stream()
                .filter(Constraint.Unique.class::isInstance)
                .map(Constraint.Unique.class::cast)
                .map(Constraint.Unique::parts),
            table.indexes().stream()
                .filter(index -> index.kind() == Index.Kind.UNIQUE && index.predicate().isEmpty())
                .map(Index::parts))
        .filter(parts -> parts.stream().allMatch(part -> part.columnName().isPresent()))
        .map(BoxRows::columns);
  }

  private static List<Identifier> columns(List<IndexPart> parts) {
    return parts.stream().flatMap(part -> part.columnName().stream()).toList();
  }
}
