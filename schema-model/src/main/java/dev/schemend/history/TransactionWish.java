package dev.schemend.history;

/** What a migration says of the transactions that it is to run in. */
public enum TransactionWish {
  /** Nothing: it is kept or undone as a whole, as far as the server can do that. */
  WHOLE,
  /** Its statements are to be committed one by one; transactions that it begins itself count. */
  NONE
}
