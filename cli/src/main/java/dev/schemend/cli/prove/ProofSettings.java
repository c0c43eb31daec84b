package dev.schemend.cli.prove;

import dev.schemend.exec.run.Grouping;
import java.util.Objects;

/**
 * How a proof goes about it.
 *
 * @param stepping how often the readings are compared
 * @param grouping which statements share a transaction
 * @param keep whether the database is left as the run left it
 * @param createRoles whether roles that the history names and the server misses are made for it
 */
public record ProofSettings(
    Stepping stepping, Grouping grouping, boolean keep, boolean createRoles) {

  /** Rejects null. */
  public ProofSettings {
    Objects.requireNonNull(stepping, "stepping");
    Objects.requireNonNull(grouping, "grouping");
  }
}
