package dev.schemend.evaluate;

import dev.schemend.apply.Session;
import dev.schemend.model.Schema;
import java.util.Objects;

/**
 * All that code can ask about.
 *
 * @param schema what the statements so far have made
 * @param session the settings of the session
 */
public record World(Schema schema, Session session) {

  /** Rejects null parts. */
  public World {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(session, "session");
  }
}
