package dev.schemend.code;

import java.util.List;

/**
 * What a block does about errors.
 *
 * @param conditions names in lower case ({@code others}, {@code duplicate_table}, {@code
 *     sqlexception}, {@code not found}), SQLSTATEs as {@code sqlstate 42P01}, MySQL's numbers as
 *     {@code error 1060}
 * @param action what comes after it
 * @param body what it runs
 */
public record Handler(List<String> conditions, Action action, List<CodeStatement> body) {

  /** What happens when the handler has run. */
  public enum Action {
    /** The block is left; what it did to the database is undone (PL/pgSQL). */
    UNDO_AND_LEAVE,
    /** The block is left (MySQL's {@code EXIT}). */
    LEAVE,
    /** The block goes on behind the statement that failed (MySQL's {@code CONTINUE}). */
    GO_ON
  }

  /** Copies the lists. */
  public Handler {
    conditions = List.copyOf(conditions);
    body = List.copyOf(body);
  }
}
