package dev.schemend.cli.render;

import dev.schemend.dialect.TimeoutWords;
import dev.schemend.plan.Step;
import dev.schemend.plan.TableLock;
import dev.schemend.plan.TransactionMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How long the steps of a script may wait and work.
 *
 * @param lock how long a step waits for a lock while everybody else waits behind it; empty where
 *     nothing is said
 * @param statement how long a step may keep others from working; empty where nothing is said
 */
public record Timeouts(Optional<Duration> lock, Optional<Duration> statement) {

  /** Nothing is said. */
  public static final Timeouts NONE = new Timeouts(Optional.empty(), Optional.empty());

  /** Rejects null parts. */
  public Timeouts {
    Objects.requireNonNull(lock, "lock");
    Objects.requireNonNull(statement, "statement");
  }

  /**
   * The statements ahead of a step, without terminators.
   *
   * @param previous the step before it, if there is one: what it said already holds on
   */
  List<String> ahead(Step step, Optional<Step> previous, TimeoutWords words) {
    List<String> statements = new ArrayList<>();
    lock.ifPresent(
        bound -> {
          Duration wanted = lockBound(step, bound);
          if (previous.map(one -> lockBound(one, bound)).filter(wanted::equals).isEmpty()) {
            statements.add(words.lock(wanted));
          }
        });
    statement.ifPresent(
        bound -> {
          Duration wanted = statementBound(step, bound);
          if (previous.map(one -> statementBound(one, bound)).filter(wanted::equals).isEmpty()) {
            words.statement(wanted).ifPresent(statements::add);
          }
        });
    return statements;
  }

  /** A concurrent build waits for other transactions by design, and blocks nobody meanwhile. */
  private static Duration lockBound(Step step, Duration bound) {
    return step.transaction() == TransactionMode.FORBIDDEN ? Duration.ZERO : bound;
  }

  /** What goes through all rows and keeps nobody from working may take as long as it takes. */
  private static Duration statementBound(Step step, Duration bound) {
    boolean gentle =
        step.locks().stream().anyMatch(one -> one.work() != TableLock.Work.INSTANT)
            && step.locks().stream().noneMatch(TableLock::blocksLong);
    return gentle ? Duration.ZERO : bound;
  }
}
