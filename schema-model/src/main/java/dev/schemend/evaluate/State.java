package dev.schemend.evaluate;

import dev.schemend.apply.Session;
import dev.schemend.model.Schema;

/**
 * Where running code stands: a value, so that each way from a fork can start from the same one.
 *
 * @param schema what has been made
 * @param session the session
 * @param frame the local state
 * @param applied how many definitions have run
 */
record State(Schema schema, Session session, Frame frame, int applied) {

  World world() {
    return new World(schema, session);
  }

  State with(Frame newFrame) {
    return new State(schema, session, newFrame, applied);
  }

  State with(Session newSession) {
    return new State(schema, newSession, frame, applied);
  }

  /** After one more definition. */
  State applying(Schema newSchema) {
    return new State(newSchema, session, frame, applied + 1);
  }

  /** Whether the database is the same: the local state may differ. */
  boolean sameDatabase(State other) {
    return schema.equals(other.schema) && session.searchPath().equals(other.session.searchPath());
  }
}
