package dev.schemend.evaluate;

import dev.schemend.code.CodeStatement;
import dev.schemend.code.Target;
import dev.schemend.name.Identifier;
import dev.schemend.query.Query;
import dev.schemend.query.Scalar;
import dev.schemend.query.TypeName;
import dev.schemend.query.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cursors, and the rows that loops and results go through. */
final class Cursors {

  private final Machine machine;
  private final Variables variables;
  private final Texts texts;

  Cursors(Machine machine, Variables variables, Texts texts) {
    this.machine = machine;
    this.variables = variables;
    this.texts = texts;
  }

  Rows rows(CodeStatement.RowSource source) {
    return switch (source) {
      case CodeStatement.RowSource.OfQuery of -> query(of.query());
      case CodeStatement.RowSource.OfText of -> {
        Value command = machine.value(of.command());
        List<Value> using = new ArrayList<>();
        of.using().forEach(argument -> using.add(machine.value(argument)));
        yield texts.rows(command, using);
      }
      case CodeStatement.RowSource.OfCursor of -> bound(of.cursor(), of.arguments());
      case CodeStatement.RowSource.OfServer of -> Rows.unknown(of.why());
    };
  }

  private Rows query(Query query) {
    return machine.scalars().queries().run(query, Env.NONE);
  }

  private Rows bound(Identifier name, List<Scalar> arguments) {
    Optional<Frame.Cursor> cursor = machine.now().frame().cursors().get(name);
    if (cursor.isEmpty() || cursor.get().query().isEmpty()) {
      return Rows.unknown("the cursor " + name);
    }
    Frame outer = machine.now().frame();
    List<Identifier> parameters = cursor.get().parameters();
    for (int i = 0; i < Math.min(parameters.size(), arguments.size()); i++) {
      Value value = machine.value(arguments.get(i));
      variables.set(parameters.get(i), new Frame.Variable(TypeName.BORROWED, value));
    }
    Rows rows = query(cursor.get().query().get());
    machine.become(machine.now().with(outer));
    return rows;
  }

  List<Outcome> open(CodeStatement.Open open) {
    Rows rows = open.rows().map(this::rows).orElseGet(() -> bound(open.cursor(), open.arguments()));
    Frame frame = machine.now().frame();
    Frame.Cursor cursor =
        frame
            .cursors()
            .get(open.cursor())
            .orElseGet(() -> new Frame.Cursor(Optional.empty(), List.of(), Optional.empty()));
    machine.become(machine.now().with(frame.with(open.cursor(), cursor.opened(rows))));
    return List.of(Outcome.next(machine.now()));
  }

  List<Outcome> fetch(CodeStatement.Fetch fetch) {
    Frame frame = machine.now().frame();
    Optional<Frame.Cursor> cursor = frame.cursors().get(fetch.cursor());
    Optional<Rows> open = cursor.flatMap(Frame.Cursor::open);
    boolean certain = fetch.next() && open.isPresent() && open.get().isCertain();
    if (!certain) {
      return unknown(fetch, open.flatMap(Rows::uncertainty).orElse("the cursor " + fetch.cursor()));
    }
    List<Row> rows = open.get().rows();
    Rows rest = Rows.of(rows.isEmpty() ? rows : rows.subList(1, rows.size()));
    machine.become(machine.now().with(frame.with(fetch.cursor(), cursor.get().opened(rest))));
    return variables.into(
        fetch.into(), Rows.of(rows.isEmpty() ? List.of() : List.of(rows.getFirst())));
  }

  // A row may come or not; a handler of MySQL sees the difference.
  private List<Outcome> unknown(CodeStatement.Fetch fetch, String why) {
    State before = machine.now();
    for (Target target : fetch.into()) {
      variables.assign(target, Value.unknown(why));
    }
    variables.found(Value.unknown(why));
    List<Outcome> ways = new ArrayList<>();
    ways.add(Outcome.next(machine.now()));
    if (machine.rules().variablesHideColumns()) {
      machine.become(before);
      ways.addAll(variables.missing());
    }
    return machine.forked(machine.fork(before, fetch.span(), why), ways);
  }
}
