package dev.schemend.exec.run;

import dev.schemend.dialect.ServerVersion;
import dev.schemend.exec.connect.Database;
import dev.schemend.source.StatementText;
import java.util.List;

/** PORT: runs scripts. One adapter per dialect. */
public interface ScriptRunner {

  /** How it behaves towards others. */
  Conduct conduct();

  /** The same runner that behaves so. */
  ScriptRunner with(Conduct conduct);

  /**
   * Which statements would be kept or undone together.
   *
   * @param version of the server
   */
  List<ScriptGroup> forecast(ServerVersion version, List<StatementText> script, Grouping grouping);

  /** Runs a script in as few transactions as its statements allow ({@link Grouping#SCRIPT}). */
  default RunOutcome run(Database database, List<StatementText> script, RunListener listener) {
    return run(database, script, Grouping.SCRIPT, listener);
  }

  /**
   * Runs a script on a session of its own, which is ended afterwards: what a script sets for its
   * session ({@code SET search_path}, {@code USE}, {@code SET foreign_key_checks = 0}) must not
   * reach the next. Rows that its statements return are read and dropped.
   *
   * @throws dev.schemend.exec.error.ExecException with {@link
   *     dev.schemend.exec.connect.ConnectError} where no session can be had; nothing was sent then
   */
  default RunOutcome run(
      Database database, List<StatementText> script, Grouping grouping, RunListener listener) {
    return run(database, script, grouping, listener, StatementMarks.NONE);
  }

  /**
   * The same, with marks that the database keeps.
   *
   * @param marks written in the script's own session
   */
  RunOutcome run(
      Database database,
      List<StatementText> script,
      Grouping grouping,
      RunListener listener,
      StatementMarks marks);
}
