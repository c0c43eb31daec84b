package dev.schemend.exec.preflight;

import dev.schemend.exec.connect.Database;
import dev.schemend.exec.error.ServerError;
import java.time.Duration;
import java.util.List;

/** PORT: how a server is told to give up a query. */
public interface QueryLimits {

  /** Statements that bound every later query of the session. */
  List<String> bounding(Database database, Duration most);

  /** Whether the server gave up because of such a bound. */
  boolean isTimeout(ServerError error);
}
