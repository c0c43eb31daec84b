package dev.schemend.exec.mysql;

import dev.schemend.exec.connect.Database;
import dev.schemend.exec.run.Grouping;
import dev.schemend.exec.run.RunListener;
import dev.schemend.exec.run.RunOutcome;
import dev.schemend.exec.run.ScriptRunner;
import dev.schemend.exec.run.StatementMarks;
import dev.schemend.source.StatementText;
import java.sql.Connection;
import java.util.List;

/**
 * Runs a script statement by statement in autocommit mode: DDL commits by itself (MySQL manual,
 * "Statements That Cause an Implicit Commit"), so both groupings are the same here. Transactions
 * that the script begins are its own.
 */
public final class MySqlScriptRunner implements ScriptRunner {

  @Override
  public RunOutcome run(
      Database database,
      List<StatementText> script,
      Grouping grouping,
      RunListener listener,
      StatementMarks marks) {
    Connection session = database.session();
    try {
      return new MySqlScriptRun(database, session, script, listener, marks).toTheEnd();
    } finally {
      database.end(session);
    }
  }
}
