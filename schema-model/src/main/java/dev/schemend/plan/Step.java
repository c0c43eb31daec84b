package dev.schemend.plan;

import dev.schemend.ddl.DdlStatement;
import java.util.List;
import java.util.Objects;

/**
 * Something to do: statements that belong together, and what is known about them before they run.
 *
 * @param label what it does
 * @param statements to run in order; never empty
 * @param hazards what it may do to what is there
 * @param transaction whether it can share a transaction
 */
public record Step(
    StepLabel label,
    List<DdlStatement> statements,
    List<Hazard> hazards,
    TransactionMode transaction) {

  /** Copies the lists; a step does something. */
  public Step {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(transaction, "transaction");
    statements = List.copyOf(statements);
    hazards = List.copyOf(hazards);
    if (statements.isEmpty()) {
      throw new IllegalArgumentException("a step without statements: " + label);
    }
  }
}
