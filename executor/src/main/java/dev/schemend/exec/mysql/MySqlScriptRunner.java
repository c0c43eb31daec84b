package dev.schemend.exec.mysql;

import dev.schemend.dialect.ServerVersion;
import dev.schemend.exec.connect.Database;
import dev.schemend.exec.run.Conduct;
import dev.schemend.exec.run.Courtesy;
import dev.schemend.exec.run.Grouping;
import dev.schemend.exec.run.RunListener;
import dev.schemend.exec.run.RunOutcome;
import dev.schemend.exec.run.ScriptGroup;
import dev.schemend.exec.run.ScriptRunner;
import dev.schemend.exec.run.StatementMarks;
import dev.schemend.source.StatementText;
import java.util.List;

/**
 * Runs a script statement by statement in autocommit mode: DDL commits by itself (MySQL manual,
 * "Statements That Cause an Implicit Commit"), so both groupings are the same here. Transactions
 * that the script begins are its own.
 */
public final class MySqlScriptRunner implements ScriptRunner {

  private final Conduct conduct;

  /** A runner that behaves as a plain client does. */
  public MySqlScriptRunner() {
    this(Conduct.PLAIN);
  }

  private MySqlScriptRunner(Conduct conduct) {
    this.conduct = conduct;
  }

  @Override
  public Conduct conduct() {
    return conduct;
  }

  @Override
  public ScriptRunner with(Conduct other) {
    return new MySqlScriptRunner(other);
  }

  @Override
  public List<ScriptGroup> forecast(
      ServerVersion version, List<StatementText> script, Grouping grouping) {
    return MySqlForecast.of(script);
  }

  @Override
  public RunOutcome run(
      Database database,
      List<StatementText> script,
      Grouping grouping,
      RunListener listener,
      StatementMarks marks) {
    return Courtesy.during(
        database,
        conduct,
        new MySqlSessionWatch(),
        MySqlScriptRun.CANCELLED,
        listener,
        (session, all, courtesy) ->
            new MySqlScriptRun(database, session, script, all, marks, courtesy).toTheEnd());
  }
}
