package dev.schemend.locate;

import dev.schemend.model.Schema;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Change;
import dev.schemend.script.ParsedScript;
import dev.schemend.script.ParsedStatement;
import dev.schemend.script.StatementEffect;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where a database stands in a migration.
 *
 * @param script the migration's statements, {@code n} of them
 * @param prefixes the schema after each prefix: {@code n + 1}, the first is the one before it
 * @param candidates how many statements may be applied, ascending, never empty; more than one where
 *     statements leave no mark on the schema
 * @param drift what differs whichever prefix is taken: no statement of the migration explains it
 * @param unexplained what differs from the nearest prefix beside the drift; empty where the
 *     database is exactly at a prefix
 * @param touched the objects that the migration makes, changes or drops
 * @param transactional whether a run may have been undone as a whole: DDL takes part in the
 *     server's transactions
 */
public record Located(
    ParsedScript script,
    List<Schema> prefixes,
    List<Integer> candidates,
    List<Change> drift,
    List<Change> unexplained,
    SortedSet<ObjectRef> touched,
    boolean transactional) {

  /** Copies the lists. */
  public Located {
    Objects.requireNonNull(script, "script");
    prefixes = List.copyOf(prefixes);
    candidates = List.copyOf(candidates);
    drift = List.copyOf(drift);
    unexplained = List.copyOf(unexplained);
    touched = new TreeSet<>(touched);
    if (candidates.isEmpty()) {
      throw new IllegalArgumentException("a database stands somewhere");
    }
  }

  /** Whether the database is at a prefix, but for drift. */
  public boolean isExact() {
    return unexplained.isEmpty();
  }

  /** Whether it is known how many statements are applied. */
  public boolean isCertain() {
    return candidates.size() == 1;
  }

  /** The fewest statements that may be applied. */
  public int atLeast() {
    return candidates.getFirst();
  }

  /** The most statements that may be applied. */
  public int atMost() {
    return candidates.getLast();
  }

  /** How many statements the migration has. */
  public int statements() {
    return script.statements().size();
  }

  /** The statement of that number, from 1. */
  public ParsedStatement statement(int ordinal) {
    return script.statements().get(ordinal - 1);
  }

  /** The same with fewer candidates. */
  Located among(List<Integer> fewer) {
    return new Located(script, prefixes, fewer, drift, unexplained, touched, transactional);
  }

  /** The same under what the run wrote down. */
  public Located under(RunRecord record) {
    return record.narrow(this);
  }

  /** The same, known to have exactly {@code applied} statements applied. */
  public Located at(int applied) {
    if (applied < 0 || applied > statements()) {
      throw new IllegalArgumentException(applied + " of " + statements() + " statements");
    }
    return new Located(
        script, prefixes, List.of(applied), drift, unexplained, touched, transactional);
  }

  /**
   * The same at the least of its candidates, where it does not matter which of them is meant: no
   * statement between them changes rows, so each may run again.
   */
  public Located settled() {
    boolean harmless =
        script.statements().subList(atLeast(), atMost()).stream()
            .map(StatementEffect::of)
            .allMatch(
                effect ->
                    switch (effect) {
                      case SESSION, BEGIN, COMMIT, ROLLBACK, NONE -> true;
                      case SCHEMA, DATA, UNKNOWN -> false;
                    });
    return harmless ? at(atLeast()) : this;
  }

  /** The same under what somebody who saw the run says of it. */
  public Located under(RunHint hint) {
    return hint.narrow(this);
  }
}
