package dev.schemend.exec.migrate;

import dev.schemend.exec.connect.Database;
import dev.schemend.exec.error.ExecException;
import dev.schemend.exec.watch.ServerSession;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Who is at work in a database, as far as its server shows it. */
public final class WorkingSessions {

  private WorkingSessions() {}

  /** The sessions at work on a statement; none where that cannot be seen. */
  public static List<ServerSession> in(Database database, LiveDialect live) {
    try (Connection session = database.session()) {
      return live.watch().working(session);
    } catch (SQLException | ExecException notAllowed) {
      return List.of();
    }
  }
}
