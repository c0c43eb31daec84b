package dev.schemend.cli.prove;

import dev.schemend.apply.Coverage;
import dev.schemend.cli.process.Finding;
import dev.schemend.diff.Agreement;
import dev.schemend.source.Diagnostic;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What came of reading a history twice.
 *
 * @param migrations how many the history has
 * @param run how many of them the server ran to their end
 * @param coverage how much of their text was understood offline
 * @param findings what was not, and what the server's catalogs hold and could not be read, in order
 * @param agreement how the readings compare where the server came to the end or stopped; with
 *     comparisons on the way, where they part
 * @param divergence where they part for the first time, if they do
 * @param stop why the server did not come to the end, if it did not
 * @param createdRoles roles that were made for the history
 */
public record Proof(
    int migrations,
    int run,
    Coverage coverage,
    List<Finding> findings,
    Agreement agreement,
    Optional<Divergence> divergence,
    Optional<ServerStop> stop,
    SortedSet<String> createdRoles) {

  /** Copies the list. */
  public Proof {
    Objects.requireNonNull(coverage, "coverage");
    findings = List.copyOf(findings);
    Objects.requireNonNull(agreement, "agreement");
    Objects.requireNonNull(divergence, "divergence");
    Objects.requireNonNull(stop, "stop");
    Objects.requireNonNull(createdRoles, "createdRoles");
  }

  /** What a proof says in one word. */
  public enum Outcome {
    /** Both readings are the same, as far as could be shown. */
    AGREES,
    /** They part. */
    DIFFERS,
    /** The server did not come to the end; up to there, they are the same. */
    STOPPED
  }

  /** The outcome. */
  public Outcome outcome() {
    if (divergence.isPresent()) {
      return Outcome.DIFFERS;
    }
    return stop.isPresent() ? Outcome.STOPPED : Outcome.AGREES;
  }

  /** How many statements the model, or the parser, refuses. */
  public int refused() {
    return (int)
        coverage.unknown().stream()
            .filter(missed -> missed.severity() == Diagnostic.Severity.ERROR)
            .count();
  }

  /** How many statements have an effect that could not be decided offline. */
  public int unknowable() {
    return coverage.unknown().size() - refused();
  }
}
