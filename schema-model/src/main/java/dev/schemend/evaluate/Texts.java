package dev.schemend.evaluate;

import dev.schemend.apply.Applied;
import dev.schemend.apply.ErrorCode;
import dev.schemend.apply.SchemaError;
import dev.schemend.code.CodeSpan;
import dev.schemend.code.CodeStatement;
import dev.schemend.code.Target;
import dev.schemend.collect.PersistentSortedMap;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.model.OpaqueObject;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.query.Value;
import dev.schemend.script.ParsedStatement;
import dev.schemend.source.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Statements of SQL inside of code: those that stand in it, and texts that it makes and runs. */
final class Texts {

  /** What may be spliced in behind a space: which name it is does not matter. */
  private static final String A_NAME = "a_name";

  private static final String RUN = "a text that is run";

  private final Machine machine;
  private final Variables variables;
  private final Map<String, List<ParsedStatement>> parsed = new HashMap<>();

  Texts(Machine machine, Variables variables) {
    this.machine = machine;
    this.variables = variables;
  }

  /** Runs a value as a text; where it may be one of several, each of them, and none is taken. */
  List<Outcome> run(Value command, List<Value> using, List<Target> into, CodeSpan span) {
    if (!(command instanceof Value.Unknown text) || text.ways().isEmpty()) {
      return run(command, using, into);
    }
    State before = machine.now();
    Outcome.Fork fork = machine.fork(before, span, text.why());
    List<Outcome> ways = new ArrayList<>();
    for (Value way : text.ways()) {
      machine.become(before);
      try {
        ways.addAll(run(way, using, into));
      } catch (RaisedError error) {
        ways.addAll(machine.raised(error.code(), error.getMessage()));
      }
    }
    return machine.forked(fork, ways);
  }

  private List<Outcome> run(Value command, List<Value> using, List<Target> into) {
    return switch (command) {
      case Value.Null none ->
          throw new RaisedError(
              machine.rules().code("null_value_not_allowed"),
              "query string argument of EXECUTE is null");
      case Value.Unknown unknown -> unknown(unknown, into);
      case Value.Paraphrase text -> dynamic(text.text(), using, into);
      case Value known ->
          dynamic(machine.rules().text(known, machine.world()).orElse(""), using, into);
    };
  }

  // How a text begins may say enough: what changes rows changes no schema, nor does who owns it.
  private List<Outcome> unknown(Value.Unknown text, List<Target> into) {
    boolean harmless =
        (text.prefix().strip().contains(" ") && isInert(text.prefix()))
            || (text.prefix().endsWith(" ") && isInert(text.prefix() + A_NAME));
    if (!harmless) {
      throw Undecidable.because("the text that is run depends on " + text.why());
    }
    machine.wrote(machine.filled().afterOneThatBegins(text.prefix()));
    return rowsChanged(into, text.why());
  }

  private boolean isInert(String text) {
    List<ParsedStatement> statements = parse(text);
    return statements.size() == 1 && statements.getFirst() instanceof ParsedStatement.Inert;
  }

  private List<Outcome> dynamic(String text, List<Value> using, List<Target> into) {
    Place place = machine.place();
    return machine.elsewhere(
        place.within().isEmpty() ? place.inside(RUN) : place,
        () -> {
          Frame frame = machine.now().frame();
          // A text sees nothing of the variables around it.
          machine.become(machine.now().with(Frame.EMPTY.withPositional(using)));
          try {
            return run(text, Optional.of(frame), into);
          } catch (RaisedError | Undecidable failure) {
            restore(frame);
            throw failure;
          }
        });
  }

  /** Runs a text that stands in the code. */
  List<Outcome> run(String text, List<Value> using, List<Target> into) {
    return run(text, Optional.empty(), into);
  }

  private List<Outcome> run(String text, Optional<Frame> outer, List<Target> into) {
    List<ParsedStatement> statements = parse(text);
    if (statements.isEmpty()) {
      outer.ifPresent(this::restore);
      return List.of(Outcome.next(machine.now()));
    }
    List<Outcome> ways = List.of(Outcome.next(machine.now()));
    for (int i = 0; i < statements.size(); i++) {
      boolean last = i == statements.size() - 1;
      Optional<Outcome> next = ways.stream().filter(Outcome::isNext).findFirst();
      if (next.isEmpty()) {
        break;
      }
      machine.become(next.get().state());
      ways = run(statements.get(i), last ? outer : Optional.empty(), last ? into : List.of());
    }
    return ways.stream()
        .map(
            way ->
                outer.isPresent() && !way.isNext() ? way.with(way.state().with(outer.get())) : way)
        .toList();
  }

  private void restore(Frame outer) {
    machine.become(machine.now().with(outer));
  }

  private List<ParsedStatement> parse(String text) {
    machine.budget().step(1 + text.length() / 100);
    return parsed.computeIfAbsent(
        text, one -> machine.frontend().parse(new SourceText(RUN, one)).statements());
  }

  private List<Outcome> run(ParsedStatement statement, Optional<Frame> outer, List<Target> into) {
    switch (statement) {
      case ParsedStatement.Ddl ddl -> {
        apply(ddl);
        wrote(ddl.source().text());
      }
      case ParsedStatement.Inert inert -> {
        requireTable(inert);
        wrote(inert.source().text());
        outer.ifPresent(this::restore);
        return rowsChanged(into, "the rows of a table");
      }
      case ParsedStatement.SetSearchPath set -> {
        State now = machine.now();
        machine.become(now.with(now.session().withSearchPath(set.schemas(), set.written())));
      }
      case ParsedStatement.SetVariables set -> {
        State now = machine.now();
        machine.become(now.with(now.session().withVariables(set.values())));
      }
      case ParsedStatement.Code code -> {
        return code(code.code(), outer, into);
      }
      case ParsedStatement.Unknowable unknowable -> {
        outer.ifPresent(this::restore);
        throw Undecidable.because(unknowable.diagnostic().message());
      }
      case ParsedStatement.Broken broken -> {
        outer.ifPresent(this::restore);
        throw Undecidable.because(broken.diagnostic().message());
      }
    }
    outer.ifPresent(this::restore);
    return List.of(Outcome.next(machine.now()));
  }

  private List<Outcome> code(CodeStatement statement, Optional<Frame> outer, List<Target> into) {
    if (statement instanceof CodeStatement.Select select) {
      Rows rows = machine.scalars().queries().run(select.query(), Env.NONE);
      outer.ifPresent(this::restore);
      return into.isEmpty() ? List.of(Outcome.next(machine.now())) : variables.into(into, rows);
    }
    List<Outcome> ways = machine.run(machine.now(), List.of(statement));
    return ways.stream()
        .map(way -> outer.isPresent() ? way.with(way.state().with(outer.get())) : way)
        .map(
            way ->
                way.flow() instanceof Outcome.Flow.Return ? way.with(new Outcome.Flow.Next()) : way)
        .toList();
  }

  private void wrote(String text) {
    machine.wrote(machine.filled().after(text, machine.now().schema()));
  }

  private void apply(ParsedStatement.Ddl ddl) {
    for (DdlStatement statement : ddl.statements()) {
      State now = machine.now();
      switch (machine.interpreter().apply(now.schema(), now.session(), statement)) {
        case Applied.Ok ok -> machine.become(now.applying(ok.schema()));
        case Applied.Rejected(SchemaError.Undecidable open) -> {
          OpaqueObject kept = OpaqueObject.of(open.object(), ddl.source().text(), List.of());
          machine.become(now.applying(now.schema().with(kept)));
          throw Undecidable.object(open.message());
        }
        case Applied.Rejected rejected -> {
          boolean doubtful =
              machine.misses()
                  || rejected.error().subject().flatMap(machine.doubts()::about).isPresent();
          if (doubtful && !machine.catches(rejected.error().code())) {
            // What could not be followed before may be what is missing now.
            throw Undecidable.because(rejected.error().message());
          }
          throw error(rejected.error());
        }
      }
    }
  }

  private static RaisedError error(SchemaError error) {
    return new RaisedError(error.code(), error.message());
  }

  // Where somebody would catch it, it matters that the table is not there.
  private void requireTable(ParsedStatement.Inert inert) {
    ErrorCode undefined = machine.rules().code("undefined_table");
    if (!machine.catches(undefined)) {
      return;
    }
    Optional<ObjectName> table = machine.code().changed(inert.source().text());
    if (table.isPresent() && !machine.rules().isRelation(table.get(), machine.world())) {
      throw new RaisedError(undefined, "relation " + table.get() + " does not exist");
    }
  }

  private List<Outcome> rowsChanged(List<Target> into, String why) {
    variables.found(Value.unknown(why));
    into.forEach(target -> variables.assign(target, Value.unknown(why)));
    return List.of(Outcome.next(machine.now()));
  }

  /** The rows that a text gives when it is run. */
  Rows rows(Value command, List<Value> using) {
    if (command instanceof Value.Unknown unknown) {
      return Rows.unknown(unknown.why());
    }
    String text =
        command instanceof Value.Paraphrase paraphrase
            ? paraphrase.text()
            : machine.rules().text(command, machine.world()).orElse("");
    List<ParsedStatement> statements = parse(text);
    boolean query =
        statements.size() == 1
            && statements.getFirst() instanceof ParsedStatement.Code code
            && code.code() instanceof CodeStatement.Select;
    if (!query) {
      return Rows.unknown("the rows of a text that is run");
    }
    CodeStatement.Select select =
        (CodeStatement.Select) ((ParsedStatement.Code) statements.getFirst()).code();
    Frame outer = machine.now().frame();
    machine.become(machine.now().with(Frame.EMPTY.withPositional(using)));
    try {
      return machine.scalars().queries().run(select.query(), Env.NONE);
    } finally {
      machine.become(machine.now().with(outer));
    }
  }

  /** A frame that a routine starts with. */
  static Frame frame(Set<Identifier> labels, List<Value> positional) {
    return new Frame(
        PersistentSortedMap.empty(), PersistentSortedMap.empty(), labels, positional, Rows.NONE);
  }
}
