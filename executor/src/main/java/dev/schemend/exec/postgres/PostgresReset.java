package dev.schemend.exec.postgres;

import dev.schemend.exec.migrate.ResetDialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Schemas are dropped with all that is in them, and made anew, in one transaction. */
final class PostgresReset implements ResetDialect {

  @Override
  public void reset(Connection session, List<String> schemas) throws SQLException {
    session.setAutoCommit(false);
    try (Statement statement = session.createStatement()) {
      for (String schema : schemas) {
        String name = PostgresConnector.quoted(schema);
        statement.execute("DROP SCHEMA IF EXISTS " + name + " CASCADE");
        statement.execute("CREATE SCHEMA " + name);
        if (schema.equals("public")) {
          // As the server's template has it; without it other roles could not even look inside.
          statement.execute("GRANT USAGE ON SCHEMA public TO PUBLIC");
        }
      }
      session.commit();
    } catch (SQLException refused) {
      session.rollback();
      throw refused;
    }
  }
}
