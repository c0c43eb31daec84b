package dev.schemend.evaluate;

import dev.schemend.collect.PersistentSortedMap;
import dev.schemend.name.Identifier;
import dev.schemend.query.Query;
import dev.schemend.query.TypeName;
import dev.schemend.query.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The local state of one running block or routine.
 *
 * @param variables by name; an inner declaration takes the place of an outer one while it lasts
 * @param cursors by name
 * @param labels names of blocks and routines that may stand before a variable
 * @param positional {@code $1} and so on
 * @param rows the result so far of a routine that gives rows
 */
record Frame(
    PersistentSortedMap<Identifier, Variable> variables,
    PersistentSortedMap<Identifier, Cursor> cursors,
    Set<Identifier> labels,
    List<Value> positional,
    Rows rows) {

  static final Frame EMPTY =
      new Frame(
          PersistentSortedMap.empty(), PersistentSortedMap.empty(), Set.of(), List.of(), Rows.NONE);

  Frame {
    labels = Set.copyOf(labels);
    positional = List.copyOf(positional);
  }

  /** A variable and the type it takes values in. */
  record Variable(TypeName type, Value value) {
    Variable with(Value newValue) {
      return new Variable(type, newValue);
    }
  }

  /**
   * A cursor.
   *
   * @param query what its declaration binds it to
   * @param parameters of its declaration
   * @param open the rows that are still to come, where it is open
   */
  record Cursor(Optional<Query> query, List<Identifier> parameters, Optional<Rows> open) {
    Cursor {
      Objects.requireNonNull(open, "open");
      parameters = List.copyOf(parameters);
    }

    Cursor opened(Rows rows) {
      return new Cursor(query, parameters, Optional.of(rows));
    }
  }

  Frame with(Identifier name, Variable variable) {
    return new Frame(variables.with(name, variable), cursors, labels, positional, rows);
  }

  Frame with(Identifier name, Cursor cursor) {
    return new Frame(variables, cursors.with(name, cursor), labels, positional, rows);
  }

  Frame labelled(Identifier label) {
    if (label.isNone()) {
      return this;
    }
    Set<Identifier> more = new HashSet<>(labels);
    more.add(label);
    return new Frame(variables, cursors, more, positional, rows);
  }

  Frame withPositional(List<Value> values) {
    return new Frame(variables, cursors, labels, values, rows);
  }

  Frame withRows(Rows newRows) {
    return new Frame(variables, cursors, labels, positional, newRows);
  }

  /** This frame without what an inner block declared: {@code outer} has it as it was. */
  Frame leaving(Set<Identifier> declared, Frame outer) {
    PersistentSortedMap<Identifier, Variable> kept = variables;
    PersistentSortedMap<Identifier, Cursor> keptCursors = cursors;
    for (Identifier name : declared) {
      Optional<Variable> variable = outer.variables.get(name);
      kept = variable.isPresent() ? kept.with(name, variable.get()) : kept.without(name);
      Optional<Cursor> cursor = outer.cursors.get(name);
      keptCursors =
          cursor.isPresent() ? keptCursors.with(name, cursor.get()) : keptCursors.without(name);
    }
    return new Frame(kept, keptCursors, outer.labels, positional, rows);
  }

  /** The value of a variable, or of a field of one. */
  Optional<Value> value(List<Identifier> path) {
    List<Identifier> rest = path;
    while (rest.size() > 1
        && labels.contains(rest.getFirst())
        && !variables.containsKey(rest.getFirst())) {
      rest = rest.subList(1, rest.size());
    }
    List<Identifier> fields = rest.subList(1, rest.size());
    return variables
        .get(rest.getFirst())
        .map(
            variable -> {
              Value value = variable.value();
              for (Identifier field : fields) {
                value = Scalars.field(value, field);
              }
              return value;
            });
  }

  /** What is known in both; {@code why} explains what is not. */
  Frame joined(Frame other, String why) {
    PersistentSortedMap<Identifier, Variable> common = PersistentSortedMap.empty();
    for (Map.Entry<Identifier, Variable> entry : variables) {
      Optional<Variable> twin = other.variables.get(entry.getKey());
      if (twin.isPresent()) {
        boolean same = twin.get().equals(entry.getValue());
        common =
            common.with(
                entry.getKey(),
                same
                    ? entry.getValue()
                    : entry
                        .getValue()
                        .with(
                            Value.either(
                                why, List.of(entry.getValue().value(), twin.get().value()))));
      }
    }
    PersistentSortedMap<Identifier, Cursor> commonCursors = PersistentSortedMap.empty();
    for (Map.Entry<Identifier, Cursor> entry : cursors) {
      Cursor cursor = entry.getValue();
      boolean same = other.cursors.get(entry.getKey()).equals(Optional.of(cursor));
      commonCursors =
          commonCursors.with(entry.getKey(), same ? cursor : cursor.opened(Rows.unknown(why)));
    }
    Rows commonRows = rows.equals(other.rows) ? rows : Rows.unknown(why);
    return new Frame(common, commonCursors, labels, positional, commonRows);
  }

  /** This frame with those variables and cursors unknown. */
  Frame forgetting(Set<Identifier> names, String why) {
    Frame frame = this;
    for (Identifier name : names) {
      Optional<Variable> variable = variables.get(name);
      if (variable.isPresent()) {
        frame = frame.with(name, variable.get().with(Value.unknown(why)));
      }
      Optional<Cursor> cursor = cursors.get(name);
      if (cursor.isPresent()) {
        frame = frame.with(name, cursor.get().opened(Rows.unknown(why)));
      }
    }
    return frame;
  }
}
