package dev.schemend.cli.prove;

import dev.schemend.diff.Agreement;
import dev.schemend.history.Migration;
import dev.schemend.model.Schema;
import dev.schemend.script.ParsedStatement;
import dev.schemend.source.Diagnostic;
import dev.schemend.source.StatementText;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the two readings of a history part for the first time.
 *
 * @param migration the migration after which they differ
 * @param statement its statement after which they differ; empty where they only do so after the
 *     whole of it, or nobody looked
 * @param read what became of that statement offline
 * @param unread why its effect could not be decided offline, where it could not
 * @param refusal why the model refuses the statement, where it does and the server does not
 * @param agreement how the readings compare at that point
 * @param fold the schema there as it was read offline
 * @param live the schema there as the server has it
 */
public record Divergence(
    Migration migration,
    Optional<StatementText> statement,
    Optional<ParsedStatement> read,
    Optional<Diagnostic> unread,
    Optional<Diagnostic> refusal,
    Agreement agreement,
    Schema fold,
    Schema live) {

  /** Rejects null parts. */
  public Divergence {
    Objects.requireNonNull(migration, "migration");
    Objects.requireNonNull(statement, "statement");
    Objects.requireNonNull(read, "read");
    Objects.requireNonNull(unread, "unread");
    Objects.requireNonNull(refusal, "refusal");
    Objects.requireNonNull(agreement, "agreement");
    Objects.requireNonNull(fold, "fold");
    Objects.requireNonNull(live, "live");
  }
}
