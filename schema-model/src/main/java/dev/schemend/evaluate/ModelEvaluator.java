package dev.schemend.evaluate;

import dev.schemend.apply.CodeEvaluator;
import dev.schemend.apply.Coverage;
import dev.schemend.apply.Doubts;
import dev.schemend.apply.FilledTables;
import dev.schemend.apply.FoldState;
import dev.schemend.apply.SchemaInterpreter;
import dev.schemend.apply.Session;
import dev.schemend.code.CodeFrontend;
import dev.schemend.collect.PersistentSortedMap;
import dev.schemend.dialect.SqlFrontend;
import dev.schemend.query.TypeName;
import dev.schemend.query.Value;
import dev.schemend.script.ParsedStatement;
import dev.schemend.source.Diagnostic;
import dev.schemend.source.SourceSpan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
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

  /**
   * The state after {@code statement}. What hangs on rows that nobody knows is decided without them
   * where both ways lead to one schema; else as in a database in which a table that nothing was
   * written to holds none (ADR 5), and {@link Coverage#assumed} says where.
   */
  @Override
  public FoldState run(FoldState state, ParsedStatement.Code statement) {
    Session session = state.session();
    Followed asEmpty = follow(state.withSession(session.supposingNoRows()), statement);
    if (!asEmpty.askedForRows() && !session.restsOnRows()) {
      return asEmpty.after();
    }
    FoldState anyRows = follow(state.filling(FilledTables.ANY), statement).after();
    Set<Diagnostic> undecided = new LinkedHashSet<>(missedSince(state, anyRows));
    if (undecided.isEmpty()) {
      return anyRows
          .withSession(anyRows.session().orWithoutRows(asEmpty.after().session()))
          .filling(asEmpty.after().filled());
    }
    missedSince(state, asEmpty.after()).forEach(undecided::remove);
    return asEmpty
        .after()
        .counting(Coverage.assuming(undecided.stream().map(ModelEvaluator::assumed).toList()));
  }

  private static List<Diagnostic> missedSince(FoldState before, FoldState after) {
    List<Diagnostic> unknown = after.coverage().unknown();
    return unknown.subList(before.coverage().unknown().size(), unknown.size());
  }

  private static Diagnostic assumed(Diagnostic undecided) {
    return new Diagnostic(
        "no-rows",
        Diagnostic.Severity.WARNING,
        undecided.span(),
        undecided.message() + ", and this history writes none",
        "it is read as in a database that holds nothing else");
  }

  /**
   * The end of code.
   *
   * @param askedForRows whether it was told that a table holds no rows
   */
  private record Followed(FoldState after, boolean askedForRows) {}

  private Followed follow(FoldState state, ParsedStatement.Code statement) {
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
    return new Followed(end(state, start, machine, statement), machine.askedForRows());
  }

  private FoldState end(
      FoldState state, State start, Machine machine, ParsedStatement.Code statement) {
    try {
      return ended(state, start, machine, machine.run(start, List.of(statement.code())), statement);
    } catch (Undecidable reason) {
      return missed(state, unknowable(statement.source().span(), reason.getMessage()));
    } catch (StackOverflowError tooDeep) {
      return missed(state, unknowable(statement.source().span(), "it is nested too deeply to run"));
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
        .counting(new Coverage(applied, inert ? 1 : 0, 0, unknown));
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

  private static FoldState missed(FoldState state, Diagnostic diagnostic) {
    return state.counting(new Coverage(0, 0, 0, List.of(diagnostic)));
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
