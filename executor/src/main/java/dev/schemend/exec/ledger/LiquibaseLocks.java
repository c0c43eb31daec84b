package dev.schemend.exec.ledger;

import dev.schemend.exec.connect.Database;
import dev.schemend.exec.error.ExecException;
import dev.schemend.exec.error.ServerError;
import dev.schemend.exec.lock.DatabaseLock;
import dev.schemend.exec.lock.LockError;
import dev.schemend.exec.lock.LockHolder;
import dev.schemend.exec.lock.LockKeeper;
import dev.schemend.exec.lock.LockSettings;
import dev.schemend.exec.lock.NoLock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Liquibase's lock, the one row of {@code DATABASECHANGELOGLOCK}. Liquibase sets {@code LOCKED} and
 * commits, so that its lock outlives it when it is killed. Here the row is held by a transaction
 * that ends with its session: Liquibase waits at its own {@code UPDATE} of it meanwhile.
 *
 * <p>Source: liquibase/liquibase, {@code StandardLockService}, {@code
 * LockDatabaseChangeLogGenerator}.
 */
public final class LiquibaseLocks implements LockKeeper {

  /** The table's name; servers that fold names have it in lower case. */
  public static final String TABLE = "DATABASECHANGELOGLOCK";

  private static final long NAP_MILLIS = 100;

  private final OtherToolsDialect dialect;
  private final LedgerDialect errors;
  private final LockKeeper otherwise;

  /**
   * The lock of a database.
   *
   * @param otherwise what keeps runs apart where Liquibase has not made its table yet
   */
  public LiquibaseLocks(OtherToolsDialect dialect, LedgerDialect errors, LockKeeper otherwise) {
    this.dialect = Objects.requireNonNull(dialect, "dialect");
    this.errors = Objects.requireNonNull(errors, "errors");
    this.otherwise = Objects.requireNonNull(otherwise, "otherwise");
  }

  @Override
  public DatabaseLock acquire(Database database, LockSettings settings) {
    if (!settings.enabled()) {
      return new NoLock();
    }
    Connection session = database.session();
    try {
      session.setAutoCommit(false);
      take(session, settings, dialect.table(database, dialect.folded(TABLE)));
      return new Held(database, session);
    } catch (SQLException failure) {
      database.end(session);
      ServerError said = database.serverError(failure);
      if (said.sqlState().equals(errors.undefinedTable())) {
        return otherwise.acquire(database, settings);
      }
      throw new ExecException(new LockError.Failed(TABLE, Optional.of(said)), failure);
    } catch (RuntimeException | Error failure) {
      database.end(session);
      throw failure;
    }
  }

  private static void take(Connection session, LockSettings settings, String table)
      throws SQLException {
    long start = System.nanoTime();
    String row = "SELECT LOCKED, LOCKEDBY, LOCKGRANTED FROM " + table + " WHERE ID = 1 FOR UPDATE";
    while (true) {
      Optional<LockHolder> holder;
      try (Statement statement = session.createStatement();
          ResultSet found = statement.executeQuery(row)) {
        holder =
            found.next() && found.getBoolean(1) ? Optional.of(holder(found)) : Optional.empty();
      }
      if (holder.isEmpty()) {
        return;
      }
      session.rollback();
      Duration waited = Duration.ofNanos(System.nanoTime() - start);
      if (waited.compareTo(settings.waitAtMost()) >= 0 || !pause()) {
        throw new ExecException(new LockError.Busy(TABLE, waited, List.of(holder.get())));
      }
    }
  }

  private static LockHolder holder(ResultSet row) throws SQLException {
    return new LockHolder(
        LockHolder.UNKNOWN,
        Optional.empty(),
        Optional.of("Liquibase"),
        Optional.ofNullable(row.getString(2)),
        Optional.ofNullable(row.getTimestamp(3)).map(Timestamp::toInstant));
  }

  /** False where the thread was told to stop. */
  private static boolean pause() {
    try {
      Thread.sleep(NAP_MILLIS);
      return true;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private record Held(Database database, Connection session) implements DatabaseLock {

    @Override
    public void verify() {
      try (Statement statement = session.createStatement()) {
        statement.execute("SELECT 1");
      } catch (SQLException failure) {
        throw new ExecException(
            new LockError.Lost(TABLE, Optional.of(database.serverError(failure))), failure);
      }
    }

    @Override
    public void close() {
      database.end(session);
    }
  }
}
