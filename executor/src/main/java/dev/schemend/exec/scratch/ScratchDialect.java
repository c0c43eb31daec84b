package dev.schemend.exec.scratch;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** PORT: what a database can hold, and how it is taken away. One adapter per dialect. */
public interface ScratchDialect {

  /**
   * What the session's database holds beyond what the server puts into every new one, in words:
   * {@code table public.users}.
   */
  List<String> contents(Connection session) throws SQLException;

  /** Drops all of that. */
  void clear(Connection session) throws SQLException;

  /**
   * Names of roles, where a script can make some that outlive its database and are missed by others
   * (PostgreSQL); else none.
   */
  Set<String> roles(Connection session) throws SQLException;

  /** Makes a role that may not log in. */
  void createRole(Connection session, String name) throws SQLException;

  /** Drops a role with all that it was granted in this database and on the server. */
  void dropRole(Connection session, String name) throws SQLException;

  /**
   * The other databases that a script can reach from this session (MySQL), as the server spells
   * them; none where a session sees one database only.
   */
  Set<String> otherDatabases(Connection session) throws SQLException;

  /** Drops one of {@link #otherDatabases}. */
  void dropDatabase(Connection session, String name) throws SQLException;
}
