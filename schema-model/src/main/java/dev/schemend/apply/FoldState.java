package dev.schemend.apply;

import dev.schemend.model.Schema;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a fold stands between two scripts.
 *
 * @param schema what the statements so far have made
 * @param session the settings of the session
 * @param coverage how much of them was understood
 * @param doubts what cannot be said any more because of those that were not
 * @param filled which tables may hold rows
 * @param transaction what a script has begun and not ended, where a server undoes definitions
 */
public record FoldState(
    Schema schema,
    Session session,
    Coverage coverage,
    Doubts doubts,
    FilledTables filled,
    Optional<OpenTransaction> transaction) {

  /** Rejects null parts. */
  public FoldState {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(session, "session");
    Objects.requireNonNull(coverage, "coverage");
    Objects.requireNonNull(doubts, "doubts");
    Objects.requireNonNull(filled, "filled");
    Objects.requireNonNull(transaction, "transaction");
  }

  /** This state in another session. */
  public FoldState withSession(Session newSession) {
    return new FoldState(schema, newSession, coverage, doubts, filled, transaction);
  }

  /** This state with another schema. */
  public FoldState withSchema(Schema newSchema) {
    return new FoldState(newSchema, session, coverage, doubts, filled, transaction);
  }

  /** This state after {@code more} statements. */
  public FoldState counting(Coverage more) {
    return new FoldState(schema, session, coverage.plus(more), doubts, filled, transaction);
  }

  /** This state after a statement that was not followed. */
  FoldState doubting(Doubts more) {
    return new FoldState(schema, session, coverage, doubts.plus(more), filled, transaction);
  }

  /** This state with other tables that may hold rows. */
  public FoldState filling(FilledTables newFilled) {
    return new FoldState(schema, session, coverage, doubts, newFilled, transaction);
  }

  /** This state inside of a transaction, or of none. */
  FoldState in(Optional<OpenTransaction> newTransaction) {
    return new FoldState(schema, session, coverage, doubts, filled, newTransaction);
  }
}
