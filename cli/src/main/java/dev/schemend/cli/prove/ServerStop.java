package dev.schemend.cli.prove;

import dev.schemend.exec.error.ServerError;
import dev.schemend.exec.run.RunOutcome;
import dev.schemend.exec.scratch.ScratchDatabase;
import dev.schemend.history.Migration;
import dev.schemend.source.Diagnostic;
import dev.schemend.source.StatementText;
import java.util.Objects;
import java.util.Optional;

/**
 * The server did not run the history to its end.
 *
 * @param migration where it stopped
 * @param outcome how
 * @param refusal what the model has against the statement that failed
 */
public record ServerStop(Migration migration, RunOutcome outcome, Optional<Diagnostic> refusal) {

  /** Rejects null parts. */
  public ServerStop {
    Objects.requireNonNull(migration, "migration");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(refusal, "refusal");
  }

  static ServerStop of(FoldedMigration folded, RunOutcome outcome) {
    ServerStop bare = new ServerStop(folded.migration(), outcome, Optional.empty());
    return new ServerStop(folded.migration(), outcome, bare.statement().flatMap(folded::refusal));
  }

  /** What the server, or its driver, said. */
  public Optional<ServerError> error() {
    return outcome.serverError();
  }

  /** The statement that failed; empty where it was a commit. */
  public Optional<StatementText> statement() {
    return outcome.stoppedAt();
  }

  /** Whether the model refuses the same statement with the same SQLSTATE. */
  public boolean isForeseen() {
    return refusal.isPresent()
        && error().map(ServerError::sqlState).equals(refusal.map(Diagnostic::code));
  }

  /** The role that the server misses, where that is the reason. */
  public Optional<String> missingRole() {
    return error().flatMap(ScratchDatabase::missingRole);
  }
}
