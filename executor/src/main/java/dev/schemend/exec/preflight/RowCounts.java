package dev.schemend.exec.preflight;

import dev.schemend.check.Check;
import dev.schemend.check.CheckSql;
import dev.schemend.exec.connect.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Counts rows, each count once and no longer than the limit, in read-only transactions of one
 * session.
 */
public final class RowCounts implements AutoCloseable {

  private final Database database;
  private final Optional<Connection> session;
  private final Function<Check, CheckSql> writer;
  private final Map<Check, OptionalLong> known = new HashMap<>();

  private RowCounts(
      Database database, Optional<Connection> session, Function<Check, CheckSql> writer) {
    this.database = database;
    this.session = session;
    this.writer = Objects.requireNonNull(writer, "writer");
  }

  /**
   * Counts in a session of its own.
   *
   * @param writer writes a question
   * @param most how long a query may take
   * @throws dev.schemend.exec.error.ExecException with {@link
   *     dev.schemend.exec.connect.ConnectError} where no session can be had
   */
  public static RowCounts in(
      Database database, QueryLimits limits, Function<Check, CheckSql> writer, Duration most) {
    Connection session = database.session();
    RowCounts counts = new RowCounts(database, Optional.of(session), writer);
    try (Statement statement = session.createStatement()) {
      for (String sql : limits.bounding(database, most)) {
        statement.execute(sql);
      }
      session.setReadOnly(true);
      return counts;
    } catch (SQLException unbounded) {
      // Without a bound nothing is counted.
      counts.close();
      return new RowCounts(database, Optional.empty(), writer);
    }
  }

  /** How many rows a condition is true of; empty where the database did not say it in time. */
  public OptionalLong of(Check.RowsWhere rows) {
    return known.computeIfAbsent(rows, this::count);
  }

  private OptionalLong count(Check rows) {
    CheckSql sql = writer.apply(rows);
    if (session.isEmpty() || sql.count().isEmpty()) {
      return OptionalLong.empty();
    }
    try (Statement statement = session.get().createStatement();
        ResultSet row = statement.executeQuery(sql.count().get())) {
      return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
    } catch (SQLException unanswered) {
      return OptionalLong.empty();
    }
  }

  @Override
  public void close() {
    session.ifPresent(database::end);
  }
}
