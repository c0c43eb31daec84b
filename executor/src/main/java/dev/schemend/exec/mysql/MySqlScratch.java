package dev.schemend.exec.mysql;

import dev.schemend.exec.scratch.ScratchDialect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Scratch databases on MySQL and MariaDB. Accounts that scripts make are not looked at: they are
 * the server's, and nothing in a schema depends on them.
 */
final class MySqlScratch implements ScratchDialect {

  private static final String OBJECTS =
      """
      SELECT kind, name FROM (
        SELECT 1 AS place, 'EVENT' AS kind, EVENT_NAME AS name
          FROM information_schema.EVENTS WHERE EVENT_SCHEMA = DATABASE()
        UNION ALL
        SELECT 2, CASE TABLE_TYPE WHEN 'VIEW' THEN 'VIEW' WHEN 'SEQUENCE' THEN 'SEQUENCE'
                                  ELSE 'TABLE' END, TABLE_NAME
          FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()
        UNION ALL
        SELECT 3, ROUTINE_TYPE, ROUTINE_NAME
          FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE()
      ) objects ORDER BY place, kind, name\
      """;

  private record Named(String kind, String name) {}

  @Override
  public List<String> contents(Connection session) throws SQLException {
    return objects(session).stream()
        .map(object -> object.kind.toLowerCase(Locale.ROOT) + " " + object.name)
        .toList();
  }

  private static List<Named> objects(Connection session) throws SQLException {
    try (Statement statement = session.createStatement();
        ResultSet row = statement.executeQuery(OBJECTS)) {
      List<Named> objects = new ArrayList<>();
      while (row.next()) {
        objects.add(new Named(row.getString(1), row.getString(2)));
      }
      return objects;
    }
  }

  @Override
  public void clear(Connection session) throws SQLException {
    try (Statement statement = session.createStatement()) {
      // Else a table that others point at could not go before them.
      statement.execute("SET foreign_key_checks = 0");
      for (Named object : objects(session)) {
        statement.execute("DROP " + object.kind + " IF EXISTS " + quoted(object.name));
      }
    }
  }

  @Override
  public Set<String> roles(Connection session) {
    return Set.of();
  }

  @Override
  public void createRole(Connection session, String name) {
    throw new UnsupportedOperationException("no script misses a role here: " + name);
  }

  @Override
  public void dropRole(Connection session, String name) {
    throw new UnsupportedOperationException("no role is made here: " + name);
  }

  @Override
  public Set<String> otherDatabases(Connection session) throws SQLException {
    try (Statement statement = session.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT SCHEMA_NAME FROM information_schema.SCHEMATA"
                    + " WHERE SCHEMA_NAME <> DATABASE()")) {
      Set<String> names = new TreeSet<>();
      while (row.next()) {
        names.add(row.getString(1));
      }
      return names;
    }
  }

  @Override
  public void dropDatabase(Connection session, String name) throws SQLException {
    try (Statement statement = session.createStatement()) {
      statement.execute("DROP DATABASE " + quoted(name));
    }
  }

  private static String quoted(String name) {
    return '`' + name.replace("`", "``") + '`';
  }
}
