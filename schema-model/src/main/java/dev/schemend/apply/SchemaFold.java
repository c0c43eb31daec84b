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
    return start(interpreter.initial());
  }

  /** The state of a database that holds {@code schema}. */
  public FoldState start(Schema schema) {
    return new FoldState(schema, fresh, Coverage.NONE);
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
    Schema lasting = interpreter.afterSession(current.schema());
    return new FoldState(lasting, current.session(), current.coverage());
  }

  /** The state in which the next script begins, in a session of its own. */
  public FoldState begin(FoldState state) {
    return state.withSession(fresh);
  }

  /** The state after one statement of a script. */
  public FoldState run(FoldState state, ParsedStatement statement) {
    return switch (statement) {
      case ParsedStatement.Ddl ddl -> apply(state, ddl);
      case ParsedStatement.Inert inert -> counting(state, new Coverage(0, 1, 0, List.of()));
      case ParsedStatement.SetSearchPath set ->
          counting(
              state.withSession(
                  state
                      .session()
                      .withSearchPath(
                          set.schemas().isEmpty() ? fresh.searchPath() : set.schemas(),
                          set.written())),
              new Coverage(0, 1, 0, List.of()));
      case ParsedStatement.SetVariables set ->
          counting(
              state.withSession(state.session().withVariables(set.values())),
              new Coverage(0, 1, 0, List.of()));
      case ParsedStatement.Code code -> evaluator.run(state, code);
      case ParsedStatement.Unknowable unknowable ->
          counting(state, missed(unknowable.diagnostic()));
      case ParsedStatement.Broken broken -> counting(state, missed(broken.diagnostic()));
    };
  }

  private FoldState apply(FoldState state, ParsedStatement.Ddl written) {
    Schema schema = state.schema();
    for (DdlStatement statement : written.statements()) {
      switch (interpreter.apply(schema, state.session(), statement)) {
        case Applied.Ok ok -> schema = ok.schema();
        case Applied.Rejected(SchemaError.Undecidable open) -> {
          // It is there, whatever it is: what follows may speak of it.
          Schema kept =
              schema.with(OpaqueObject.of(open.object(), written.source().text(), List.of()));
          return counting(
              new FoldState(kept, state.session(), state.coverage()),
              missed(unknown(written.source(), open)));
        }
        case Applied.Rejected rejected -> {
          return counting(state, missed(diagnostic(written.source(), rejected.error())));
        }
      }
    }
    boolean opaque =
        written.statements().stream().anyMatch(DdlStatement.CreateOpaque.class::isInstance);
    return counting(
        new FoldState(schema, state.session(), state.coverage()),
        new Coverage(opaque ? 0 : 1, 0, opaque ? 1 : 0, List.of()));
  }

  private static FoldState counting(FoldState state, Coverage more) {
    return new FoldState(state.schema(), state.session(), state.coverage().plus(more));
  }

  private static Coverage missed(Diagnostic diagnostic) {
    return new Coverage(0, 0, 0, List.of(diagnostic));
  }

  private static Diagnostic unknown(StatementText source, SchemaError.Undecidable open) {
    return new Diagnostic(
        "unknowable",
        Diagnostic.Severity.WARNING,
        Optional.of(source.span()),
        open.message(),
        "what it does to the schema is not in the model");
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
