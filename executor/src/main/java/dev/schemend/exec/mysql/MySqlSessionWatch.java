package dev.schemend.exec.mysql;

import dev.schemend.exec.watch.ServerSession;
import dev.schemend.exec.watch.SessionWatch;
import dev.schemend.exec.watch.Sighting;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The process list; behind it, what each product has more of: MySQL its {@code performance_schema}
 * (metadata locks, row locks, stages with their progress), MariaDB {@code INNODB_LOCK_WAITS},
 * {@code METADATA_LOCK_INFO} where that plugin is there, and a progress in the process list. What a
 * user may not see, or a server does not have, is passed over.
 */
final class MySqlSessionWatch implements SessionWatch {

  /** Columns of a session; {@code p} is the process list, {@code t} InnoDB's transactions. */
  private static final String SESSION =
      "SELECT DISTINCT p.ID, p.USER, p.HOST, p.COMMAND,"
          + " COALESCE(UNIX_TIMESTAMP(t.trx_started), UNIX_TIMESTAMP() - p.TIME), p.INFO"
          + " FROM information_schema.PROCESSLIST p"
          + " LEFT JOIN information_schema.INNODB_TRX t ON t.trx_mysql_thread_id = p.ID";

  /** Who holds what the session waits for; each product answers those that it knows. */
  private static final List<String> BLOCKERS =
      List.of(
          // MySQL: metadata locks. The last statement of an idle session is still to be seen there.
          "SELECT DISTINCT b.PROCESSLIST_ID, b.PROCESSLIST_USER, b.PROCESSLIST_HOST,"
              + " b.PROCESSLIST_COMMAND, COALESCE(UNIX_TIMESTAMP(t.trx_started),"
              + " UNIX_TIMESTAMP() - b.PROCESSLIST_TIME), COALESCE(b.PROCESSLIST_INFO, s.SQL_TEXT)"
              + " FROM performance_schema.threads a"
              + " JOIN performance_schema.metadata_locks w"
              + " ON w.OWNER_THREAD_ID = a.THREAD_ID AND w.LOCK_STATUS = 'PENDING'"
              + " JOIN performance_schema.metadata_locks h ON h.LOCK_STATUS = 'GRANTED'"
              + " AND h.OBJECT_TYPE = w.OBJECT_TYPE AND h.OBJECT_SCHEMA <=> w.OBJECT_SCHEMA"
              + " AND h.OBJECT_NAME <=> w.OBJECT_NAME AND h.OWNER_THREAD_ID <> w.OWNER_THREAD_ID"
              + " JOIN performance_schema.threads b ON b.THREAD_ID = h.OWNER_THREAD_ID"
              + " LEFT JOIN performance_schema.events_statements_current s"
              + " ON s.THREAD_ID = b.THREAD_ID AND s.NESTING_EVENT_LEVEL = 0"
              + " LEFT JOIN information_schema.INNODB_TRX t"
              + " ON t.trx_mysql_thread_id = b.PROCESSLIST_ID"
              + " WHERE a.PROCESSLIST_ID = %d",
          // MySQL 8: row locks.
          "SELECT DISTINCT b.PROCESSLIST_ID, b.PROCESSLIST_USER, b.PROCESSLIST_HOST,"
              + " b.PROCESSLIST_COMMAND, COALESCE(UNIX_TIMESTAMP(t.trx_started),"
              + " UNIX_TIMESTAMP() - b.PROCESSLIST_TIME), COALESCE(b.PROCESSLIST_INFO, s.SQL_TEXT)"
              + " FROM performance_schema.threads a"
              + " JOIN performance_schema.data_lock_waits w ON w.REQUESTING_THREAD_ID = a.THREAD_ID"
              + " JOIN performance_schema.threads b ON b.THREAD_ID = w.BLOCKING_THREAD_ID"
              + " LEFT JOIN performance_schema.events_statements_current s"
              + " ON s.THREAD_ID = b.THREAD_ID AND s.NESTING_EVENT_LEVEL = 0"
              + " LEFT JOIN information_schema.INNODB_TRX t"
              + " ON t.trx_mysql_thread_id = b.PROCESSLIST_ID"
              + " WHERE a.PROCESSLIST_ID = %d",
          // MariaDB, and MySQL before 8: row locks.
          SESSION
              + " JOIN information_schema.INNODB_LOCK_WAITS w ON w.blocking_trx_id = t.trx_id"
              + " JOIN information_schema.INNODB_TRX a ON a.trx_id = w.requesting_trx_id"
              + " WHERE a.trx_mysql_thread_id = %d",
          // MariaDB's plugin does not tell who waits, so who holds a lock on a table is asked
          // there.
          SESSION
              + " JOIN information_schema.METADATA_LOCK_INFO m ON m.THREAD_ID = p.ID"
              + " JOIN information_schema.PROCESSLIST a ON a.ID = %d AND a.ID <> p.ID"
              + " AND a.STATE LIKE 'Waiting for%%lock' AND a.DB = m.TABLE_SCHEMA"
              + " AND LOCATE(m.TABLE_NAME, a.INFO) > 0");

  /** Whoever is in a transaction or at work may hold the lock. */
  private static final String SUSPECTS =
      SESSION
          + " JOIN information_schema.PROCESSLIST a ON a.ID = %d AND a.ID <> p.ID"
          + " AND a.STATE LIKE 'Waiting for%%lock'"
          + " WHERE p.ID <> CONNECTION_ID() AND (t.trx_id IS NOT NULL"
          + " OR (p.COMMAND = 'Query' AND p.DB = a.DB AND p.STATE NOT LIKE 'Waiting for%%lock'))";

  /** What the session is at, and how much of it is done. */
  private static final List<String> PROGRESS =
      List.of(
          // MySQL, where the consumer events_stages_current is switched on.
          "SELECT SUBSTRING_INDEX(s.EVENT_NAME, '/', -1), s.WORK_COMPLETED /"
              + " NULLIF(s.WORK_ESTIMATED, 0) FROM performance_schema.events_stages_current s JOIN"
              + " performance_schema.threads t ON t.THREAD_ID = s.THREAD_ID WHERE t.PROCESSLIST_ID"
              + " = %d AND s.WORK_ESTIMATED IS NOT NULL",
          // MariaDB.
          "SELECT CONCAT('stage ', STAGE, ' of ', MAX_STAGE, ', ', STATE), PROGRESS / 100"
              + " FROM information_schema.PROCESSLIST WHERE ID = %d AND MAX_STAGE > 0",
          "SELECT STATE, NULL FROM information_schema.PROCESSLIST WHERE ID = %d AND STATE <> ''");

  private static final String WORKING =
      SESSION
          + " WHERE p.DB = DATABASE() AND p.ID <> CONNECTION_ID() AND p.INFO IS NOT NULL"
          + " AND p.COMMAND <> 'Daemon' ORDER BY p.ID";

  @Override
  public long id(Connection session) throws SQLException {
    try (Statement statement = session.createStatement();
        ResultSet row = statement.executeQuery("SELECT CONNECTION_ID()")) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public Sighting look(Connection other, long session) throws SQLException {
    try (Statement statement = other.createStatement()) {
      for (String question : BLOCKERS) {
        List<ServerSession> blockers = ifAnswered(statement, question.formatted(session));
        if (!blockers.isEmpty()) {
          return new Sighting.Waiting(blockers, true);
        }
      }
      if (isThere(
          statement,
          "SELECT 1 FROM information_schema.PROCESSLIST WHERE ID = %d AND STATE LIKE 'Waiting for%%lock'"
              .formatted(session))) {
        return new Sighting.Waiting(ifAnswered(statement, SUSPECTS.formatted(session)), false);
      }
      return progress(statement, session);
    }
  }

  private static boolean isThere(Statement statement, String question) throws SQLException {
    try (ResultSet row = statement.executeQuery(question)) {
      return row.next();
    }
  }

  private static Sighting progress(Statement statement, long session) {
    for (String question : PROGRESS) {
      try (ResultSet row = statement.executeQuery(question.formatted(session))) {
        if (row.next() && row.getString(1) != null) {
          String phase = row.getString(1);
          double part = row.getDouble(2);
          return new Sighting.Working(
              phase, row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(part));
        }
      } catch (SQLException notKnownHere) {
        // The other product's question.
      }
    }
    return new Sighting.Unknown();
  }

  private static List<ServerSession> ifAnswered(Statement statement, String question) {
    try {
      return sessions(statement, question);
    } catch (SQLException notKnownHere) {
      return List.of();
    }
  }

  @Override
  public List<ServerSession> working(Connection other) throws SQLException {
    try (Statement statement = other.createStatement()) {
      return sessions(statement, WORKING);
    }
  }

  private static List<ServerSession> sessions(Statement statement, String question)
      throws SQLException {
    List<ServerSession> sessions = new ArrayList<>();
    try (ResultSet row = statement.executeQuery(question)) {
      while (row.next()) {
        long since = row.getLong(5);
        Optional<Instant> begin =
            row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochSecond(since));
        sessions.add(
            new ServerSession(
                row.getLong(1),
                Optional.ofNullable(row.getString(2)),
                Optional.empty(),
                Optional.ofNullable(row.getString(3)).filter(host -> !host.isEmpty()),
                Optional.ofNullable(row.getString(4)),
                begin,
                Optional.ofNullable(row.getString(6)).filter(query -> !query.isBlank())));
      }
    }
    return sessions;
  }

  @Override
  public void cancel(Connection other, long session) throws SQLException {
    try (Statement statement = other.createStatement()) {
      statement.execute("KILL QUERY " + session);
    }
  }

  /** The server keeps one that meets no statement for the next (ER_QUERY_INTERRUPTED). */
  @Override
  public void absorbCancel(Connection session) {
    try (Statement statement = session.createStatement()) {
      statement.execute("DO 0");
    } catch (SQLException absorbed) {
      // Either that, or the session is gone, which its next statement will say.
      return;
    }
  }

  @Override
  public String ending(long session) {
    return "KILL " + session;
  }

  /** Both count in whole seconds, and 0 is no wait at all, or not to be had. */
  @Override
  public List<String> boundingLocks(Duration most) {
    long seconds = Math.max(1, most.plusMillis(999).toSeconds());
    return List.of(
        "SET SESSION lock_wait_timeout = " + seconds,
        "SET SESSION innodb_lock_wait_timeout = " + seconds);
  }

  /** MySQL's {@code max_execution_time} bounds SELECT alone; MariaDB's bounds every statement. */
  @Override
  public Optional<List<String>> boundingStatements(Connection session, Duration most)
      throws SQLException {
    boolean bounded = session.getMetaData().getDatabaseProductVersion().contains("MariaDB");
    return bounded
        ? Optional.of(List.of("SET SESSION max_statement_time = " + most.toMillis() / 1000.0))
        : Optional.empty();
  }
}
