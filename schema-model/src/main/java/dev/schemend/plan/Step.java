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
 * @param locks what it keeps from others
 * @param group steps of one number may share a transaction, those of different numbers must not;
 *     numbers rise from 1 in the order of the plan; 0 before the plan is complete
 */
public record Step(
    StepLabel label,
    List<DdlStatement> statements,
    List<Hazard> hazards,
    TransactionMode transaction,
    List<TableLock> locks,
    int group) {

  /** Copies the lists; a step does something. */
  public Step {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(transaction, "transaction");
    statements = List.copyOf(statements);
    hazards = List.copyOf(hazards);
    locks = List.copyOf(locks);
    if (statements.isEmpty()) {
      throw new IllegalArgumentException("a step without statements: " + label);
    }
  }

  /** A step of a plan that is being made: what it may do is found out when all are in order. */
  public Step(StepLabel label, List<DdlStatement> statements, TransactionMode transaction) {
    this(label, statements, List.of(), transaction, List.of(), 0);
  }

  /** This step with what was found out about it. */
  public Step assessed(
      List<Hazard> newHazards, List<TableLock> newLocks, TransactionMode newTransaction) {
    return new Step(label, statements, newHazards, newTransaction, newLocks, group);
  }

  /** A part of this step. */
  public Step with(List<DdlStatement> newStatements) {
    return new Step(label, newStatements, hazards, transaction, locks, group);
  }

  /** This step in a group of steps that may share a transaction. */
  public Step inGroup(int newGroup) {
    return new Step(label, statements, hazards, transaction, locks, newGroup);
  }
}
