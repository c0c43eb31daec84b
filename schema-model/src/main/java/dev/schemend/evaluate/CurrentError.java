package dev.schemend.evaluate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;

/** The errors whose handlers are running, the innermost first. */
final class CurrentError {

  private final Deque<Outcome.Flow.Raised> handled = new ArrayDeque<>();

  <T> T in(Outcome.Flow.Raised error, Supplier<T> action) {
    handled.push(error);
    try {
      return action.get();
    } finally {
      handled.pop();
    }
  }

  Optional<Outcome.Flow.Raised> current() {
    return Optional.ofNullable(handled.peek());
  }
}
