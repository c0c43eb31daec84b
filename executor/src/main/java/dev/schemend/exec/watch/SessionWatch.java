package dev.schemend.exec.watch;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** PORT: what one server shows of its sessions. Each question is put on a session of its own. */
public interface SessionWatch {

  /** The number by which the server knows {@code session}. */
  long id(Connection session) throws SQLException;

  /** What the session of that number is found doing. */
  Sighting look(Connection other, long session) throws SQLException;

  /** The sessions at work on a statement in this database, but for {@code other} itself. */
  List<ServerSession> working(Connection other) throws SQLException;

  /** Ends the statement that the session is at, and leaves it its session. */
  void cancel(Connection other, long session) throws SQLException;

  /** Takes back a {@link #cancel} that came too late, so that it hits no later statement. */
  void absorbCancel(Connection session) throws SQLException;

  /** The statement that ends a session for good, for people to run. */
  String ending(long session);

  /** Statements that bound how long later ones of the session wait for a lock. */
  List<String> boundingLocks(Duration most);

  /** Statements that bound how long later ones run; empty where the server has no such setting. */
  Optional<List<String>> boundingStatements(Connection session, Duration most) throws SQLException;
}
