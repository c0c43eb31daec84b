package dev.schemend.exec.run;

import dev.schemend.source.StatementText;
import java.util.List;
import java.util.Objects;

/**
 * Statements of a script that are kept or undone together.
 *
 * @param kind by whose doing
 * @param statements in order, never empty
 */
public record ScriptGroup(Kind kind, List<StatementText> statements) {

  /** Why statements stand together, or one stands alone. */
  public enum Kind {
    /** A transaction that is begun and committed around them. */
    TRANSACTION,
    /**
     * The same, behind the commit of a label that an enum got, since it may use that label: the
     * server allows that in no transaction that adds it.
     */
    BEHIND_NEW_LABEL,
    /** A transaction that the script begins and ends by itself. */
    OF_THE_SCRIPT,
    /** Committed by itself, because the server runs it in no transaction. */
    ALONE_BY_THE_SERVER,
    /** Committed by itself, because the migration asks for it, or it is the only one. */
    ALONE,
    /**
     * A transaction of the script's own, with a label of an enum that is added and perhaps used.
     */
    LABEL_IN_DOUBT,
    /** The server refuses it, inside of a transaction of the script's own. */
    REFUSED
  }

  /** Copies the list. */
  public ScriptGroup {
    Objects.requireNonNull(kind, "kind");
    statements = List.copyOf(statements);
  }
}
