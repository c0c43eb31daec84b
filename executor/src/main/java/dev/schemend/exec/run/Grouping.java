package dev.schemend.exec.run;

import dev.schemend.history.TransactionWish;

/** Which statements of a script share a transaction, where the script itself does not say so. */
public enum Grouping {
  /** All of it that can, as the server itself runs a script that it is sent in one piece. */
  SCRIPT,
  /** None: each statement is committed before the next is sent, as a client in autocommit does. */
  STATEMENT;

  /** What a migration asks for. */
  public static Grouping of(TransactionWish wish) {
    return switch (wish) {
      case WHOLE -> SCRIPT;
      case NONE -> STATEMENT;
    };
  }
}
