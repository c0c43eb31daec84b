package dev.schemend.exec.postgres;

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
 * Runs a script as the server itself runs a query string of many statements (PostgreSQL manual,
 * "Multiple Statements in a Simple Query"): in one transaction, but that the script's own BEGIN and
 * COMMIT count. Statements that the server refuses in a transaction, and that would make such a
 * query string fail, run between two transactions here.
 */
public final class PostgresScriptRunner implements ScriptRunner {

  private final Conduct conduct;

  /** A runner that behaves as a plain client does. */
  public PostgresScriptRunner() {
    this(Conduct.PLAIN);
  }

  private PostgresScriptRunner(Conduct conduct) {
    this.conduct = conduct;
  }

  @Override
  public Conduct conduct() {
    return conduct;
  }

  @Override
  public ScriptRunner with(Conduct other) {
    return new PostgresScriptRunner(other);
  }

  @Override
  public List<ScriptGroup> forecast(
      ServerVersion version, List<StatementText> script, Grouping grouping) {
    return PostgresForecast.of(script, grouping, version);
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
        new PostgresSessionWatch(),
        PostgresScriptRun.CANCELLED,
        listener,
        (session, all, courtesy) ->
            new PostgresScriptRun(database, session, script, grouping, all, marks, courtesy)
                .toTheEnd());
  }
}
