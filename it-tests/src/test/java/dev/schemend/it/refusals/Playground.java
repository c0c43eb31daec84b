package dev.schemend.it.refusals;

import dev.schemend.it.server.ServerKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A database that is empty again for every script, at less cost than one for each. */
sealed interface Playground extends AutoCloseable {

  /** The database behind {@code connection}, which goes when this does. */
  static Playground on(ServerKind kind, Connection connection) throws SQLException {
    return switch (kind.flavor()) {
      case POSTGRESQL -> new RolledBack(connection);
      case MYSQL, MARIADB -> new Recreated(connection, connection.getCatalog());
    };
  }

  /** The connection, which everything runs on. */
  Connection connection();

  /** Takes back all that ran since. */
  void clear() throws SQLException;

  /** Runs one statement. */
  default void run(String text) throws SQLException {
    try (Statement statement = connection().createStatement()) {
      statement.execute(text);
    }
  }

  @Override
  default void close() throws SQLException {
    connection().close();
  }

  /** PostgreSQL takes its DDL back with the transaction. */
  record RolledBack(Connection connection) implements Playground {
    @Override
    public void clear() throws SQLException {
      connection.setAutoCommit(false);
      connection.rollback();
    }
  }

  /**
   * MySQL and MariaDB commit with every DDL statement, so the database is made anew, and with it
   * the one other that scripts may make.
   */
  record Recreated(Connection connection, String database) implements Playground {
    @Override
    public void clear() throws SQLException {
      run("SET foreign_key_checks = 1");
      run("DROP DATABASE IF EXISTS refusals_other");
      run("DROP DATABASE IF EXISTS `" + database + "`");
      run("CREATE DATABASE `" + database + "`");
      run("USE `" + database + "`");
    }

    @Override
    public void close() throws SQLException {
      clear();
      connection.close();
    }
  }
}
