package dev.schemend.preflight;

import dev.schemend.check.Concern;
import dev.schemend.expr.SqlExpr;
import java.util.Objects;
import java.util.Optional;

/**
 * Values that a change of type is not good for.
 *
 * @param condition true of them; empty where no query can tell
 * @param weight what becomes of them
 * @param reason in words: {@code values are longer than 10 characters}
 * @param code what the server answers, where it refuses
 * @param remedy a value that would fit
 * @param isTrial whether {@code condition} is no condition but the new value itself, which the
 *     server is to compute: where it refuses, that is the answer
 */
public record Misfit(
    Optional<SqlExpr> condition,
    Concern.Weight weight,
    String reason,
    Optional<String> code,
    Optional<SqlExpr> remedy,
    boolean isTrial) {

  /** Rejects null parts. */
  public Misfit {
    Objects.requireNonNull(condition, "condition");
    Objects.requireNonNull(weight, "weight");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(remedy, "remedy");
  }

  /** Values that make the statement fail. */
  public static Misfit fails(SqlExpr condition, String reason, String code) {
    return new Misfit(
        Optional.of(condition),
        Concern.Weight.FAILS,
        reason,
        Optional.of(code),
        Optional.empty(),
        false);
  }

  /** Values that lose something without a word. */
  public static Misfit loses(SqlExpr condition, String reason) {
    return new Misfit(
        Optional.of(condition),
        Concern.Weight.LOSES,
        reason,
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /** Values that no query can tell apart. */
  public static Misfit unknown(String reason) {
    return new Misfit(
        Optional.empty(),
        Concern.Weight.MAY_FAIL,
        reason,
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /** Values that the server itself is to convert, to see whether it does. */
  public static Misfit trial(SqlExpr converted, String reason) {
    return new Misfit(
        Optional.of(converted),
        Concern.Weight.FAILS,
        reason,
        Optional.empty(),
        Optional.empty(),
        true);
  }

  /** The same with a value that would fit. */
  public Misfit mendedBy(SqlExpr value) {
    return new Misfit(condition, weight, reason, code, Optional.of(value), isTrial);
  }
}
