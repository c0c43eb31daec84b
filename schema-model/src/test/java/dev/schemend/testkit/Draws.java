package dev.schemend.testkit;

import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Choices that an {@link Edits} makes. */
final class Draws {

  private final RandomGenerator random;

  Draws(RandomGenerator random) {
    this.random = random;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean oneIn(int chances) {
    return random.nextInt(chances) == 0;
  }

  <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  <T> Optional<T> some(List<T> choices) {
    return choices.isEmpty() ? Optional.empty() : Optional.of(one(choices));
  }

  Optional<Table> table(Schema schema) {
    return some(schema.tables().toList());
  }

  /** One or two different elements. */
  <T> List<T> few(List<T> choices) {
    T first = one(choices);
    T second = one(choices);
    return oneIn(2) || first.equals(second) ? List.of(first) : List.of(first, second);
  }
}
