package dev.schemend.evaluate;

import dev.schemend.apply.Doubts;
import dev.schemend.apply.ErrorCode;
import dev.schemend.apply.FilledTables;
import dev.schemend.apply.SchemaInterpreter;
import dev.schemend.code.CodeFrontend;
import dev.schemend.code.CodeSpan;
import dev.schemend.code.CodeStatement;
import dev.schemend.code.Handler;
import dev.schemend.dialect.SqlFrontend;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.query.Scalar;
import dev.schemend.query.Value;
import dev.schemend.source.Diagnostic;
import dev.schemend.source.SourceSpan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One run of one statement's code. Statements are run from a state to the ways in which they may
 * end; of the ways that go on alike only one is followed, and where they differ in what they did to
 * the database, the place where they parted is reported and neither is taken.
 */
final class Machine implements Host {

  private static final String SETTING = "@@";
  private static final String UNKNOWABLE = "unknowable";
  private static final String HINT = "what it does to the schema is not in the model";

  private final CodeRules rules;
  private final SchemaInterpreter interpreter;
  private final SqlFrontend frontend;
  private final CodeFrontend code;
  private final Budget budget = new Budget();
  private final Set<Diagnostic> diagnostics = new LinkedHashSet<>();
  private final Deque<CodeStatement.Block> guards = new ArrayDeque<>();
  private final Statements statements;
  private final Routines routines;
  private final Scalars scalars;

  private Place place;
  private final Doubts doubts;
  private FilledTables filled;
  private boolean askedForRows;
  private State now;
  private List<Outcome> failures = new ArrayList<>();

  Machine(
      CodeRules rules,
      SchemaInterpreter interpreter,
      SqlFrontend frontend,
      CodeFrontend code,
      Place place,
      State start,
      Doubts doubts,
      FilledTables filled) {
    this.doubts = doubts;
    this.filled = filled;
    this.rules = rules;
    this.interpreter = interpreter;
    this.frontend = frontend;
    this.code = code;
    this.place = place;
    this.now = start;
    this.scalars = new Scalars(this);
    this.statements = new Statements(this);
    this.routines = new Routines(this);
  }

  /** Whether it was said of any table that it holds no rows. */
  boolean askedForRows() {
    return askedForRows;
  }

  /** Which tables may hold rows, whichever way the code went. */
  FilledTables filled() {
    return filled;
  }

  /** After a statement that may have written rows. */
  void wrote(FilledTables newFilled) {
    filled = newFilled;
  }

  @Override
  public boolean givesRows(ObjectName routine) {
    return routines.givesRows(routine);
  }

  @Override
  public boolean holdsNoRows(ObjectName table) {
    if (filled.mayHold(table.name(), now.schema())) {
      return false;
    }
    askedForRows = true;
    return true;
  }

  /** What cannot be said because of what was not read before. */
  Doubts doubts() {
    return doubts;
  }

  SchemaInterpreter interpreter() {
    return interpreter;
  }

  SqlFrontend frontend() {
    return frontend;
  }

  CodeFrontend code() {
    return code;
  }

  Scalars scalars() {
    return scalars;
  }

  State now() {
    return now;
  }

  void become(State state) {
    now = state;
  }

  Place place() {
    return place;
  }

  /** Whether something could not be followed so far. */
  boolean misses() {
    return !diagnostics.isEmpty();
  }

  List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }

  /** Runs {@code action} as code that stands somewhere else. */
  <T> T elsewhere(Place where, Supplier<T> action) {
    Place before = place;
    place = where;
    try {
      return action.get();
    } finally {
      place = before;
    }
  }

  static String prepared(Identifier name) {
    return "prepared " + name.key();
  }

  Value value(Scalar scalar) {
    return scalars.value(scalar, Env.NONE);
  }

  // ------------------------------------------------------------ running

  /** The ways in which {@code body} may end, one for each way to go on. */
  List<Outcome> run(State start, List<CodeStatement> body) {
    List<Outcome> ends = new ArrayList<>();
    State current = start;
    for (CodeStatement statement : body) {
      Optional<State> next = Optional.empty();
      for (Outcome outcome : run(current, statement)) {
        if (outcome.isNext()) {
          next = Optional.of(outcome.state());
        } else {
          ends.add(outcome);
        }
      }
      if (next.isEmpty()) {
        return merged(ends);
      }
      current = next.get();
    }
    ends.add(Outcome.next(current));
    return merged(ends);
  }

  List<Outcome> run(State before, CodeStatement statement) {
    budget.step();
    now = before;
    List<Outcome> outer = failures;
    failures = new ArrayList<>();
    try {
      return withFailures(attempt(before, statement));
    } finally {
      failures = outer;
    }
  }

  private List<Outcome> withFailures(List<Outcome> ways) {
    if (failures.isEmpty()) {
      return ways;
    }
    Outcome.Fork fork = failures.getFirst().fork().orElseThrow();
    List<Outcome> all = new ArrayList<>();
    ways.forEach(way -> all.add(way.from(fork)));
    all.addAll(failures);
    return forked(fork, all);
  }

  /** An expression may fail here, or not; who would catch that must be told. */
  void mayFail(Outcome failure) {
    failures.add(failure);
  }

  private List<Outcome> attempt(State before, CodeStatement statement) {
    try {
      return statements.run(statement);
    } catch (RaisedError error) {
      return raised(error.code(), error.getMessage());
    } catch (Undecidable reason) {
      if (reason.isFatal()) {
        throw reason;
      }
      report(statement.span(), reason.getMessage());
      State left = reason.isOfObject() ? now : before;
      return List.of(Outcome.next(forgetting(left, List.of(statement), reason.getMessage())));
    }
  }

  /** What an error leads to: a handler that goes on runs at once, all else is left to blocks. */
  List<Outcome> raised(ErrorCode error, String message) {
    for (Iterator<CodeStatement.Block> all = guards.iterator(); all.hasNext(); ) {
      CodeStatement.Block block = all.next();
      Optional<Handler> handler = handler(block, error);
      if (handler.isPresent()) {
        return handler.get().action() == Handler.Action.GO_ON
            ? outside(block, () -> run(now, handler.get().body()))
            : List.of(raisedHere(error, message));
      }
    }
    return List.of(raisedHere(error, message));
  }

  private Outcome raisedHere(ErrorCode error, String message) {
    return new Outcome(new Outcome.Flow.Raised(error, message), now, Optional.empty());
  }

  Optional<Handler> handler(CodeStatement.Block block, ErrorCode error) {
    return block.handlers().stream()
        .filter(
            handler ->
                handler.conditions().stream()
                    .anyMatch(condition -> rules.catches(condition, error)))
        .findFirst();
  }

  /** Runs {@code action} with the handlers of {@code block} in force. */
  <T> T guarded(CodeStatement.Block block, Supplier<T> action) {
    guards.push(block);
    try {
      return action.get();
    } finally {
      guards.pop();
    }
  }

  /** Runs a handler of {@code block}: neither its own handlers nor those inside are in force. */
  <T> T outside(CodeStatement.Block block, Supplier<T> action) {
    Deque<CodeStatement.Block> suspended = new ArrayDeque<>();
    int depth = depthOf(block);
    for (int i = 0; i <= depth; i++) {
      suspended.push(guards.pop());
    }
    try {
      return action.get();
    } finally {
      suspended.forEach(guards::push);
    }
  }

  @SuppressWarnings("ReferenceEquality") // two blocks may look the same
  private int depthOf(CodeStatement.Block block) {
    int depth = 0;
    for (CodeStatement.Block guard : guards) {
      if (guard == block) {
        return depth;
      }
      depth++;
    }
    throw new IllegalArgumentException("not in force: the handlers of a block");
  }

  @Override
  public boolean catches(ErrorCode error) {
    return guards.stream().anyMatch(block -> handler(block, error).isPresent());
  }

  // ------------------------------------------------------------ ways

  /** Both ways of a decision that cannot be made. */
  List<Outcome> forked(Outcome.Fork fork, List<Outcome> ways) {
    List<Outcome> parted = ways.stream().map(way -> way.from(fork)).toList();
    List<Outcome> result = new ArrayList<>();
    for (Outcome way : merged(parted)) {
      result.add(way.isNext() ? Outcome.next(way.state()) : way);
    }
    return result;
  }

  /** One way for each way to go on. */
  List<Outcome> merged(List<Outcome> ways) {
    if (ways.size() < 2) {
      return ways;
    }
    boolean survives = ways.stream().anyMatch(way -> !way.isRaised());
    Map<Object, Outcome> result = new LinkedHashMap<>();
    for (Outcome way : ways) {
      // A script that has run did not fail: of two ways the one without the error was gone.
      boolean fails = way.flow() instanceof Outcome.Flow.Raised raised && !catches(raised.code());
      if (!(fails && survives)) {
        result.merge(kind(way.flow()), way, this::merged);
      }
    }
    return List.copyOf(result.values());
  }

  private static Object kind(Outcome.Flow flow) {
    return switch (flow) {
      case Outcome.Flow.Next next -> next;
      case Outcome.Flow.Leave leave -> leave;
      case Outcome.Flow.Again again -> again;
      case Outcome.Flow.Return result -> Outcome.Flow.Return.class;
      case Outcome.Flow.Raised raised -> raised.code();
    };
  }

  private Outcome merged(Outcome one, Outcome other) {
    Outcome.Fork fork =
        one.fork()
            .or(other::fork)
            .orElseThrow(() -> Undecidable.fatal("ways that part without a reason"));
    String why = fork.why();
    Outcome.Flow flow = one.flow();
    if (one.flow() instanceof Outcome.Flow.Return a
        && other.flow() instanceof Outcome.Flow.Return b
        && !a.value().equals(b.value())) {
      flow = new Outcome.Flow.Return(Value.unknown(why));
    }
    Frame frame = one.state().frame().joined(other.state().frame(), why);
    if (one.state().sameDatabase(other.state())) {
      State state = one.state().with(frame).with(Sessions.joined(one.state(), other.state(), why));
      return new Outcome(flow, state, one.fork().or(other::fork));
    }
    diagnostics.add(unknowable(fork.span(), "what happens here depends on " + why));
    return new Outcome(flow, fork.before().with(frame), one.fork().or(other::fork));
  }

  Outcome.Fork fork(State before, CodeSpan span, String why) {
    return new Outcome.Fork(before, place.at(span), why);
  }

  /** {@code state} with all unknown that {@code body}, or a handler in force, may assign. */
  State forgetting(State state, List<CodeStatement> body, String why) {
    List<CodeStatement> all = new ArrayList<>(body);
    guards.forEach(block -> block.handlers().forEach(handler -> all.addAll(handler.body())));
    Assigned assigned = Assigned.in(all);
    State result = state.with(state.frame().forgetting(assigned.names(), why));
    for (String name : assigned.session()) {
      result = result.with(result.session().withUserVariable(name, Value.unknown(why)));
    }
    return result;
  }

  void report(CodeSpan span, String message) {
    diagnostics.add(unknowable(place.at(span), message));
  }

  void report(Diagnostic diagnostic) {
    diagnostics.add(diagnostic);
  }

  private Diagnostic unknowable(SourceSpan span, String message) {
    return new Diagnostic(
        UNKNOWABLE, Diagnostic.Severity.WARNING, Optional.of(span), place.explain(message), HINT);
  }

  // ------------------------------------------------------------ what expressions ask

  @Override
  public CodeRules rules() {
    return rules;
  }

  @Override
  public Budget budget() {
    return budget;
  }

  @Override
  public World world() {
    return now.world();
  }

  @Override
  public Optional<Value> variable(List<Identifier> path) {
    return now.frame().value(path);
  }

  @Override
  public Value sessionVariable(String name) {
    if (name.startsWith(SETTING)) {
      String setting = rules.setting(name.substring(SETTING.length()));
      // One that was set to what nobody knows is known to be unknown.
      return now.session()
          .userVariables()
          .get(SETTING + setting)
          .or(() -> now.session().variable(setting).map(Value::of))
          .or(() -> rules.setting(setting, now.world()))
          .orElseGet(() -> Value.unknown("the setting " + name));
    }
    return now.session().userVariables().get(name).orElse(Value.NULL);
  }

  @Override
  public Value parameter(int number) {
    List<Value> values = now.frame().positional();
    return number >= 1 && number <= values.size()
        ? values.get(number - 1)
        : Value.unknown("the parameter $" + number);
  }

  @Override
  public Optional<Rows> invoke(
      ObjectName name, List<Scalar.Call.Argument> written, List<Value> arguments) {
    return routines.invoke(name, written, arguments).map(Routines.Result::rows);
  }

  Routines routines() {
    return routines;
  }

  @Override
  public <T> T perhaps(String why, Supplier<T> action, T otherwise) {
    State before = now;
    try {
      T result = action.get();
      if (!now.sameDatabase(before)) {
        throw Undecidable.because("whether it is run depends on " + why);
      }
      return result;
    } catch (RaisedError error) {
      if (catches(error.code())) {
        Outcome.Flow raised = new Outcome.Flow.Raised(error.code(), error.getMessage());
        Outcome.Fork fork = fork(before, new CodeSpan(0, 0), why);
        mayFail(new Outcome(raised, before, Optional.of(fork)));
      }
      return otherwise;
    } finally {
      now = before;
    }
  }
}
