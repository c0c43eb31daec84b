package dev.schemend.plan;

import dev.schemend.name.ObjectRef;
import java.util.List;
import java.util.Objects;

/**
 * What something that is gone may be called now.
 *
 * @param to the name that only the newer schema has
 * @param score how much speaks for it, from 0 to 100; no probability
 * @param evidence what speaks for it, in sentences, the weightiest first
 */
public record RenameCandidate(ObjectRef to, int score, List<String> evidence) {

  /** Copies the evidence. */
  public RenameCandidate {
    Objects.requireNonNull(to, "to");
    evidence = List.copyOf(evidence);
    if (score < 0 || score > 100) {
      throw new IllegalArgumentException("a score is from 0 to 100, not " + score);
    }
  }
}
