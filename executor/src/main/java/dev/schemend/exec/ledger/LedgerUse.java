package dev.schemend.exec.ledger;

/** What is to be done with a history; asked for before anything is run. */
public enum LedgerUse {
  /** Migrations are run, and their beginning and end are written down. */
  APPLY,
  /** A migration is recorded as applied without having been begun. */
  RECORD,
  /** A row that is open is closed, or a completed one taken back. */
  CLOSE
}
