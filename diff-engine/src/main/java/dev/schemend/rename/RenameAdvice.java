package dev.schemend.rename;

import dev.schemend.plan.RenameDecision;
import dev.schemend.plan.RenameQuestion;
import java.util.List;
import java.util.Optional;

/**
 * PORT: who says what became of things that are gone.
 *
 * <p>A {@link Declared} rename is written somewhere and holds whatever it looks like; a question is
 * asked only about what nothing written speaks of and something speaks for.
 */
public interface RenameAdvice {

  /** Nothing is said, and nobody can be asked. */
  RenameAdvice NONE =
      new RenameAdvice() {
        @Override
        public List<Declared> declared() {
          return List.of();
        }

        @Override
        public Optional<RenameDecision> answer(RenameQuestion question) {
          return Optional.empty();
        }
      };

  /** What is written, the more trusted first. */
  List<Declared> declared();

  /**
   * Whether the sequence of a column goes with it, whatever it is called. Not where sequences are
   * not compared.
   */
  default boolean followsOwners() {
    return true;
  }

  /** The answer to a question that has candidates; empty where there is none. */
  Optional<RenameDecision> answer(RenameQuestion question);
}
