package dev.schemend.apply;

import dev.schemend.model.Schema;
import java.util.Objects;

/**
 * Where a fold stands between two scripts.
 *
 * @param schema what the statements so far have made
 * @param session the settings of the session
 * @param coverage how much of them was understood
 */
public record FoldState(Schema schema, Session session, Coverage coverage) {

  /** Rejects null parts. */
  public FoldState {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(session, "session");
    Objects.requireNonNull(coverage, "coverage");
  }

  /** This state in another session. */
  public FoldState withSession(Session newSession) {
    return new FoldState(schema, newSession, coverage);
  }
}
