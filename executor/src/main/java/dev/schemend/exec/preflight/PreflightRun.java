package dev.schemend.exec.preflight;

import dev.schemend.check.Check;
import dev.schemend.check.CheckSql;
import dev.schemend.check.Concern;
import dev.schemend.exec.connect.Database;
import dev.schemend.exec.error.ServerError;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Asks questions, one after the other. Each query runs in a read-only transaction and no longer
 * than the limit; a table that cannot be read in that time is looked at in part.
 */
public final class PreflightRun {

  private final QueryLimits limits;
  private final Function<Check, CheckSql> writer;
  private final Duration most;

  /**
   * A run with one dialect's words.
   *
   * @param writer writes a question
   * @param most how long a query may take
   */
  public PreflightRun(QueryLimits limits, Function<Check, CheckSql> writer, Duration most) {
    this.limits = Objects.requireNonNull(limits, "limits");
    this.writer = Objects.requireNonNull(writer, "writer");
    this.most = Objects.requireNonNull(most, "most");
  }

  /**
   * The answers, in the order of the concerns. That the database itself cannot be asked is an
   * answer too.
   *
   * @throws dev.schemend.exec.error.ExecException with {@link
   *     dev.schemend.exec.connect.ConnectError} where no session can be had
   */
  public List<Answer> ask(Database database, List<Concern> concerns) {
    if (concerns.isEmpty()) {
      return List.of();
    }
    Connection session = database.session();
    try {
      bound(database, session);
      List<Answer> answers = new ArrayList<>();
      for (Concern concern : concerns) {
        answers.add(ask(database, session, concern));
      }
      return List.copyOf(answers);
    } catch (SQLException refused) {
      // Without a bound nothing is asked: a question must not become the outage.
      String reason = "no time limit could be set: " + database.serverError(refused).line();
      return concerns.stream()
          .map(
              concern ->
                  new Answer(
                      concern, writer.apply(concern.check()), new Answer.Unanswered(reason, false)))
          .toList();
    } finally {
      database.end(session);
    }
  }

  private void bound(Database database, Connection session) throws SQLException {
    try (Statement statement = session.createStatement()) {
      for (String sql : limits.bounding(database, most)) {
        statement.execute(sql);
      }
    }
    session.setReadOnly(true);
    session.setAutoCommit(false);
  }

  private Answer ask(Database database, Connection session, Concern concern) {
    CheckSql sql = writer.apply(concern.check());
    return new Answer(
        concern,
        sql,
        concern.check() instanceof Check.Refused
            ? trial(database, session, sql)
            : outcome(database, session, sql));
  }

  /** An error about a value (class 22, or a domain's check) is what was looked for. */
  private Answer.Outcome trial(Database database, Connection session, CheckSql sql) {
    try {
      query(session, sql.find());
      return new Answer.Clean();
    } catch (SQLException failure) {
      ServerError error = database.serverError(failure);
      if (error.sqlState().startsWith("22") || error.sqlState().startsWith("23")) {
        return new Answer.Refused(error);
      }
      return new Answer.Unanswered(
          limits.isTimeout(error)
              ? "not answered within " + most.toMillis() + " ms"
              : "the database would not answer: " + error.line(),
          false);
    }
  }

  private Answer.Outcome outcome(Database database, Connection session, CheckSql sql) {
    try {
      Rows found = query(session, sql.find());
      return found.rows().isEmpty()
          ? new Answer.Clean()
          : new Answer.Found(count(session, sql), found.columns(), found.rows());
    } catch (SQLException failure) {
      ServerError error = database.serverError(failure);
      return limits.isTimeout(error)
          ? sampled(database, session, sql)
          : new Answer.Unanswered("the database would not answer: " + error.line(), false);
    }
  }

  private Answer.Outcome sampled(Database database, Connection session, CheckSql sql) {
    String reason = "not answered within " + most.toMillis() + " ms";
    if (sql.findInSample().isEmpty()) {
      return new Answer.Unanswered(reason, false);
    }
    try {
      Rows found = query(session, sql.findInSample().get());
      return found.rows().isEmpty()
          ? new Answer.Unanswered(reason, true)
          : new Answer.Found(OptionalLong.empty(), found.columns(), found.rows());
    } catch (SQLException failure) {
      return new Answer.Unanswered(
          reason + ", nor was a part of it: " + database.serverError(failure).line(), false);
    }
  }

  /** Rows were found already, so that they could not be counted is no reason to say nothing. */
  private static OptionalLong count(Connection session, CheckSql sql) {
    if (sql.count().isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(
          Long.parseLong(query(session, sql.count().get()).rows().getFirst().getFirst()));
    } catch (SQLException tooSlow) {
      return OptionalLong.empty();
    }
  }

  private record Rows(List<String> columns, List<List<String>> rows) {}

  /** In a transaction of its own: a failed one would take the later questions with it. */
  private static Rows query(Connection session, String sql) throws SQLException {
    try (Statement statement = session.createStatement()) {
      statement.setEscapeProcessing(false);
      try (ResultSet result = statement.executeQuery(sql)) {
        int width = result.getMetaData().getColumnCount();
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
          columns.add(result.getMetaData().getColumnLabel(i));
        }
        List<List<String>> rows = new ArrayList<>();
        while (result.next()) {
          List<String> row = new ArrayList<>();
          for (int i = 1; i <= width; i++) {
            String value = result.getString(i);
            row.add(value == null ? "NULL" : value);
          }
          rows.add(row);
        }
        return new Rows(columns, rows);
      }
    } finally {
      session.rollback();
    }
  }
}
