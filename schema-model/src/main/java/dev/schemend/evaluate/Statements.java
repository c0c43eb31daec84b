package dev.schemend.evaluate;

import dev.schemend.apply.ErrorCode;
import dev.schemend.code.CodeStatement;
import dev.schemend.code.Declaration;
import dev.schemend.code.Handler;
import dev.schemend.code.Target;
import dev.schemend.name.Identifier;
import dev.schemend.query.Scalar;
import dev.schemend.query.TypeName;
import dev.schemend.query.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What each statement does. */
final class Statements {

  private final Machine machine;
  private final Loops loops;
  private final Variables variables;
  private final Texts texts;
  private final Cursors cursors;
  private final CurrentError errors = new CurrentError();

  Statements(Machine machine) {
    this.machine = machine;
    this.variables = new Variables(machine);
    this.texts = new Texts(machine, variables);
    this.cursors = new Cursors(machine, variables, texts);
    this.loops = new Loops(machine, variables, cursors);
  }

  /** Runs {@code statement} from the machine's present state. */
  List<Outcome> run(CodeStatement statement) {
    return switch (statement) {
      case CodeStatement.Block block -> block(block);
      case CodeStatement.Assign assign -> assign(assign);
      case CodeStatement.If choice -> branch(choice, 0);
      case CodeStatement.Loop loop -> loops.endless(loop);
      case CodeStatement.While loop -> loops.whileTrue(loop);
      case CodeStatement.ForRange loop -> loops.range(loop);
      case CodeStatement.ForRows loop -> loops.rows(loop);
      case CodeStatement.ForEach loop -> loops.each(loop);
      case CodeStatement.Exit exit ->
          jump(statement, exit.when(), new Outcome.Flow.Leave(exit.label()));
      case CodeStatement.Continue again ->
          jump(statement, again.when(), new Outcome.Flow.Again(again.label()));
      case CodeStatement.Return result -> returned(result);
      case CodeStatement.ReturnRows rows -> rows(rows);
      case CodeStatement.Raise raise -> raise(raise);
      case CodeStatement.Reraise raise -> reraise();
      case CodeStatement.Execute execute -> execute(execute);
      case CodeStatement.Select select -> select(select);
      case CodeStatement.Sql sql -> texts.run(sql.text(), List.of(), sql.into());
      case CodeStatement.Call call -> call(call);
      case CodeStatement.Ask ask -> ask(ask);
      case CodeStatement.Open open -> cursors.open(open);
      case CodeStatement.Fetch fetch -> cursors.fetch(fetch);
      case CodeStatement.Prepare prepare -> prepare(prepare);
      case CodeStatement.ExecutePrepared execute -> executePrepared(execute);
      case CodeStatement.Nothing nothing -> next();
      case CodeStatement.Unreadable unreadable -> throw Undecidable.because(unreadable.message());
    };
  }

  private List<Outcome> next() {
    return List.of(Outcome.next(machine.now()));
  }

  // ------------------------------------------------------------ blocks

  private List<Outcome> block(CodeStatement.Block block) {
    Frame outer = machine.now().frame();
    machine.become(machine.now().with(outer.labelled(block.label())));
    Set<Identifier> declared = new HashSet<>();
    for (Declaration declaration : block.declarations()) {
      declared.add(declaration.name());
      variables.declare(declaration);
    }
    State start = machine.now();
    List<Outcome> ways = machine.guarded(block, () -> machine.run(start, block.body()));
    List<Outcome> handled = new ArrayList<>();
    for (Outcome way : ways) {
      if (way.flow() instanceof Outcome.Flow.Raised raised
          && machine.handler(block, raised.code()).isPresent()) {
        handled.addAll(handle(block, start, way, raised));
      } else {
        handled.add(way);
      }
    }
    List<Outcome> left = new ArrayList<>();
    for (Outcome way : machine.merged(handled)) {
      boolean here =
          way.flow() instanceof Outcome.Flow.Leave leave
              && !leave.label().isNone()
              && leave.label().equals(block.label());
      Outcome ended = here ? way.with(new Outcome.Flow.Next()) : way;
      left.add(ended.with(ended.state().with(ended.state().frame().leaving(declared, outer))));
    }
    return machine.merged(left);
  }

  private List<Outcome> handle(
      CodeStatement.Block block, State start, Outcome way, Outcome.Flow.Raised raised) {
    Handler handler = machine.handler(block, raised.code()).orElseThrow();
    State state =
        handler.action() == Handler.Action.UNDO_AND_LEAVE
            ? new State(start.schema(), start.session(), way.state().frame(), start.applied())
            : way.state();
    Frame frame =
        state
            .frame()
            .with(
                Identifier.of("sqlstate"),
                new Frame.Variable(TypeName.BORROWED, Value.of(raised.code().sqlState())))
            .with(
                Identifier.of("sqlerrm"),
                new Frame.Variable(
                    TypeName.BORROWED, Value.unknown("the server's words for an error")));
    State before = state.with(frame);
    List<Outcome> ways = new ArrayList<>();
    for (Outcome end : errors.in(raised, () -> machine.run(before, handler.body()))) {
      ways.add(new Outcome(end.flow(), end.state(), end.fork().or(way::fork)));
    }
    return ways;
  }

  // ------------------------------------------------------------ decisions

  private List<Outcome> branch(CodeStatement.If choice, int index) {
    if (index == choice.branches().size()) {
      return machine.run(machine.now(), choice.otherwise());
    }
    CodeStatement.If.Branch branch = choice.branches().get(index);
    Value holds = Operators.truth(machine.value(branch.condition()));
    State after = machine.now();
    return switch (holds) {
      case Value.Bool bool when bool.value() -> machine.run(after, branch.body());
      case Value.Unknown unknown -> {
        Outcome.Fork fork = machine.fork(after, choice.span(), unknown.why());
        List<Outcome> ways = new ArrayList<>(machine.run(after, branch.body()));
        machine.become(after);
        for (Outcome way : branch(choice, index + 1)) {
          ways.add(way);
        }
        yield machine.forked(fork, ways);
      }
      case Value other -> branch(choice, index + 1);
    };
  }

  private List<Outcome> jump(CodeStatement statement, Optional<Scalar> when, Outcome.Flow flow) {
    Value holds = when.map(machine::value).map(Operators::truth).orElse(Value.TRUE);
    State after = machine.now();
    Outcome jumped = new Outcome(flow, after, Optional.empty());
    return switch (holds) {
      case Value.Bool bool when bool.value() -> List.of(jumped);
      case Value.Unknown unknown ->
          machine.forked(
              machine.fork(after, statement.span(), unknown.why()),
              List.of(jumped, Outcome.next(after)));
      case Value other -> next();
    };
  }

  private List<Outcome> returned(CodeStatement.Return statement) {
    Value value = statement.value().map(machine::value).orElse(Value.NULL);
    return List.of(new Outcome(new Outcome.Flow.Return(value), machine.now(), Optional.empty()));
  }

  private List<Outcome> rows(CodeStatement.ReturnRows statement) {
    Rows more =
        statement
            .row()
            .map(row -> Rows.of(List.of(one(machine.value(row)))))
            .or(() -> statement.rows().map(cursors::rows))
            .orElseGet(() -> Rows.unknown("the row of RETURN NEXT"));
    Rows before = machine.now().frame().rows();
    List<Row> all = new ArrayList<>(before.rows());
    all.addAll(more.rows());
    Rows result = new Rows(all, before.rest().or(more::rest));
    machine.become(machine.now().with(machine.now().frame().withRows(result)));
    return next();
  }

  static Row one(Value value) {
    return value instanceof Value.Composite row
        ? Row.of(row.fields())
        : Row.of(List.of(new Value.Composite.Field(Identifier.NONE, value)));
  }

  // ------------------------------------------------------------ errors

  private List<Outcome> raise(CodeStatement.Raise raise) {
    ErrorCode code = machine.rules().code(raise.condition());
    return machine.raised(code, raise.message());
  }

  private List<Outcome> reraise() {
    Outcome.Flow.Raised error =
        errors.current().orElseThrow(() -> Undecidable.because("it raises no error of its own"));
    return machine.raised(error.code(), error.message());
  }

  // ------------------------------------------------------------ values

  private List<Outcome> assign(CodeStatement.Assign assign) {
    variables.assign(assign.target(), machine.value(assign.value()));
    return next();
  }

  private List<Outcome> ask(CodeStatement.Ask ask) {
    for (Target target : ask.into()) {
      variables.assign(target, Value.unknown(ask.what()));
    }
    return next();
  }

  private List<Outcome> select(CodeStatement.Select select) {
    Rows rows = machine.scalars().queries().run(select.query(), Env.NONE);
    return variables.first(select, rows);
  }

  private List<Outcome> call(CodeStatement.Call call) {
    List<Value> arguments = new ArrayList<>();
    for (Scalar.Call.Argument argument : call.arguments()) {
      arguments.add(machine.value(argument.value()));
    }
    Optional<Routines.Result> result =
        machine.routines().invoke(call.routine(), call.arguments(), arguments);
    if (result.isEmpty()) {
      throw Undecidable.because("the procedure " + call.routine() + " is not in the model");
    }
    List<Value> outputs = result.get().outputs();
    for (int i = 0; i < Math.min(outputs.size(), call.arguments().size()); i++) {
      Optional<Target> target = Variables.target(call.arguments().get(i).value());
      if (outputs.get(i) != null && target.isPresent()) {
        variables.assign(target.get(), outputs.get(i));
      }
    }
    return next();
  }

  // ------------------------------------------------------------ texts

  private List<Outcome> execute(CodeStatement.Execute execute) {
    Value command = machine.value(execute.command());
    List<Value> using = new ArrayList<>();
    execute.using().forEach(argument -> using.add(machine.value(argument)));
    return texts.run(command, using, execute.into(), execute.span());
  }

  private List<Outcome> prepare(CodeStatement.Prepare prepare) {
    Value text = machine.value(prepare.text());
    State now = machine.now();
    machine.become(
        now.with(now.session().withUserVariable(Machine.prepared(prepare.name()), text)));
    return next();
  }

  private List<Outcome> executePrepared(CodeStatement.ExecutePrepared execute) {
    Value text =
        machine
            .now()
            .session()
            .userVariables()
            .get(Machine.prepared(execute.name()))
            .orElseThrow(
                () ->
                    Undecidable.because(
                        "the prepared statement " + execute.name() + " is not known"));
    List<Value> using = new ArrayList<>();
    execute.using().forEach(argument -> using.add(machine.value(argument)));
    return texts.run(text, using, List.of(), execute.span());
  }
}
