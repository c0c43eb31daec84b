package dev.schemend.apply;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.model.OpaqueObject;
import dev.schemend.model.Schema;
import dev.schemend.script.ParsedScript;
import dev.schemend.script.ParsedStatement;
import dev.schemend.source.Diagnostic;
import dev.schemend.source.StatementText;
import java.util.List;
import java.util.Optional;

/**
 * Scripts folded into a schema, statement by statement. Goes on after a statement that could not be
 * read or applied: what was missed is in the {@link Coverage}, and the caller decides whether that
 * matters.
 */
public final class SchemaFold {

  private final SchemaInterpreter interpreter;
  private final Session fresh;
  private final CodeEvaluator evaluator;

  /**
   * A fold by one server's rules.
   *
   * @param fresh the session that every script starts in
   * @param evaluator follows procedural code
   */
  public SchemaFold(SchemaInterpreter interpreter, Session fresh, CodeEvaluator evaluator) {
    this.interpreter = interpreter;
    this.fresh = fresh;
    this.evaluator = evaluator;
  }

  /** The state of an empty database. */
  public FoldState start() {
    return start(interpreter.initial()).filling(FilledTables.NONE);
  }

  /** The state of a database that holds {@code schema}, and nobody knows which rows. */
  public FoldState start(Schema schema) {
    return new FoldState(
        schema, fresh, Coverage.NONE, Doubts.NONE, FilledTables.ANY, Optional.empty());
  }

  /** The state after {@code script}, which runs in a session of its own. */
  public FoldState run(FoldState state, ParsedScript script) {
    return run(state, script, FoldObserver.NONE);
  }

  /** The same, with every statement shown to {@code observer} on the way. */
  public FoldState run(FoldState state, ParsedScript script, FoldObserver observer) {
    FoldState current = begin(state);
    for (ParsedStatement statement : script.statements()) {
      FoldState before = current;
      current = run(before, statement);
      observer.folded(statement, before, current);
    }
    return current.withSchema(interpreter.afterSession(current.schema()));
  }

  /** The state in which the next script begins, in a session of its own. */
  public FoldState begin(FoldState state) {
    return state.withSession(fresh).in(Optional.empty());
  }

  /** The state after one statement of a script. */
  public FoldState run(FoldState state, ParsedStatement statement) {
    FoldState after = follow(state, statement);
    // Of code that was followed, each of its statements has been counted.
    return statement instanceof ParsedStatement.Code
        ? after
        : after.filling(after.filled().after(statement.source().text(), after.schema()));
  }

  private FoldState follow(FoldState state, ParsedStatement statement) {
    return switch (statement) {
      case ParsedStatement.Ddl ddl -> apply(state, ddl);
      case ParsedStatement.Inert inert -> {
        FoldState counted = state.counting(new Coverage(0, 1, 0, List.of()));
        yield interpreter.undoesDefinitions()
            ? OpenTransaction.follow(counted, inert.source().text())
            : counted;
      }
      case ParsedStatement.SetSearchPath set ->
          state
              .withSession(
                  state
                      .session()
                      .withSearchPath(
                          set.schemas().isEmpty() && set.written().isEmpty()
                              ? fresh.searchPath()
                              : set.schemas(),
                          set.written()))
              .counting(new Coverage(0, 1, 0, List.of()));
      case ParsedStatement.SetVariables set ->
          state
              .withSession(state.session().withVariables(set.values()))
              .counting(new Coverage(0, 1, 0, List.of()));
      case ParsedStatement.Code code -> run(state, code);
      case ParsedStatement.Unknowable unknowable ->
          state
              .counting(missed(unknowable.diagnostic()))
              .doubting(Doubts.of(unknowable.source().span(), unknowable.touches()));
      case ParsedStatement.Broken broken -> state.counting(missed(broken.diagnostic()));
    };
  }

  private FoldState run(FoldState state, ParsedStatement.Code code) {
    FoldState after = evaluator.run(state, code);
    List<Diagnostic> unknown = after.coverage().unknown();
    boolean followed =
        unknown.subList(state.coverage().unknown().size(), unknown.size()).stream()
            .allMatch(one -> one.severity() == Diagnostic.Severity.ERROR);
    if (followed && after.coverage().assumed().size() == state.coverage().assumed().size()) {
      return after;
    }
    FoldState doubtful = after.doubting(Doubts.ofCode(code.source(), state.schema()));
    return followed
        ? doubtful
        : doubtful.filling(after.filled().after(code.source().text(), after.schema()));
  }

  private FoldState apply(FoldState state, ParsedStatement.Ddl written) {
    try {
      return applied(state, written);
    } catch (StackOverflowError tooDeep) {
      // A chain of thousands of operators, on a thread that has no room for it.
      return state
          .counting(missed(unknown(written.source(), "an expression is nested too deeply")))
          .doubting(Doubts.ofCode(written.source(), state.schema()));
    }
  }

  private FoldState applied(FoldState state, ParsedStatement.Ddl written) {
    Schema schema = state.schema();
    for (DdlStatement statement : written.statements()) {
      switch (interpreter.apply(schema, state.session(), statement)) {
        case Applied.Ok ok -> schema = ok.schema();
        case Applied.Rejected(SchemaError.Undecidable open) -> {
          // It is there, whatever it is: what follows may speak of it.
          Schema kept =
              schema.with(OpaqueObject.of(open.object(), written.source().text(), List.of()));
          return state.withSchema(kept).counting(missed(unknown(written.source(), open.message())));
        }
        case Applied.Rejected rejected -> {
          return refused(state, written.source(), rejected.error());
        }
      }
    }
    boolean opaque =
        written.statements().stream().anyMatch(DdlStatement.CreateOpaque.class::isInstance);
    return state
        .withSchema(schema)
        .counting(new Coverage(opaque ? 0 : 1, 0, opaque ? 1 : 0, List.of()));
  }

  private static Coverage missed(Diagnostic diagnostic) {
    return new Coverage(0, 0, 0, List.of(diagnostic));
  }

  private static Diagnostic unknown(StatementText source, String message) {
    return new Diagnostic(
        "unknowable",
        Diagnostic.Severity.WARNING,
        Optional.of(source.span()),
        message,
        "what it does to the schema is not in the model");
  }

  private static FoldState refused(FoldState state, StatementText source, SchemaError error) {
    return error
        .subject()
        .flatMap(state.doubts()::about)
        .map(unread -> Doubts.unknown(source, error.message(), unread))
        .map(
            doubtful ->
                state.counting(missed(doubtful)).doubting(Doubts.ofCode(source, state.schema())))
        .orElseGet(() -> state.counting(missed(diagnostic(source, error))));
  }

  private static Diagnostic diagnostic(StatementText source, SchemaError error) {
    return new Diagnostic(
        error.code().sqlState(),
        Diagnostic.Severity.ERROR,
        Optional.of(source.span()),
        error.message(),
        "the server would answer " + error.code());
  }
}
