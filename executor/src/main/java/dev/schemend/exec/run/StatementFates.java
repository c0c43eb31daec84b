package dev.schemend.exec.run;

import dev.schemend.source.StatementText;
import java.util.List;

/**
 * What became of the statements of a script: each of them is in exactly one list, in script order,
 * but for the one that failed.
 *
 * @param applied done and committed
 * @param rolledBack done, and undone with its transaction
 * @param unknown perhaps applied: the connection broke before the server answered
 * @param notRun never sent
 */
public record StatementFates(
    List<StatementText> applied,
    List<StatementText> rolledBack,
    List<StatementText> unknown,
    List<StatementText> notRun) {

  /** Copies the lists. */
  public StatementFates {
    applied = List.copyOf(applied);
    rolledBack = List.copyOf(rolledBack);
    unknown = List.copyOf(unknown);
    notRun = List.copyOf(notRun);
  }
}
