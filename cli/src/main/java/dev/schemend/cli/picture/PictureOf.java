package dev.schemend.cli.picture;

import dev.schemend.cli.state.StatePair;
import dev.schemend.model.Constraint;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Change;
import dev.schemend.plan.Plan;
import dev.schemend.plan.TableDifference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Draws a plan: which tables are in its picture, and what is written in them. */
final class PictureOf {

  /** A table on both sides, as far as it is there. */
  private record Pair(Optional<Table> from, Optional<Table> to) {
    Table either() {
      return to.or(this::from).orElseThrow();
    }

    Mark mark() {
      return from.isEmpty() ? Mark.ADDED : to.isEmpty() ? Mark.REMOVED : Mark.CHANGED;
    }
  }

  private final StatePair states;
  private final BoxRows rows;

  /** By the name that they have afterwards, or had. */
  private final Map<ObjectName, Pair> changed = new TreeMap<>();

  private final Map<ObjectName, ObjectName> renamed = new HashMap<>();

  /** Of each table the old names of its columns, by their new ones. */
  private final Map<ObjectName, Map<Identifier, Identifier>> oldColumns = new HashMap<>();

  private PictureOf(StatePair states) {
    this.states = states;
    this.rows = new BoxRows(states.kit().frontend());
  }

  /** The picture of what {@code plan} changes; empty where no table differs. */
  static Picture of(StatePair states, Plan plan) {
    PictureOf drawing = new PictureOf(states);
    plan.changes().forEach(drawing::add);
    return drawing.picture();
  }

  private void add(Change change) {
    switch (change) {
      case Change.Created(Table table) -> put(Optional.empty(), Optional.of(table));
      case Change.Dropped(Table table) -> put(Optional.of(table), Optional.empty());
      case Change.TableAltered altered -> {
        altered.differences().forEach(difference -> rename(altered.to(), difference));
        put(Optional.of(altered.from()), Optional.of(altered.to()));
      }
      case Change.Renamed(Table from, Table to) -> {
        renamed.put(from.name(), to.name());
        put(Optional.of(from), Optional.of(to));
      }
      case Change.Created other -> {}
      case Change.Dropped other -> {}
      case Change.Renamed other -> {}
      case Change.LabelRenamed other -> {}
      case Change.EnumAltered other -> {}
      case Change.SequenceAltered other -> {}
      case Change.ObjectAltered other -> {}
      case Change.Unproven other -> {}
    }
  }

  private void rename(Table table, TableDifference difference) {
    if (difference instanceof TableDifference.ColumnRenamed column) {
      oldColumns
          .computeIfAbsent(table.name(), name -> new HashMap<>())
          .put(column.to(), column.from());
    }
  }

  /** A table that is renamed first and altered then is one pair: as it was, and as it will be. */
  private void put(Optional<Table> from, Optional<Table> to) {
    Pair pair = new Pair(from, to);
    changed.merge(
        pair.either().name(), pair, (first, second) -> new Pair(first.from(), second.to()));
  }

  private Picture picture() {
    List<Line> lines = new ArrayList<>();
    changed.values().forEach(pair -> lines.addAll(lines(pair)));
    Set<ObjectName> referring = new TreeSet<>();
    changed.keySet().forEach(name -> referring.addAll(referring(name)));
    for (ObjectName name : referring) {
      Table table = states.to().schema().table(name).orElseThrow();
      table
          .foreignKeys()
          .filter(key -> changed.containsKey(key.target()))
          .forEach(key -> lines.add(line(table, key, Mark.SAME)));
    }
    Map<String, Box> boxes = new TreeMap<>();
    changed.forEach((name, pair) -> boxes.put(words(name), box(name, pair)));
    lines.forEach(
        line ->
            List.of(line.from(), line.to())
                .forEach(
                    end ->
                        boxes.computeIfAbsent(end, b -> new Box(end, Mark.SAME, "", List.of()))));
    lines.sort(Comparator.comparing(Line::from).thenComparing(Line::name));
    return new Picture(List.copyOf(boxes.values()), lines);
  }

  /** The tables that stay as they are and refer to one that changes. */
  private List<ObjectName> referring(ObjectName table) {
    Schema to = states.to().schema();
    return to.dependants(ObjectRef.table(table))
        .filter(ref -> ref.kind() == ObjectKind.TABLE)
        .map(ObjectRef::name)
        .filter(name -> !changed.containsKey(name) && to.table(name).isPresent())
        .toList();
  }

  private Box box(ObjectName name, Pair pair) {
    String was =
        pair.from()
            .map(Table::name)
            .filter(old -> !old.equals(name))
            .map(old -> "was " + words(old))
            .orElse("");
    return new Box(
        words(name),
        pair.mark(),
        was,
        rows.of(pair.from(), pair.to(), oldColumns.getOrDefault(name, Map.of())));
  }

  private List<Line> lines(Pair pair) {
    List<Line> lines = new ArrayList<>();
    pair.to()
        .ifPresent(
            to ->
                to.foreignKeys()
                    .forEach(key -> lines.add(line(to, key, mark(key, pair.from(), Mark.ADDED)))));
    pair.from()
        .ifPresent(
            from ->
                from.foreignKeys()
                    .filter(key -> pair.to().flatMap(to -> same(to, key)).isEmpty())
                    .forEach(key -> lines.add(gone(pair.either(), from, key))));
    return lines;
  }

  /** A key that is gone, drawn from the table as it is called afterwards. */
  private Line gone(Table now, Table from, Constraint.ForeignKey key) {
    Line line = line(from, key, Mark.REMOVED);
    return new Line(
        words(now.name()),
        line.fromColumn(),
        words(renamed.getOrDefault(key.target(), key.target())),
        Mark.REMOVED,
        line.name(),
        line.optional(),
        line.single());
  }

  private Mark mark(Constraint.ForeignKey key, Optional<Table> other, Mark alone) {
    return other
        .flatMap(table -> same(table, key))
        .map(old -> old.equals(key) || leadsToRenamed(old, key) ? Mark.SAME : Mark.CHANGED)
        .orElse(alone);
  }

  /** Whether two keys differ in nothing but the new name of their target. */
  private boolean leadsToRenamed(Constraint.ForeignKey old, Constraint.ForeignKey key) {
    return key.target().equals(renamed.get(old.target()))
        && old.sourceColumns().equals(key.sourceColumns())
        && old.onDelete() == key.onDelete()
        && old.onUpdate() == key.onUpdate();
  }

  private static Optional<Constraint.ForeignKey> same(Table table, Constraint.ForeignKey key) {
    return table.foreignKeys().filter(other -> other.name().equals(key.name())).findFirst();
  }

  private Line line(Table table, Constraint.ForeignKey key, Mark mark) {
    boolean optional =
        key.sourceColumns().stream()
            .anyMatch(column -> table.column(column).filter(c -> c.nullable()).isPresent());
    return new Line(
        words(table.name()),
        key.sourceColumns().getFirst().text(),
        words(key.target()),
        mark,
        key.name().text(),
        optional,
        BoxRows.keys(table).anyMatch(unique -> isWithin(unique, key.sourceColumns())));
  }

  private static boolean isWithin(List<Identifier> unique, List<Identifier> columns) {
    return !unique.isEmpty() && columns.containsAll(unique);
  }

  private String words(ObjectName name) {
    return name.schema().equals(states.kit().profile().defaultSchema())
        ? name.name().text()
        : Stream.of(name.schema(), name.name())
            .map(Identifier::text)
            .reduce((schema, table) -> schema + "." + table)
            .orElseThrow();
  }
}
