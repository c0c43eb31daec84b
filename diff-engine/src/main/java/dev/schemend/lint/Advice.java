package dev.schemend.lint;

import dev.schemend.plan.Hazard;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * A mistake that there is a known way around.
 *
 * @param rule which one
 * @param message what is wrong, in a sentence
 * @param hint what to write instead
 * @param explains dangers of the statement that it is the cause of, and that need not be told too
 */
public record Advice(LintRule rule, String message, String hint, Set<Hazard.Kind> explains) {

  /** Copies the kinds. */
  public Advice {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(hint, "hint");
    explains = explains.isEmpty() ? Set.of() : EnumSet.copyOf(explains);
  }
}
