package dev.schemend.apply;

import dev.schemend.model.Schema;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * Where a fold stands between two scripts.
 *
 * @param schema what the statements so far have made
 * @param session the settings of the session
 * @param coverage how much of them was understood
 * @param doubtful what may be there though the model lacks it: the names in statements that could
 *     not be followed, the last part of each
 */
public record FoldState(
    Schema schema, Session session, Coverage coverage, Set<Identifier> doubtful) {

  /** Rejects null parts. */
  public FoldState {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(session, "session");
    Objects.requireNonNull(coverage, "coverage");
    Objects.requireNonNull(doubtful, "doubtful");
  }

  /** This state in another session. */
  public FoldState withSession(Session newSession) {
    return new FoldState(schema, newSession, coverage, doubtful);
  }

  /** This state with another schema. */
  public FoldState withSchema(Schema newSchema) {
    return new FoldState(newSchema, session, coverage, doubtful);
  }

  /** This state after {@code more} statements. */
  public FoldState counting(Coverage more) {
    return new FoldState(schema, session, coverage.plus(more), doubtful);
  }

  /** This state after a statement that was not followed and may have made these. */
  FoldState doubting(Collection<ObjectName> names) {
    Set<Identifier> all = new HashSet<>(doubtful);
    names.forEach(name -> all.add(name.name()));
    return new FoldState(schema, session, coverage, Collections.unmodifiableSet(all));
  }

  /** Whether something may be there though the model lacks it. */
  boolean doubts(ObjectRef object) {
    return doubtful.contains(object.member().or(object.name().name()).or(object.name().schema()));
  }
}
