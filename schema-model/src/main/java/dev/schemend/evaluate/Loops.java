package dev.schemend.evaluate;

import dev.schemend.code.CodeStatement;
import dev.schemend.code.Target;
import dev.schemend.name.Identifier;
import dev.schemend.query.TypeName;
import dev.schemend.query.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Loops. While it is known whether there is another turn, each turn is run. From there on a turn is
 * run once for all that may follow, with everything unknown that a turn may assign: where it leaves
 * the database as it was, so do any number of turns.
 */
final class Loops {

  // Turns that each do something else are given up soon: what they lead to is not one schema.
  private static final int ROUNDS = 4;

  private final Machine machine;
  private final Variables variables;
  private final Cursors cursors;

  Loops(Machine machine, Variables variables, Cursors cursors) {
    this.machine = machine;
    this.variables = variables;
    this.cursors = cursors;
  }

  /** What the ways out of a turn mean for the loop. */
  private static final class Turn {
    private final List<Outcome> done = new ArrayList<>();
    private Optional<Outcome> again = Optional.empty();

    Turn(List<Outcome> ways, Identifier label, Machine machine) {
      List<Outcome> next = new ArrayList<>();
      for (Outcome way : ways) {
        switch (way.flow()) {
          case Outcome.Flow.Next flow -> next.add(way);
          case Outcome.Flow.Again flow -> {
            if (flow.label().isNone() || flow.label().equals(label)) {
              next.add(way.with(new Outcome.Flow.Next()));
            } else {
              done.add(way);
            }
          }
          case Outcome.Flow.Leave flow -> {
            if (flow.label().isNone() || flow.label().equals(label)) {
              done.add(way.with(new Outcome.Flow.Next()));
            } else {
              done.add(way);
            }
          }
          case Outcome.Flow.Return flow -> done.add(way);
          case Outcome.Flow.Raised flow -> done.add(way);
        }
      }
      again = machine.merged(next).stream().findFirst();
    }

    /** Whether the loop may be over, though not by an error that nobody catches. */
    boolean mayEnd(Machine machine) {
      return done.stream()
          .anyMatch(
              way ->
                  !(way.flow() instanceof Outcome.Flow.Raised raised)
                      || machine.catches(raised.code()));
    }
  }

  List<Outcome> endless(CodeStatement.Loop loop) {
    State current = machine.now();
    while (true) {
      Turn turn = new Turn(machine.run(current, loop.body()), loop.label(), machine);
      if (turn.again.isEmpty()) {
        return machine.merged(turn.done);
      }
      if (turn.mayEnd(machine)) {
        return manyTurns(
            current, loop, loop.label(), loop.body(), List.of(), why(turn.done), ignored -> {});
      }
      current = turn.again.get().state();
    }
  }

  private static String why(List<Outcome> ways) {
    return ways.stream()
        .flatMap(way -> way.fork().stream())
        .map(Outcome.Fork::why)
        .findFirst()
        .orElse("how often a loop turns");
  }

  List<Outcome> whileTrue(CodeStatement.While loop) {
    State current = machine.now();
    boolean asks = !loop.bodyFirst();
    while (true) {
      machine.become(current);
      Value holds = asks ? holds(loop) : Value.TRUE;
      current = machine.now();
      asks = true;
      if (holds instanceof Value.Unknown unknown) {
        return maybe(current, loop, loop.label(), loop.body(), unknown.why(), ignored -> {});
      }
      if (!holds.equals(Value.TRUE)) {
        return List.of(Outcome.next(current));
      }
      Turn turn = new Turn(machine.run(current, loop.body()), loop.label(), machine);
      if (turn.again.isEmpty()) {
        return machine.merged(turn.done);
      }
      if (turn.mayEnd(machine)) {
        return maybe(current, loop, loop.label(), loop.body(), why(turn.done), ignored -> {});
      }
      current = turn.again.get().state();
    }
  }

  // REPEAT goes on until its condition holds.
  private Value holds(CodeStatement.While loop) {
    Value condition = Operators.truth(machine.value(loop.condition()));
    if (!loop.bodyFirst()) {
      return condition;
    }
    return condition instanceof Value.Null ? Value.TRUE : Operators.not(condition);
  }

  /** Any number of turns from here, none too. */
  private List<Outcome> maybe(
      State state,
      CodeStatement loop,
      Identifier label,
      List<CodeStatement> body,
      String why,
      Consumer<String> bind) {
    Outcome none =
        Outcome.next(machine.forgetting(state, body, why))
            .from(machine.fork(state, loop.span(), why));
    return manyTurns(state, loop, label, body, List.of(none), why, bind);
  }

  private List<Outcome> manyTurns(
      State state,
      CodeStatement loop,
      Identifier label,
      List<CodeStatement> body,
      List<Outcome> without,
      String why,
      Consumer<String> bind) {
    Outcome.Fork fork = machine.fork(state, loop.span(), why);
    List<Outcome> ways = new ArrayList<>(without);
    State start = machine.forgetting(state, body, why);
    for (int round = 0; round < ROUNDS; round++) {
      machine.become(start);
      bind.accept(why);
      Turn turn = new Turn(machine.run(machine.now(), body), label, machine);
      turn.done.forEach(way -> ways.add(way.from(fork)));
      if (turn.again.isEmpty()) {
        return machine.forked(fork, ways);
      }
      State after = machine.forgetting(turn.again.get().state(), body, why);
      boolean settled = after.sameDatabase(start);
      if (!without.isEmpty() || settled) {
        // A loop over rows, or one whose condition is asked, may end behind any turn.
        if (!without.isEmpty()) {
          ways.add(Outcome.next(after).from(fork));
        }
        if (settled) {
          return ways.isEmpty() ? List.of(Outcome.next(after)) : machine.forked(fork, ways);
        }
      }
      start = after;
    }
    machine.report(loop.span(), "what happens here depends on " + why);
    return List.of(Outcome.next(machine.forgetting(state, body, why)));
  }

  List<Outcome> range(CodeStatement.ForRange loop) {
    Value from = machine.value(loop.from());
    Value to = machine.value(loop.to());
    Value step = loop.step().map(machine::value).orElse(Value.of(1));
    State start = machine.now();
    Optional<BigDecimal> low = Operators.number(from);
    Optional<BigDecimal> high = Operators.number(to);
    Optional<BigDecimal> by = Operators.number(step).filter(one -> one.signum() > 0);
    if (low.isEmpty() || high.isEmpty() || by.isEmpty()) {
      String why = unknown(List.of(from, to, step));
      return within(
          loop.variable(),
          start,
          () ->
              maybe(
                  start,
                  loop,
                  loop.label(),
                  loop.body(),
                  why,
                  reason -> bind(loop, Value.unknown(reason))));
    }
    BigDecimal change = loop.reverse() ? by.get().negate() : by.get();
    return within(
        loop.variable(),
        start,
        () -> {
          List<Outcome> ways = new ArrayList<>();
          State current = start;
          for (BigDecimal at = low.get();
              inside(at, high.get(), loop.reverse());
              at = at.add(change)) {
            machine.become(current);
            bind(loop, new Value.Num(at));
            Turn turn = new Turn(machine.run(machine.now(), loop.body()), loop.label(), machine);
            ways.addAll(turn.done);
            if (turn.again.isEmpty()) {
              return machine.merged(ways);
            }
            current = turn.again.get().state();
          }
          ways.add(Outcome.next(current));
          return machine.merged(ways);
        });
  }

  private static boolean inside(BigDecimal at, BigDecimal end, boolean reverse) {
    int order = at.compareTo(end);
    return reverse ? order >= 0 : order <= 0;
  }

  private void bind(CodeStatement.ForRange loop, Value value) {
    variables.set(loop.variable(), new Frame.Variable(TypeName.BORROWED, value));
  }

  /** Runs a loop whose variable is its own. */
  private List<Outcome> within(
      Identifier variable, State start, java.util.function.Supplier<List<Outcome>> loop) {
    Frame outer = start.frame();
    List<Outcome> left = new ArrayList<>();
    for (Outcome way : loop.get()) {
      Frame frame = way.state().frame().leaving(java.util.Set.of(variable), outer);
      left.add(way.with(way.state().with(frame)));
    }
    return machine.merged(left);
  }

  private static String unknown(List<Value> values) {
    return values.stream()
        .filter(Value.Unknown.class::isInstance)
        .map(value -> ((Value.Unknown) value).why())
        .findFirst()
        .orElse("the bounds of a loop");
  }

  List<Outcome> rows(CodeStatement.ForRows loop) {
    Rows rows = cursors.rows(loop.rows());
    State start = declared(loop.targets(), machine.now());
    return over(loop, loop.label(), loop.targets(), loop.body(), rows, start);
  }

  // The variable of a loop over a cursor is declared by the loop.
  private State declared(List<Target> targets, State state) {
    State result = state;
    for (Target target : targets) {
      if (target instanceof Target.Variable variable
          && variable.path().size() == 1
          && !state.frame().variables().containsKey(variable.path().getFirst())) {
        result =
            result.with(
                result
                    .frame()
                    .with(
                        variable.path().getFirst(),
                        new Frame.Variable(new TypeName("record", false), Value.NULL)));
      }
    }
    return result;
  }

  List<Outcome> each(CodeStatement.ForEach loop) {
    Value array = machine.value(loop.array());
    Rows rows =
        switch (array) {
          case Value.Items items when !loop.slice() ->
              Rows.of(items.values().stream().map(Statements::one).toList());
          case Value.Unknown unknown -> Rows.unknown(unknown.why());
          case Value.Null none ->
              throw new RaisedError(
                  machine.rules().code("null_value_not_allowed"),
                  "FOREACH expression must not be null");
          case Value other -> Rows.unknown("the elements of an array");
        };
    return over(loop, loop.label(), loop.targets(), loop.body(), rows, machine.now());
  }

  private List<Outcome> over(
      CodeStatement loop,
      Identifier label,
      List<Target> targets,
      List<CodeStatement> body,
      Rows rows,
      State start) {
    List<Outcome> ways = new ArrayList<>();
    State current = start;
    for (Row row : rows.rows()) {
      machine.budget().step();
      machine.become(current);
      variables.spread(targets, row);
      List<Outcome> outcomes = machine.run(machine.now(), body);
      Turn turn =
          new Turn(
              row.doubt().isPresent() ? doubted(loop, current, row, outcomes) : outcomes,
              label,
              machine);
      ways.addAll(turn.done);
      if (turn.again.isEmpty()) {
        return machine.merged(ways);
      }
      current = turn.again.get().state();
    }
    machine.become(current);
    boolean some = rows.certain() > 0;
    if (rows.rest().isEmpty()) {
      variables.found(
          some ? Value.TRUE : rows.uncertainty().<Value>map(Value::unknown).orElse(Value.FALSE));
      ways.add(Outcome.next(machine.now()));
      return machine.merged(ways);
    }
    String why = rows.rest().get();
    ways.addAll(
        maybe(
            current,
            loop,
            label,
            body,
            why,
            reason -> targets.forEach(target -> variables.assign(target, Value.unknown(reason)))));
    return machine.merged(ways);
  }

  // A row that may not be there: its turn is run, or not.
  private List<Outcome> doubted(CodeStatement loop, State before, Row row, List<Outcome> outcomes) {
    String why = row.doubt().orElseThrow();
    List<Outcome> all = new ArrayList<>(outcomes);
    all.add(Outcome.next(before));
    return machine.forked(machine.fork(before, loop.span(), why), all);
  }
}
