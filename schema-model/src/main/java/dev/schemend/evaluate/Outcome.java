package dev.schemend.evaluate;

import dev.schemend.apply.ErrorCode;
import dev.schemend.name.Identifier;
import dev.schemend.query.Value;
import dev.schemend.source.SourceSpan;
import java.util.Optional;

/**
 * One way in which code may end.
 *
 * @param flow how it goes on
 * @param state where it stands
 * @param fork where this way parted from others, if it did
 */
record Outcome(Flow flow, State state, Optional<Fork> fork) {

  /** How code goes on. */
  sealed interface Flow {

    /** With the next statement. */
    record Next() implements Flow {}

    /** Behind a block or loop; behind the innermost loop where there is no label. */
    record Leave(Identifier label) implements Flow {}

    /** With the next turn of a loop. */
    record Again(Identifier label) implements Flow {}

    /** Behind the call. */
    record Return(Value value) implements Flow {}

    /** With a handler. */
    record Raised(ErrorCode code, String message) implements Flow {}
  }

  /**
   * A decision that cannot be made.
   *
   * @param before the state at the decision
   * @param span where it stands
   * @param why what it depends on
   */
  record Fork(State before, SourceSpan span, String why) {}

  static Outcome next(State state) {
    return new Outcome(new Flow.Next(), state, Optional.empty());
  }

  boolean isNext() {
    return flow instanceof Flow.Next;
  }

  boolean isRaised() {
    return flow instanceof Flow.Raised;
  }

  Outcome with(Flow newFlow) {
    return new Outcome(newFlow, state, fork);
  }

  Outcome with(State newState) {
    return new Outcome(flow, newState, fork);
  }

  /** This way, which parted from others at {@code place} unless it did so before. */
  Outcome from(Fork place) {
    return fork.isPresent() ? this : new Outcome(flow, state, Optional.of(place));
  }
}
