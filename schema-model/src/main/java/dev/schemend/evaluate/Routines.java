package dev.schemend.evaluate;

import dev.schemend.code.CodeStatement;
import dev.schemend.code.Routine;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.query.Scalar;
import dev.schemend.query.TypeName;
import dev.schemend.query.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Calls of functions and procedures that are in the schema. */
final class Routines {

  private final Machine machine;
  private final Map<String, Optional<Routine>> read = new HashMap<>();

  Routines(Machine machine) {
    this.machine = machine;
  }

  /**
   * What a call gives.
   *
   * @param rows its result: one row of one column for a function that gives a value
   * @param outputs by parameter, null where it is passed in only
   */
  record Result(Rows rows, List<Value> outputs) {}

  private static final Set<String> PLAIN =
      Set.of("text", "varchar", "character varying", "name", "integer", "int", "bigint", "boolean");

  /** A routine and the value of each of its parameters. */
  private static final String SEARCH_PATH = "search_path";

  private record Match(Routine routine, List<Value> values) {}

  Optional<Result> invoke(
      ObjectName name, List<Scalar.Call.Argument> written, List<Value> arguments) {
    List<String> definitions = machine.rules().routines(name, machine.world());
    Optional<Match> best = Optional.empty();
    for (String definition : definitions) {
      Optional<Routine> routine = read.computeIfAbsent(definition, machine.code()::routine);
      Optional<Match> match =
          routine
              .flatMap(one -> match(one, written, arguments))
              .filter(one -> definitions.size() == 1 || fits(one));
      boolean exact =
          match.isPresent() && match.get().routine().inputs().size() == arguments.size();
      if (best.isEmpty() || (exact && best.get().routine().inputs().size() != arguments.size())) {
        best = match;
      }
    }
    return best.map(match -> run(name, match));
  }

  /** Whether one of that name gives rows. */
  boolean givesRows(ObjectName name) {
    return machine.rules().routines(name, machine.world()).stream()
        .anyMatch(
            definition ->
                read.computeIfAbsent(definition, machine.code()::routine)
                    .filter(Routine::returnsSet)
                    .isPresent());
  }

  private Optional<Match> match(
      Routine routine, List<Scalar.Call.Argument> written, List<Value> arguments) {
    List<Routine.Parameter> parameters = routine.parameters();
    Value[] values = new Value[parameters.size()];
    int next = 0;
    // A procedure is called with a place for each OUT parameter too (CALL).
    boolean outputsToo = arguments.size() > routine.inputs().size();
    for (int i = 0; i < arguments.size(); i++) {
      Identifier argument = written.get(i).name();
      if (!argument.isNone()) {
        int at = index(parameters, argument);
        if (at < 0) {
          return Optional.empty();
        }
        values[at] = arguments.get(i);
        continue;
      }
      while (next < parameters.size()
          && !parameters.get(next).isInput()
          && !(outputsToo && parameters.get(next).mode() == Routine.Mode.OUT)) {
        next++;
      }
      if (next == parameters.size()) {
        return Optional.empty();
      }
      if (parameters.get(next).mode() == Routine.Mode.VARIADIC) {
        values[next] = new Value.Items(arguments.subList(i, arguments.size()));
        break;
      }
      values[next] = arguments.get(i);
      next++;
    }
    return filled(routine, values);
  }

  private Optional<Match> filled(Routine routine, Value[] values) {
    List<Value> all = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      Routine.Parameter parameter = routine.parameters().get(i);
      boolean missing = values[i] == null && parameter.isInput();
      if (missing && parameter.defaultValue().isEmpty()) {
        return Optional.empty();
      }
      Value value =
          !parameter.isInput()
              ? Value.NULL
              : missing ? machine.value(parameter.defaultValue().orElseThrow()) : values[i];
      all.add(value);
    }
    return Optional.of(new Match(routine, all));
  }

  // Of namesakes, one that wants a plain value is not meant by a call with an array; nor is there a
  // cast between truths and numbers or texts that a call makes by itself (pg_cast).
  private static boolean fits(Match match) {
    for (int i = 0; i < match.values().size(); i++) {
      TypeName type = match.routine().parameters().get(i).type();
      if (match.values().get(i) instanceof Value.Items
          && !type.array()
          && PLAIN.contains(type.name())) {
        return false;
      }
      boolean truth = match.values().get(i) instanceof Value.Bool;
      boolean wanted = type.name().equals("boolean");
      if (PLAIN.contains(type.name())
          && !type.array()
          && (truth ? !wanted : wanted && match.values().get(i) instanceof Value.Num)) {
        return false;
      }
    }
    return true;
  }

  private static int index(List<Routine.Parameter> parameters, Identifier name) {
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private Result run(ObjectName name, Match match) {
    machine.budget().enter();
    State caller = machine.now();
    Place place = machine.place();
    try {
      State inside = caller.with(frame(name, match));
      machine.become(
          match
              .routine()
              .searchPath()
              .map(path -> inside.with(caller.session().withSearchPath(path, written(path))))
              .orElse(inside));
      return machine.elsewhere(
          place.within().isEmpty() ? place.inside("in the routine " + name) : place,
          () -> body(name, match, caller));
    } finally {
      State after = machine.now().with(caller.frame());
      // What it sets for itself ends with it (manual, CREATE FUNCTION).
      machine.become(
          match.routine().searchPath().isEmpty()
              ? after
              : after.with(
                  after
                      .session()
                      .withSearchPath(
                          caller.session().searchPath(),
                          caller.session().variable(SEARCH_PATH).stream().toList())));
      machine.budget().leave();
    }
  }

  private static List<String> written(List<Identifier> path) {
    return path.stream().map(Identifier::text).toList();
  }

  private Frame frame(ObjectName name, Match match) {
    List<Value> positional = new ArrayList<>();
    Frame frame =
        Texts.frame(Set.of(name.name()), List.of())
            .with(Variables.FOUND, new Frame.Variable(TypeName.BORROWED, Value.FALSE));
    for (int i = 0; i < match.values().size(); i++) {
      Routine.Parameter parameter = match.routine().parameters().get(i);
      Value value = machine.scalars().cast(match.values().get(i), parameter.type());
      if (parameter.isInput()) {
        positional.add(value);
      }
      if (!parameter.name().isNone()) {
        frame = frame.with(parameter.name(), new Frame.Variable(parameter.type(), value));
      }
    }
    return frame.withPositional(positional);
  }

  private Result body(ObjectName name, Match match, State caller) {
    return switch (match.routine().body()) {
      case Routine.Body.OfBlock of -> block(match.routine(), of.block(), caller);
      case Routine.Body.OfSql of -> statements(name, match.routine(), of.statements(), caller);
      case Routine.Body.Foreign of ->
          throw Undecidable.because("the routine " + name + " " + of.why());
    };
  }

  private Result block(Routine routine, CodeStatement.Block block, State caller) {
    Outcome end = end(caller, machine.run(machine.now(), List.of(block)));
    State state = end.state();
    machine.become(state);
    return result(routine, given(routine, end.flow()), state.frame());
  }

  // A block that gives nothing gives no NULL: its void is written as an empty text, and EXECUTE
  // runs that (exec_stmt_return of the server's pl_exec.c leaves the result not null).
  private static Value given(Routine routine, Outcome.Flow flow) {
    if (routine.returnsNothing()) {
      return new Value.Text("");
    }
    return flow instanceof Outcome.Flow.Return result ? result.value() : Value.NULL;
  }

  // SQL functions give the rows of their last query.
  private Result statements(
      ObjectName name, Routine routine, List<CodeStatement> statements, State caller) {
    if (statements.isEmpty()) {
      return new Result(Rows.unknown("the function " + name), List.of());
    }
    List<CodeStatement> before = statements.subList(0, statements.size() - 1);
    machine.become(end(caller, machine.run(machine.now(), before)).state());
    if (!(statements.getLast() instanceof CodeStatement.Select select)) {
      machine.become(
          end(caller, machine.run(machine.now(), List.of(statements.getLast()))).state());
      return new Result(
          Rows.unknown("the rows of a table"), outputs(routine, machine.now().frame()));
    }
    Rows rows = machine.scalars().queries().run(select.query(), Env.NONE);
    Rows given =
        routine.returnsSet() || rows.rows().size() <= 1
            ? rows
            : new Rows(rows.rows().subList(0, 1), rows.rest());
    return new Result(given, outputs(routine, machine.now().frame()));
  }

  private Outcome end(State caller, List<Outcome> ways) {
    Deque<Outcome> ended = new ArrayDeque<>();
    List<Outcome> all = new ArrayList<>();
    for (Outcome way : ways) {
      all.add(
          way.isRaised() || way.flow() instanceof Outcome.Flow.Return
              ? way
              : way.with(new Outcome.Flow.Return(Value.NULL)));
    }
    for (Outcome way : machine.merged(all)) {
      if (way.isRaised()) {
        ended.addLast(way);
      } else {
        ended.addFirst(way);
      }
    }
    Outcome end = ended.removeFirst();
    // The caller goes on with what the call gives, or with the error.
    ended.stream()
        .filter(way -> way.fork().isPresent())
        .forEach(way -> machine.mayFail(way.with(way.state().with(caller.frame()))));
    if (end.flow() instanceof Outcome.Flow.Raised raised) {
      machine.become(end.state());
      throw new RaisedError(raised.code(), raised.message());
    }
    return end;
  }

  private Result result(Routine routine, Value value, Frame frame) {
    List<Value> outputs = outputs(routine, frame);
    if (routine.returnsSet()) {
      return new Result(frame.rows(), outputs);
    }
    List<Value.Composite.Field> fields = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      if (outputs.get(i) != null) {
        fields.add(new Value.Composite.Field(routine.parameters().get(i).name(), outputs.get(i)));
      }
    }
    Row row =
        fields.isEmpty()
            ? Row.of(List.of(new Value.Composite.Field(Identifier.NONE, value)))
            : Row.of(fields);
    return new Result(Rows.of(List.of(row)), outputs);
  }

  private static List<Value> outputs(Routine routine, Frame frame) {
    List<Value> outputs = new ArrayList<>();
    for (Routine.Parameter parameter : routine.parameters()) {
      boolean out = parameter.mode() == Routine.Mode.OUT || parameter.mode() == Routine.Mode.INOUT;
      outputs.add(
          out
              ? frame
                  .variables()
                  .get(parameter.name())
                  .map(Frame.Variable::value)
                  .orElse(Value.NULL)
              : null);
    }
    return outputs;
  }
}
