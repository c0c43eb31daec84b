package dev.schemend.plan;

import dev.schemend.name.ObjectRef;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Something that only the older schema has, and what may have become of it.
 *
 * @param from its name in the older schema; a part of a renamed table is named with its new table
 * @param candidates names that it may have now, the likeliest first
 * @param likely the one that stands out on both sides, where one does
 * @param decision what became of it; empty where nobody says, and then it is dropped
 */
public record RenameQuestion(
    ObjectRef from,
    List<RenameCandidate> candidates,
    Optional<RenameCandidate> likely,
    Optional<RenameDecision> decision) {

  /** Copies the candidates. */
  public RenameQuestion {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(likely, "likely");
    Objects.requireNonNull(decision, "decision");
    candidates = List.copyOf(candidates);
  }

  /** This question, answered. */
  public RenameQuestion decided(RenameDecision answer) {
    return new RenameQuestion(from, candidates, likely, Optional.of(answer));
  }

  /** This question without candidates that have been given away. */
  public RenameQuestion without(Set<ObjectRef> taken) {
    return new RenameQuestion(
        from,
        candidates.stream().filter(one -> !taken.contains(one.to())).toList(),
        likely.filter(one -> !taken.contains(one.to())),
        decision);
  }

  /** Whether something may have been renamed and nobody says whether it was. */
  public boolean isOpen() {
    return decision.isEmpty() && !candidates.isEmpty();
  }

  /** The name that it has now, where it was renamed. */
  public Optional<ObjectRef> renamedTo() {
    return decision.flatMap(RenameDecision::to);
  }
}
