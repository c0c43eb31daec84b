package dev.schemend.evaluate;

import dev.schemend.apply.CodeEvaluator;
import dev.schemend.apply.Coverage;
import dev.schemend.apply.Doubts;
import dev.schemend.apply.FoldState;
import dev.schemend.apply.SchemaInterpreter;
import dev.schemend.code.CodeFrontend;
import dev.schemend.collect.PersistentSortedMap;
import dev.schemend.dialect.SqlFrontend;
import dev.schemend.query.TypeName;
import dev.schemend.query.Value;
import dev.schemend.script.ParsedStatement;
import dev.schemend.source.Diagnostic;
import dev.schemend.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Follows the code of scripts, with nothing but the model at hand. */
public final class ModelEvaluator implements CodeEvaluator {

  private final CodeRules rules;
  private final SchemaInterpreter interpreter;
  private final SqlFrontend frontend;
  private final CodeFrontend code;

  /**
   * An evaluator for one server.
   *
   * @param rules what code means there
   * @param interpreter applies the definitions in it
   * @param frontend reads the statements in it
   * @param code reads the code itself
   */
  public ModelEvaluator(
      CodeRules rules, SchemaInterpreter interpreter, SqlFrontend frontend, CodeFrontend code) {
    this.rules = Objects.requireNonNull(rules, "rules");
    this.interpreter = Objects.requireNonNull(interpreter, "interpreter");
    this.frontend = Objects.requireNonNull(frontend, "frontend");
    this.code = Objects.requireNonNull(code, "code");
  }

  @Override
  public FoldState run(FoldState state, ParsedStatement.Code statement) {
    Frame frame =
        new Frame(
                PersistentSortedMap.empty(),
                PersistentSortedMap.empty(),
                Set.of(),
                List.of(),
                Rows.NONE)
            .with(Variables.FOUND, new Frame.Variable(TypeName.BORROWED, Value.FALSE));
    State start = new State(state.schema(), state.session(), frame, 0);
    Machine machine =
        new Machine(
            rules,
            interpreter,
            frontend,
            code,
            new Place(statement.source(), ""),
            start,
            state.doubts(),
            state.filled());
    try {
      return ended(state, start, machine, machine.run(start, List.of(statement.code())), statement);
    } catch (Undecidable reason) {
      return missed(state, List.of(unknowable(statement.source().span(), reason.getMessage())));
    } catch (StackOverflowError tooDeep) {
      return missed(
          state, List.of(unknowable(statement.source().span(), "it is nested too deeply to run")));
    }
  }

  private FoldState ended(
      FoldState state,
      State start,
      Machine machine,
      List<Outcome> ways,
      ParsedStatement.Code statement) {
    List<Outcome> ends = new ArrayList<>();
    for (Outcome way : ways) {
      ends.add(way.isRaised() ? way : way.with(new Outcome.Flow.Next()));
    }
    List<Outcome> merged = machine.merged(ends);
    Outcome end = merged.stream().filter(Outcome::isNext).findFirst().orElseGet(merged::getFirst);
    List<Diagnostic> unknown = new ArrayList<>(machine.diagnostics());
    State result = end.state();
    if (end.flow() instanceof Outcome.Flow.Raised raised) {
      unknown.add(refused(state, statement, raised));
      result = rules.isTransactional() ? start : end.state();
    }
    int applied = result.applied();
    boolean inert = applied == 0 && unknown.isEmpty();
    return state
        .withSchema(result.schema())
        .withSession(result.session())
        .filling(machine.filled())
        .counting(new Coverage(applied, inert ? 1 : 0, 0, unknown, machine.assumed()));
  }

  private static Diagnostic refused(
      FoldState state, ParsedStatement.Code statement, Outcome.Flow.Raised raised) {
    return statement.touches().stream()
        .flatMap(name -> state.doubts().about(name.name()).stream())
        .findFirst()
        .map(place -> Doubts.unknown(statement.source(), raised.message(), place))
        .orElseGet(
            () ->
                new Diagnostic(
                    raised.code().sqlState(),
                    Diagnostic.Severity.ERROR,
                    Optional.of(statement.source().span()),
                    raised.message(),
                    "the server would answer " + raised.code()));
  }

  private static FoldState missed(FoldState state, List<Diagnostic> diagnostics) {
    return state.counting(new Coverage(0, 0, 0, diagnostics));
  }

  private static Diagnostic unknowable(SourceSpan span, String message) {
    return new Diagnostic(
        "unknowable",
        Diagnostic.Severity.WARNING,
        Optional.of(span),
        message,
        "what it does to the schema is not in the model");
  }
}
