package dev.schemend.exec.migrate;

import dev.schemend.exec.connect.Database;
import dev.schemend.exec.error.ExecException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Empties a database, as {@code prisma migrate reset} does before it applies migrations. */
public final class DatabaseReset {

  private DatabaseReset() {}

  /**
   * Drops all that the database holds, history table and all.
   *
   * @param schemas PostgreSQL: the schemas that are dropped and made anew
   * @throws ExecException with {@link ResetError} where the server refuses
   */
  public static void run(Database database, LiveDialect live, List<String> schemas) {
    Connection session = database.session();
    try {
      live.reset().reset(session, schemas);
    } catch (SQLException failure) {
      throw new ExecException(
          new ResetError(database.url().database(), database.serverError(failure)), failure);
    } finally {
      // Its settings may be other than those of a new session by now.
      database.end(session);
    }
  }
}
