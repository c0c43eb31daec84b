package dev.schemend.it.cli;

import dev.schemend.it.server.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Counts the sessions in databases of PostgreSQL whose names begin alike, every now and then. */
final class Sessions implements AutoCloseable {

  private static final long NAP_MILLIS = 20;

  private final ExecutorService watcher = Executors.newSingleThreadExecutor();
  private volatile int most;
  private volatile boolean over;
  private final Future<?> watching;

  private Sessions(TestDatabase database, String prefix) {
    this.watching =
        watcher.submit(
            () -> {
              watch(database.named("postgres"), prefix);
              return null;
            });
  }

  /** Begins to count. */
  static Sessions watching(TestDatabase database, String prefix) {
    return new Sessions(database, prefix);
  }

  private void watch(TestDatabase server, String prefix) throws SQLException, InterruptedException {
    String sql =
        "SELECT count(*) FROM pg_stat_activity WHERE starts_with(datname, '" + prefix + "')";
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      while (!over) {
        try (ResultSet row = statement.executeQuery(sql)) {
          row.next();
          most = Math.max(most, row.getInt(1));
        }
        Thread.sleep(NAP_MILLIS);
      }
    }
  }

  /** The most that were seen at once. */
  int most() {
    return most;
  }

  @Override
  public void close() {
    over = true;
    // Waits for its end.
    watcher.close();
    if (watching.state() == Future.State.FAILED) {
      throw new IllegalStateException("the sessions were not counted", watching.exceptionNow());
    }
  }
}
