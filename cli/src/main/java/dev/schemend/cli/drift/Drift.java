package dev.schemend.cli.drift;

import dev.schemend.cli.process.Finding;
import dev.schemend.cli.state.AppliedHistory;
import dev.schemend.cli.state.StatePair;
import dev.schemend.exec.ledger.HistoryDiagnosis;
import dev.schemend.plan.Change;
import dev.schemend.verify.PlanResult;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How a database differs from what its applied migrations leave.
 *
 * @param states from what they leave, to what the database holds
 * @param applied the migrations
 * @param diagnosis what the history table says beside the local files
 * @param differences what differs for certain
 * @param doubts what can be neither told apart nor proven equal
 * @param order tables that differ in the order of columns alone, which no statement changes
 * @param toDatabase the plan that makes the migrations' schema the database's
 * @param toMigrations the plan that undoes the drift
 */
public record Drift(
    StatePair states,
    AppliedHistory applied,
    HistoryDiagnosis diagnosis,
    List<Change> differences,
    List<Change> doubts,
    List<Change> order,
    PlanResult toDatabase,
    PlanResult toMigrations) {

  /** Copies the lists. */
  public Drift {
    Objects.requireNonNull(states, "states");
    Objects.requireNonNull(applied, "applied");
    Objects.requireNonNull(diagnosis, "diagnosis");
    differences = List.copyOf(differences);
    doubts = List.copyOf(doubts);
    order = List.copyOf(order);
    Objects.requireNonNull(toDatabase, "toDatabase");
    Objects.requireNonNull(toMigrations, "toMigrations");
  }

  /** Whether something differs for certain. */
  public boolean isThere() {
    return !differences.isEmpty();
  }

  /** Whether all was read, and all of it could be compared. */
  public boolean isCertain() {
    return doubts.isEmpty() && states.from().isComplete() && states.to().isComplete();
  }

  /** The migration since which the database drifts: the last that is applied. */
  public Optional<String> since() {
    return applied.names().reversed().stream().findFirst();
  }

  /** Recorded in the database and unknown here: what they made looks like drift. */
  public List<String> unknownHere() {
    return diagnosis.applied().stream().filter(Predicate.not(applied.names()::contains)).toList();
  }

  /** What could not be read of either side. */
  public List<Finding> findings() {
    return Stream.concat(states.from().findings().stream(), states.to().findings().stream())
        .toList();
  }
}
