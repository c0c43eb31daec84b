package dev.schemend.exec.run;

/** Which statements of a script share a transaction, where the script itself does not say so. */
public enum Grouping {
  /** All of it that can, as the server itself runs a script that it is sent in one piece. */
  SCRIPT,
  /** None: each statement is committed before the next is sent, as a client in autocommit does. */
  STATEMENT
}
