package dev.schemend.preflight;

import dev.schemend.apply.FoldState;
import dev.schemend.apply.SchemaFold;
import dev.schemend.check.Preflight;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.model.Schema;
import dev.schemend.script.ParsedScript;
import dev.schemend.script.ParsedStatement;
import dev.schemend.script.StatementEffect;
import dev.schemend.source.Diagnostic;
import dev.schemend.source.StatementText;
import java.util.List;

/**
 * Makes the questions that must be answered before scripts run on a live schema.
 *
 * <p>Each statement is applied to the model in turn, so that a question about the tenth is put in
 * terms of what the server holds before the first: a renamed column under its old name, an added
 * one as its default.
 */
public final class PreflightPlanner {

  private final SchemaFold fold;
  private final RowRules rules;

  /** A planner by one server's rules. */
  public PreflightPlanner(SchemaFold fold, RowRules rules) {
    this.fold = fold;
    this.rules = rules;
  }

  /**
   * The questions for {@code scripts}, one after the other.
   *
   * @param live what the server holds now
   */
  public Preflight plan(Schema live, List<ParsedScript> scripts) {
    Questions questions = new Questions();
    Rows rows = new Rows();
    FoldState state = fold.start(live);
    for (ParsedScript script : scripts) {
      state = fold.begin(state);
      for (ParsedStatement statement : script.statements()) {
        state = next(state, statement, rows, questions);
      }
    }
    return questions.preflight();
  }

  private FoldState next(
      FoldState state, ParsedStatement statement, Rows rows, Questions questions) {
    if (statement instanceof ParsedStatement.Ddl ddl) {
      FoldState current = state;
      for (DdlStatement one : ddl.statements()) {
        current = apply(current, ddl.source(), one, rows, questions);
      }
      return current;
    }
    switch (StatementEffect.of(statement)) {
      case DATA -> rows.wrote(statement.source());
      case UNKNOWN -> rows.mayHaveWritten(statement.source());
      case SCHEMA, SESSION, BEGIN, COMMIT, ROLLBACK, NONE -> {}
    }
    return fold.run(state, statement);
  }

  private FoldState apply(
      FoldState state,
      StatementText source,
      DdlStatement statement,
      Rows rows,
      Questions questions) {
    int known = state.coverage().unknown().size();
    FoldState after = fold.run(state, new ParsedStatement.Ddl(source, List.of(statement)));
    List<Diagnostic> refused = after.coverage().unknown();
    if (refused.size() > known) {
      refused.subList(known, refused.size()).forEach(questions::note);
      return after;
    }
    new StatementWalk(rules, rows, questions, source, state, after).walk(statement);
    return after;
  }
}
