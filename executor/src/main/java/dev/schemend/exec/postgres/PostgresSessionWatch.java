package dev.schemend.exec.postgres;

import dev.schemend.exec.watch.ServerSession;
import dev.schemend.exec.watch.SessionWatch;
import dev.schemend.exec.watch.Sighting;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * {@code pg_stat_activity}, {@code pg_blocking_pids}, {@code pg_stat_progress_create_index} and
 * {@code pg_stat_progress_cluster} (manual, "Monitoring Database Activity").
 */
final class PostgresSessionWatch implements SessionWatch {

  private static final String SESSION =
      "SELECT a.pid, a.usename, nullif(a.application_name, ''), host(a.client_addr), a.state,"
          + " coalesce(a.xact_start, a.query_start), a.query FROM pg_catalog.pg_stat_activity a";

  private static final String BLOCKERS =
      SESSION + " WHERE a.pid = ANY (pg_catalog.pg_blocking_pids(?)) ORDER BY a.xact_start";

  private static final String WORKING =
      SESSION
          + " WHERE a.datname = pg_catalog.current_database() AND a.pid <>"
          + " pg_catalog.pg_backend_pid() AND a.state = 'active' AND a.backend_type = 'client"
          + " backend' ORDER BY a.query_start";

  /** Phases count blocks or tuples, whichever they have; waiting phases count other sessions. */
  private static final String PROGRESS =
      "SELECT 'index build: ' || phase, CASE WHEN lockers_total > 0 AND phase LIKE 'waiting%'"
          + " THEN lockers_done::float8 / lockers_total WHEN blocks_total > 0"
          + " THEN blocks_done::float8 / blocks_total WHEN tuples_total > 0"
          + " THEN tuples_done::float8 / tuples_total END"
          + " FROM pg_catalog.pg_stat_progress_create_index WHERE pid = ?"
          + " UNION ALL SELECT lower(command) || ': ' || phase, CASE WHEN heap_blks_total > 0"
          + " THEN heap_blks_scanned::float8 / heap_blks_total END"
          + " FROM pg_catalog.pg_stat_progress_cluster WHERE pid = ?";

  @Override
  public long id(Connection session) throws SQLException {
    try (Statement statement = session.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_catalog.pg_backend_pid()")) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public Sighting look(Connection other, long session) throws SQLException {
    try (PreparedStatement statement = other.prepareStatement(BLOCKERS)) {
      statement.setInt(1, Math.toIntExact(session));
      List<ServerSession> blockers = sessions(statement);
      return blockers.isEmpty() ? progress(other, session) : new Sighting.Waiting(blockers, true);
    }
  }

  private static Sighting progress(Connection other, long session) throws SQLException {
    try (PreparedStatement statement = other.prepareStatement(PROGRESS)) {
      statement.setInt(1, Math.toIntExact(session));
      statement.setInt(2, Math.toIntExact(session));
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return new Sighting.Unknown();
        }
        double part = row.getDouble(2);
        return new Sighting.Working(
            row.getString(1), row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(part));
      }
    }
  }

  @Override
  public List<ServerSession> working(Connection other) throws SQLException {
    try (PreparedStatement statement = other.prepareStatement(WORKING)) {
      return sessions(statement);
    }
  }

  private static List<ServerSession> sessions(PreparedStatement statement) throws SQLException {
    List<ServerSession> sessions = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        sessions.add(
            new ServerSession(
                row.getLong(1),
                Optional.ofNullable(row.getString(2)),
                Optional.ofNullable(row.getString(3)),
                Optional.ofNullable(row.getString(4)),
                Optional.ofNullable(row.getString(5)),
                Optional.ofNullable(row.getObject(6, OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString(7)).filter(query -> !query.isBlank())));
      }
    }
    return sessions;
  }

  @Override
  public void cancel(Connection other, long session) throws SQLException {
    try (Statement statement = other.createStatement()) {
      statement.execute("SELECT pg_catalog.pg_cancel_backend(" + session + ")");
    }
  }

  /** The server forgets one that meets no statement. */
  @Override
  public void absorbCancel(Connection session) {}

  @Override
  public String ending(long session) {
    return "SELECT pg_terminate_backend(" + session + ")";
  }

  @Override
  public List<String> boundingLocks(Duration most) {
    return List.of("SET lock_timeout = " + most.toMillis());
  }

  @Override
  public Optional<List<String>> boundingStatements(Connection session, Duration most) {
    return Optional.of(List.of("SET statement_timeout = " + most.toMillis()));
  }
}
