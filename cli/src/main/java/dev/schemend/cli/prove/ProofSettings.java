package dev.schemend.cli.prove;

import dev.schemend.cli.state.SessionInit;
import dev.schemend.exec.run.Grouping;
import java.util.Objects;

/**
 * How a proof goes about it.
 *
 * @param stepping how often the readings are compared
 * @param init what every session begins with
 * @param grouping which statements share a transaction
 * @param afterwards what becomes of the database
 * @param createRoles whether roles that the history names and the server misses are made for it
 */
public record ProofSettings(
    Stepping stepping,
    SessionInit init,
    Grouping grouping,
    Afterwards afterwards,
    boolean createRoles) {

  /** Rejects null. */
  public ProofSettings {
    Objects.requireNonNull(stepping, "stepping");
    Objects.requireNonNull(init, "init");
    Objects.requireNonNull(afterwards, "afterwards");
    Objects.requireNonNull(grouping, "grouping");
  }
}
