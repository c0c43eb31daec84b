package dev.schemend.evaluate;

import dev.schemend.apply.Session;
import dev.schemend.code.CodeStatement;
import dev.schemend.code.Declaration;
import dev.schemend.code.Target;
import dev.schemend.name.Identifier;
import dev.schemend.query.Scalar;
import dev.schemend.query.TypeName;
import dev.schemend.query.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Declaring variables and giving them values. */
final class Variables {

  static final Identifier FOUND = Identifier.of("found");
  private static final String SETTING = "@@";

  private final Machine machine;

  Variables(Machine machine) {
    this.machine = machine;
  }

  void declare(Declaration declaration) {
    Frame frame = machine.now().frame();
    switch (declaration) {
      case Declaration.Variable variable -> {
        Value value =
            variable
                .initial()
                .map(machine::value)
                .map(initial -> machine.scalars().cast(initial, variable.type()))
                .orElse(Value.NULL);
        set(variable.name(), new Frame.Variable(variable.type(), value));
      }
      case Declaration.Alias alias -> {
        Optional<Frame.Variable> other = frame.variables().get(alias.of());
        Frame.Variable value =
            other.orElseGet(
                () -> new Frame.Variable(TypeName.BORROWED, positional(alias.of().key())));
        set(alias.name(), value);
      }
      case Declaration.Cursor cursor ->
          machine.become(
              machine
                  .now()
                  .with(
                      frame.with(
                          cursor.name(),
                          new Frame.Cursor(
                              cursor.query(), cursor.parameters(), Optional.empty()))));
    }
  }

  private Value positional(String written) {
    try {
      return machine.parameter(Integer.parseInt(written.replace("$", "")));
    } catch (NumberFormatException noNumber) {
      return Value.unknown("what " + written + " is another name of");
    }
  }

  void set(Identifier name, Frame.Variable variable) {
    machine.become(machine.now().with(machine.now().frame().with(name, variable)));
  }

  /** PL/pgSQL's {@code FOUND}; a block of MySQL has none. */
  void found(Value value) {
    if (machine.now().frame().variables().containsKey(FOUND)
        && !machine.rules().variablesHideColumns()) {
      set(FOUND, new Frame.Variable(TypeName.BORROWED, value));
    }
  }

  static Optional<Target> target(Scalar scalar) {
    return switch (scalar) {
      case Scalar.Name name -> Optional.of(new Target.Variable(name.path()));
      case Scalar.SessionVariable variable ->
          Optional.of(new Target.SessionVariable(variable.name()));
      default -> Optional.empty();
    };
  }

  void assign(Target target, Value value) {
    switch (target) {
      case Target.SessionVariable variable -> assignSession(variable.name(), value);
      case Target.Variable variable -> assign(variable.path(), value);
      case Target.Element element -> assign(element, value);
    }
  }

  private void assignSession(String name, Value value) {
    if (name.startsWith(SETTING)) {
      assignSetting(machine.rules().setting(name.substring(SETTING.length())), value);
    } else {
      State now = machine.now();
      machine.become(now.with(now.session().withUserVariable(name, value)));
    }
  }

  // A setting of which nobody knows what it is is kept beside those that are known.
  private void assignSetting(String setting, Value value) {
    State now = machine.now();
    Optional<String> text = machine.rules().text(value, now.world());
    SortedMap<String, Optional<String>> values = new TreeMap<>();
    values.put(setting, text.map(known -> machine.rules().settingValue(setting, known)));
    Session session =
        text.isPresent()
            ? now.session().withVariables(values).withoutUserVariable(SETTING + setting)
            : now.session().withUserVariable(SETTING + setting, value);
    machine.become(now.with(session));
  }

  private void assign(List<Identifier> path, Value value) {
    Frame frame = machine.now().frame();
    List<Identifier> rest = unlabelled(frame, path);
    Optional<Frame.Variable> variable = frame.variables().get(rest.getFirst());
    if (variable.isEmpty()) {
      // What no block declares is a setting of the session.
      assignSession(SETTING + rest.getLast().key(), value);
      return;
    }
    Frame.Variable old = variable.get();
    Value stored =
        rest.size() == 1
            ? machine.scalars().cast(value, old.type())
            : withField(old.value(), rest.get(1), value);
    set(rest.getFirst(), old.with(stored));
  }

  private static List<Identifier> unlabelled(Frame frame, List<Identifier> path) {
    boolean label =
        path.size() > 1
            && frame.labels().contains(path.getFirst())
            && !frame.variables().containsKey(path.getFirst());
    return label ? path.subList(1, path.size()) : path;
  }

  private static Value withField(Value row, Identifier name, Value value) {
    if (row instanceof Value.Unknown) {
      return row;
    }
    List<Value.Composite.Field> fields = new ArrayList<>();
    if (row instanceof Value.Composite composite) {
      fields.addAll(composite.fields());
    }
    fields.removeIf(field -> field.name().equals(name));
    fields.add(new Value.Composite.Field(name, value));
    return new Value.Composite(fields);
  }

  private void assign(Target.Element element, Value value) {
    Frame frame = machine.now().frame();
    List<Identifier> path = unlabelled(frame, element.path());
    Optional<Frame.Variable> variable = frame.variables().get(path.getFirst());
    Value index = machine.value(element.index());
    if (variable.isEmpty()) {
      return;
    }
    Optional<Integer> place = Operators.number(index).map(java.math.BigDecimal::intValue);
    Value old = variable.get().value();
    Value changed = Value.unknown("an element of an array");
    List<Value> items = new ArrayList<>();
    if (old instanceof Value.Items known) {
      items.addAll(known.values());
    }
    boolean plain = old instanceof Value.Items || old instanceof Value.Null;
    if (place.isPresent() && plain && path.size() == 1) {
      int at = place.get() - 1;
      if (at >= 0 && at <= items.size()) {
        if (at == items.size()) {
          items.add(value);
        } else {
          items.set(at, value);
        }
        changed = new Value.Items(items);
      }
    }
    set(path.getFirst(), variable.get().with(changed));
  }

  // ------------------------------------------------------------ rows

  /** Gives the targets the first of the rows, as {@code SELECT INTO} does. */
  List<Outcome> first(CodeStatement.Select select, Rows rows) {
    List<Target> targets = select.into();
    if (rows.certain() > 0 || rows.uncertainty().isEmpty()) {
      if (select.strict() && rows.rows().isEmpty()) {
        throw new RaisedError(machine.rules().code("no_data_found"), "query returned no rows");
      }
      if (select.strict() && rows.certain() > 1) {
        throw new RaisedError(
            machine.rules().code("too_many_rows"), "query returned more than one row");
      }
    }
    if (targets.isEmpty()) {
      found(exists(rows));
      return List.of(Outcome.next(machine.now()));
    }
    return into(targets, rows);
  }

  private static Value exists(Rows rows) {
    return rows.certain() > 0
        ? Value.TRUE
        : rows.uncertainty().<Value>map(Value::unknown).orElse(Value.FALSE);
  }

  /** Gives the targets the first of the rows; null where there is none. */
  List<Outcome> into(List<Target> targets, Rows rows) {
    if (rows.isCertain() && rows.rows().isEmpty()) {
      found(Value.FALSE);
      if (machine.rules().variablesHideColumns()) {
        return missing();
      }
      for (Target target : targets) {
        assign(target, Value.NULL);
      }
      return List.of(Outcome.next(machine.now()));
    }
    boolean sure = !rows.rows().isEmpty() && rows.rows().getFirst().doubt().isEmpty();
    if (sure) {
      spread(targets, rows.rows().getFirst());
    } else {
      String why = rows.uncertainty().orElse("a query");
      targets.forEach(target -> assign(target, Value.unknown(why)));
    }
    found(exists(rows));
    return List.of(Outcome.next(machine.now()));
  }

  /** MySQL's condition that there is no row: who does not handle it goes on. */
  List<Outcome> missing() {
    dev.schemend.apply.ErrorCode none = machine.rules().code("not found");
    return machine.catches(none)
        ? machine.raised(none, "No data")
        : List.of(Outcome.next(machine.now()));
  }

  /** Gives each target a column of the row, or the only one the whole where it is a record. */
  void spread(List<Target> targets, Row row) {
    Value whole = row.value();
    if (targets.size() == 1) {
      assign(targets.getFirst(), isRecord(targets.getFirst()) ? row.known() : row.first());
      return;
    }
    for (int i = 0; i < targets.size(); i++) {
      Value value =
          switch (whole) {
            case Value.Composite composite ->
                i < composite.fields().size() ? composite.fields().get(i).value() : Value.NULL;
            case Value other -> other;
          };
      assign(targets.get(i), value);
    }
  }

  private boolean isRecord(Target target) {
    return target instanceof Target.Variable variable
        && variable.path().size() == 1
        && machine
            .now()
            .frame()
            .variables()
            .get(variable.path().getFirst())
            .map(Frame.Variable::type)
            .filter(type -> type.name().equals("record") || type.name().equals("%rowtype"))
            .isPresent();
  }
}
