package dev.schemend.check;

import dev.schemend.name.ObjectRef;
import dev.schemend.source.StatementText;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that may stand in the way of a statement.
 *
 * @param statement the statement
 * @param object what it is about
 * @param check the question that decides
 * @param weight what follows where the answer is not "none"
 * @param reason what the rows found would be, for a sentence: {@code rows hold NULL}
 * @param code what the server would answer, where it would fail
 * @param after an earlier statement that changes rows, so that the answer of now may not be that of
 *     then
 */
public record Concern(
    StatementText statement,
    ObjectRef object,
    Check check,
    Weight weight,
    String reason,
    Optional<String> code,
    Optional<StatementText> after) {

  /** What follows. */
  public enum Weight {
    /** The statement fails. */
    FAILS,
    /** The statement may fail: the question is wider than the server's own rule. */
    MAY_FAIL,
    /** The statement goes through, and something is lost. */
    LOSES,
    /** It costs time or disk. */
    COSTS
  }

  /** Rejects null parts. */
  public Concern {
    Objects.requireNonNull(statement, "statement");
    Objects.requireNonNull(object, "object");
    Objects.requireNonNull(check, "check");
    Objects.requireNonNull(weight, "weight");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(after, "after");
  }

  /** Whether an answer other than "none" means that the script would fail. */
  public boolean isDecisive() {
    return weight == Weight.FAILS && after.isEmpty();
  }
}
