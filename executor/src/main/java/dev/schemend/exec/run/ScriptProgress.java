package dev.schemend.exec.run;

import dev.schemend.source.StatementText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Keeps account of a run: which statements are applied, which wait for a commit. Knows nothing of a
 * server; whoever runs the script reports to it what the server did.
 */
public final class ScriptProgress {

  private final List<StatementText> script;
  private final List<StatementText> applied = new ArrayList<>();
  private final List<StatementText> rolledBack = new ArrayList<>();
  private final List<StatementText> uncommitted = new ArrayList<>();
  private final List<StatementText> unknown = new ArrayList<>();
  private int sent;

  /** The account of {@code script}, of which nothing is done. */
  public ScriptProgress(List<StatementText> script) {
    this.script = List.copyOf(script);
  }

  /** The next statement, to be sent now. */
  public StatementText send() {
    return script.get(sent++);
  }

  /** Whether any statement is left. */
  public boolean hasNext() {
    return sent < script.size();
  }

  /** The next statement, without sending it. */
  public StatementText peek() {
    return script.get(sent);
  }

  /** The server has done {@code statement}; its effect waits for a commit. */
  public void done(StatementText statement) {
    uncommitted.add(statement);
  }

  /** All that was done is committed. */
  public void committed() {
    applied.addAll(uncommitted);
    uncommitted.clear();
  }

  /** All that was done since the last commit is undone. */
  public void rolledBack() {
    rolledBack.addAll(uncommitted);
    uncommitted.clear();
  }

  /** What has to be sent again where {@code failed} and its transaction are undone. */
  public List<StatementText> again(StatementText failed) {
    List<StatementText> again = new ArrayList<>(uncommitted);
    again.add(failed);
    return again;
  }

  /** The statement that was sent last, and its transaction, are undone and will be sent again. */
  public void rewind() {
    sent -= uncommitted.size() + 1;
    uncommitted.clear();
  }

  /** Nobody knows whether {@code statement} was done. */
  public void unanswered(StatementText statement) {
    unknown.add(statement);
  }

  /** Nobody knows whether what was done since the last commit is committed. */
  public void commitUnanswered() {
    unknown.addAll(uncommitted);
    uncommitted.clear();
  }

  /** Whether anything waits for a commit. */
  public boolean hasUncommitted() {
    return !uncommitted.isEmpty();
  }

  /** The account, now that the run is over. What still waits for a commit will not get one. */
  public StatementFates fates() {
    rolledBack();
    // A script may roll back one transaction after it committed another: back to script order.
    return new StatementFates(
        inOrder(applied),
        inOrder(rolledBack),
        inOrder(unknown),
        script.subList(sent, script.size()));
  }

  private List<StatementText> inOrder(List<StatementText> statements) {
    return statements.stream().sorted(Comparator.comparingInt(StatementText::ordinal)).toList();
  }
}
