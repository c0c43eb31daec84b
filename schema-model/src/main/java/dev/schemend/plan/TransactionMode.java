package dev.schemend.plan;

/** Whether a step can share a transaction. */
public enum TransactionMode {
  /** May run with others in one transaction. */
  TRANSACTIONAL,
  /** Commits by itself, whatever the session wants: DDL on MySQL. */
  AUTOCOMMIT,
  /** The server refuses it inside a transaction: {@code CREATE INDEX CONCURRENTLY}. */
  FORBIDDEN
}
