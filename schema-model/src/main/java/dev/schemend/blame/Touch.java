package dev.schemend.blame;

import dev.schemend.source.StatementText;
import java.util.List;
import java.util.Objects;

/**
 * A statement of a history, and what it did to one object.
 *
 * @param act what it did
 * @param statement the statement, with its place
 * @param details what of it, as in {@code column email added}; empty where there is no more to say
 */
public record Touch(Act act, StatementText statement, List<String> details) {

  /** Copies the details. */
  public Touch {
    Objects.requireNonNull(act, "act");
    Objects.requireNonNull(statement, "statement");
    details = List.copyOf(details);
  }
}
