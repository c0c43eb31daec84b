package dev.schemend.exec.postgres;

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
 * Runs a script as the server itself runs a query string of many statements (PostgreSQL manual,
 * "Multiple Statements in a Simple Query"): in one transaction, but that the script's own BEGIN and
 * COMMIT count. Statements that the server refuses in a transaction, and that would make such a
 * query string fail, run between two transactions here.
 */
public final class PostgresScriptRunner implements ScriptRunner {

  @Override
  public RunOutcome run(
      Database database,
      List<StatementText> script,
      Grouping grouping,
      RunListener listener,
      StatementMarks marks) {
    Connection session = database.session();
    try {
      return new PostgresScriptRun(database, session, script, grouping, listener, marks).toTheEnd();
    } finally {
      database.end(session);
    }
  }
}
