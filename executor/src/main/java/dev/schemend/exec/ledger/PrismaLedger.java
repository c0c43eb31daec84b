package dev.schemend.exec.ledger;

import dev.schemend.exec.connect.Database;
import dev.schemend.exec.error.ExecException;
import dev.schemend.exec.error.ServerError;
import dev.schemend.history.Migration;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Prisma's {@code _prisma_migrations}. The name is never qualified, so on PostgreSQL the search
 * path decides, as for Prisma. Each call takes a fresh session from the pool: a script may have
 * changed the search path or the database of its own, and a run of hours may have cost an idle one.
 */
public final class PrismaLedger implements Ledger {

  /** The table's name. */
  public static final String TABLE = "_prisma_migrations";

  private static final String LIST =
      "SELECT id, checksum, migration_name, logs, started_at, finished_at, rolled_back_at,"
          + " applied_steps_count FROM _prisma_migrations ORDER BY started_at, id";
  private static final String START =
      "INSERT INTO _prisma_migrations (id, checksum, started_at, migration_name)"
          + " VALUES (?, ?, ?, ?)";
  // Prisma takes two statements for this, and a crash between them leaves a row counted but open.
  private static final String SUCCEED =
      "UPDATE _prisma_migrations SET applied_steps_count = applied_steps_count + 1,"
          + " finished_at = ? WHERE id = ?";
  private static final String FAIL = "UPDATE _prisma_migrations SET logs = ? WHERE id = ?";
  private static final String ROLL_BACK =
      "UPDATE _prisma_migrations SET rolled_back_at = ? WHERE id = ?";
  private static final String INSERT_APPLIED =
      "INSERT INTO _prisma_migrations"
          + " (id, checksum, logs, started_at, finished_at, migration_name)"
          + " VALUES (?, ?, '', ?, ?, ?)";

  private static final String DELETE = "DELETE FROM _prisma_migrations WHERE migration_name = ?";

  private final Database database;
  private final LedgerDialect dialect;
  private final Clock clock;

  /**
   * The history table of {@code database}.
   *
   * @param clock gives the times that are written
   */
  public PrismaLedger(Database database, LedgerDialect dialect, Clock clock) {
    this.database = Objects.requireNonNull(database, "database");
    this.dialect = Objects.requireNonNull(dialect, "dialect");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  @Override
  public String table() {
    return TABLE;
  }

  @Override
  public Optional<List<LedgerRow>> rows() {
    try (Connection session = database.session();
        Statement statement = session.createStatement();
        ResultSet row = statement.executeQuery(LIST)) {
      List<LedgerRow> rows = new ArrayList<>();
      while (row.next()) {
        rows.add(read(row));
      }
      return Optional.of(List.copyOf(rows));
    } catch (SQLException failure) {
      ServerError said = database.serverError(failure);
      // Any other error is no sign of a missing table: an outage must not look like a new database.
      if (said.sqlState().equals(dialect.undefinedTable())) {
        return Optional.empty();
      }
      throw new ExecException(new LedgerError.TableFailed("read", TABLE, said), failure);
    }
  }

  private LedgerRow read(ResultSet row) throws SQLException {
    return new LedgerRow(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        Optional.ofNullable(row.getString(4)),
        dialect.read(row, 5).orElseThrow(() -> new SQLException("started_at is null")),
        dialect.read(row, 6),
        dialect.read(row, 7),
        row.getInt(8));
  }

  @Override
  public void create() {
    write(
        "create",
        session -> {
          try (Statement statement = session.createStatement()) {
            for (String sql : dialect.create(database)) {
              statement.execute(sql);
            }
          }
        });
  }

  @Override
  public String start(Migration migration) {
    String id = UUID.randomUUID().toString();
    write(
        "write",
        session -> update(session, START, id, migration.checksum(), now(), migration.name()));
    return id;
  }

  @Override
  public void succeed(String id) {
    write("write", session -> update(session, SUCCEED, now(), id));
  }

  @Override
  public void fail(String id, String logs) {
    write("write", session -> update(session, FAIL, logs, id));
  }

  @Override
  public void resolve(Resolution resolution) {
    Object now = now();
    write(
        "write",
        session -> {
          for (String id : resolution.rollBack()) {
            update(session, ROLL_BACK, now, id);
          }
          if (resolution.insert().isPresent()) {
            Resolution.Applied applied = resolution.insert().get();
            String id = UUID.randomUUID().toString();
            update(session, INSERT_APPLIED, id, applied.checksum(), now, now, applied.migration());
          }
        });
  }

  /**
   * Puts one applied migration in the place of several: their rows go, for a row without a file is
   * a reason for Prisma to ask for a reset.
   *
   * @param names the migrations that are no more
   * @param with the one that does what they did
   */
  public void replace(List<String> names, Resolution.Applied with) {
    Object now = now();
    write(
        "write",
        session -> {
          try (PreparedStatement delete = session.prepareStatement(DELETE)) {
            for (String name : names) {
              delete.setString(1, name);
              delete.executeUpdate();
            }
          }
          String id = UUID.randomUUID().toString();
          update(session, INSERT_APPLIED, id, with.checksum(), now, now, with.migration());
        });
  }

  /** MySQL keeps milliseconds and would round the rest up, into the future. */
  private Object now() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return dialect.bind(now);
  }

  private static void update(Connection session, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = session.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      if (statement.executeUpdate() != 1) {
        throw new SQLException("the row of the migration is gone", ServerError.GENERAL_ERROR);
      }
    }
  }

  private void write(String doing, SessionWork work) {
    SessionWork.inTransaction(database, TABLE, doing, work);
  }
}
