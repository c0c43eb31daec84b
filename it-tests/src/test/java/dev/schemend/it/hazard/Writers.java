package dev.schemend.it.hazard;

import dev.schemend.dialect.Flavor;
import dev.schemend.it.server.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sessions that insert and update rows of a table {@code item}, one statement after the other. The
 * server itself refuses them a lock that takes too long.
 */
final class Writers implements AutoCloseable {

  private static final int SESSIONS = 3;

  /**
   * Longer than the plan waits for a lock, since who comes behind it in the queue waits as well.
   */
  private static final int PATIENCE_SECONDS = 20;

  private static final int WRITES_EACH = 20;
  private static final int BLOCK = 1_000_000;

  private final TestDatabase database;
  private final int rows;
  private final ExecutorService threads = Executors.newFixedThreadPool(SESSIONS);
  private final List<String> failures = new CopyOnWriteArrayList<>();
  private final AtomicInteger inserted = new AtomicInteger();
  private final AtomicInteger updated = new AtomicInteger();
  private volatile CountDownLatch waitedFor = new CountDownLatch(0);
  private volatile boolean over;

  private Writers(TestDatabase database, int rows) {
    this.database = database;
    this.rows = rows;
  }

  /**
   * Begins to write.
   *
   * @param rows how many rows are there, numbered from 0
   */
  static Writers at(TestDatabase database, int rows) {
    Writers writers = new Writers(database, rows);
    for (int i = 1; i <= SESSIONS; i++) {
      int session = i;
      writers.threads.execute(() -> writers.write(session));
    }
    return writers;
  }

  private void write(int session) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          database.kind().flavor() == Flavor.POSTGRESQL
              ? "SET lock_timeout = '" + PATIENCE_SECONDS + "s'"
              : "SET SESSION lock_wait_timeout = "
                  + PATIENCE_SECONDS
                  + ", innodb_lock_wait_timeout = "
                  + PATIENCE_SECONDS);
      for (int i = 0; !over; i++) {
        int id = session * BLOCK + i;
        inserted.addAndGet(
            statement.executeUpdate(
                "INSERT INTO item (id, kind, code) VALUES (" + id + ", 1, 'w" + id + "')"));
        int touched = (int) ((long) i * SESSIONS + session) % rows;
        updated.addAndGet(
            statement.executeUpdate("UPDATE item SET hits = hits + 1 WHERE id = " + touched));
        waitedFor.countDown();
      }
    } catch (SQLException e) {
      failures.add(e.getSQLState() + " " + e.getMessage());
      while (waitedFor.getCount() > 0) {
        waitedFor.countDown();
      }
    }
  }

  /** Waits until some more rows are written, or a writer has failed. */
  void awaitWrites() {
    waitedFor = new CountDownLatch(failures.isEmpty() ? WRITES_EACH * SESSIONS : 0);
    try {
      waitedFor.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  List<String> failures() {
    return failures;
  }

  int inserted() {
    return inserted.get();
  }

  int updated() {
    return updated.get();
  }

  @Override
  public void close() {
    over = true;
    // Waits for their end.
    threads.close();
  }
}
