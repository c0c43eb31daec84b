package dev.schemend.plan;

/** Whether a step can share a transaction. */
public enum TransactionMode {
  /** May run with others in one transaction. */
  TRANSACTIONAL,
  /**
   * Runs in a transaction of its own: what it makes can be used, or what it locks must be let go,
   * before the next step.
   */
  SEPARATE,
  /** Commits by itself, whatever the session wants: DDL on MySQL. */
  AUTOCOMMIT,
  /** The server refuses it inside a transaction: {@code CREATE INDEX CONCURRENTLY}. */
  FORBIDDEN
}
