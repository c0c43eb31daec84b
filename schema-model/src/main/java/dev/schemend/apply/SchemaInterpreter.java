package dev.schemend.apply;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.model.Schema;

/**
 * A server's effect on its schema, without the server. Pure and total: every statement gets an
 * answer, and a refusal leaves nothing changed (law L8).
 */
public interface SchemaInterpreter {

  /** What becomes of {@code schema} when {@code statement} runs in {@code session}. */
  Applied apply(Schema schema, Session session, DdlStatement statement);

  /** {@code schema} without what ends with the session that made it: temporary objects. */
  default Schema afterSession(Schema schema) {
    return schema;
  }

  /** Whether a transaction that is rolled back takes definitions along. */
  default boolean undoesDefinitions() {
    return false;
  }

  /** The same for schemas in which nothing is said of owners and privileges. */
  default SchemaInterpreter withoutRights() {
    return this;
  }

  /** The schema of an empty database, with what the server itself puts there. */
  Schema initial();
}
