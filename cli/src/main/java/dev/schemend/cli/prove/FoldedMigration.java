package dev.schemend.cli.prove;

import dev.schemend.apply.Coverage;
import dev.schemend.apply.FoldState;
import dev.schemend.history.Migration;
import dev.schemend.script.ParsedScript;
import dev.schemend.script.ParsedStatement;
import dev.schemend.source.Diagnostic;
import dev.schemend.source.StatementText;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A migration as it is read offline, with the state after each of its statements.
 *
 * @param migration the migration
 * @param statements what a server is sent
 * @param script what was read
 * @param before the state before it
 * @param after the state after each statement of {@code script}
 */
record FoldedMigration(
    Migration migration,
    List<StatementText> statements,
    ParsedScript script,
    FoldState before,
    List<FoldState> after) {

  FoldedMigration {
    Objects.requireNonNull(migration, "migration");
    statements = List.copyOf(statements);
    Objects.requireNonNull(script, "script");
    Objects.requireNonNull(before, "before");
    after = List.copyOf(after);
  }

  /** Whether a statement is of this script, and not of what its session began with. */
  boolean holds(StatementText statement) {
    return statement.span().source().equals(script.source().name());
  }

  FoldState end() {
    return after.isEmpty() ? before : after.getLast();
  }

  /** The state once the server has done everything up to and with {@code last}. */
  FoldState after(StatementText last) {
    FoldState state = before;
    for (int i = 0; i < after.size(); i++) {
      if (script.statements().get(i).source().span().start() > last.span().start()) {
        break;
      }
      state = after.get(i);
    }
    return state;
  }

  /** What became of a statement offline; empty where it was not read as one of its own. */
  Optional<ParsedStatement> read(StatementText statement) {
    return script.statements().stream()
        .filter(parsed -> parsed.source().span().start() == statement.span().start())
        .findFirst();
  }

  /** What was missed in it. */
  List<Diagnostic> missed() {
    Coverage coverage = end().coverage();
    return coverage
        .unknown()
        .subList(before.coverage().unknown().size(), coverage.unknown().size());
  }

  /** What was decided in it by what is true of an empty database only. */
  List<Diagnostic> assumed() {
    List<Diagnostic> assumed = end().coverage().assumed();
    return assumed.subList(before.coverage().assumed().size(), assumed.size());
  }

  /** Its first statement that the model refuses, or that is no statement. */
  Optional<Diagnostic> refusal() {
    return missed().stream()
        .filter(missed -> missed.severity() == Diagnostic.Severity.ERROR)
        .findFirst();
  }

  /** The refusal of that statement. */
  Optional<Diagnostic> refusal(StatementText statement) {
    return missed(statement).filter(missed -> missed.severity() == Diagnostic.Severity.ERROR);
  }

  /** Why that statement was not understood, where it was not. */
  Optional<Diagnostic> missed(StatementText statement) {
    return missed().stream()
        .filter(missed -> missed.span().filter(span -> isIn(span.start(), statement)).isPresent())
        .min(Comparator.comparing(Diagnostic::severity));
  }

  private static boolean isIn(int offset, StatementText statement) {
    return offset >= statement.span().start() && offset <= statement.span().end();
  }

  /** The statement that a diagnostic is about. */
  Optional<StatementText> statementOf(Diagnostic diagnostic) {
    return diagnostic
        .span()
        .flatMap(
            span ->
                statements.stream().filter(statement -> isIn(span.start(), statement)).findFirst());
  }
}
