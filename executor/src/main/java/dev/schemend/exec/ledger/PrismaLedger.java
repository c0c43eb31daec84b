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
 * Prisma's {@code _prisma_migrations}, and this tool's own table of that shape. The name is never
 * qualified, so on PostgreSQL the search path decides, as for Prisma. Each call takes a fresh
 * session from the pool: a script may have changed the search path or the database of its own, and
 * a run of hours may have cost an idle one.
 */
public final class PrismaLedger implements Ledger {

  /** The table's name. */
  public static final String TABLE = "_prisma_migrations";

  /**
   * The table of the same shape for migrations whose layout has no history table that is known
   * here. Its name is this tool's, so that Prisma never takes it for its own.
   */
  public static final String OWN_TABLE = "_schemend_migrations";

  private final Database database;
  private final LedgerDialect dialect;
  private final Clock clock;
  private final String table;

  /**
   * Prisma's history table in {@code database}.
   *
   * @param clock gives the times that are written
   */
  public PrismaLedger(Database database, LedgerDialect dialect, Clock clock) {
    this(database, dialect, clock, TABLE);
  }

  private PrismaLedger(Database database, LedgerDialect dialect, Clock clock, String table) {
    this.table = table;
    this.database = Objects.requireNonNull(database, "database");
    this.dialect = Objects.requireNonNull(dialect, "dialect");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** This tool's own table in {@code database}. */
  public static PrismaLedger own(Database database, LedgerDialect dialect, Clock clock) {
    return new PrismaLedger(database, dialect, clock, OWN_TABLE);
  }

  @Override
  public String table() {
    return table;
  }

  @Override
  public Optional<List<LedgerRow>> rows() {
    try (Connection session = database.session();
        Statement statement = session.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT id, checksum, migration_name, logs, started_at, finished_at,"
                    + " rolled_back_at, applied_steps_count FROM "
                    + table
                    + " ORDER BY started_at, id")) {
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
      throw new ExecException(new LedgerError.TableFailed("read", table, said), failure);
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
            for (String sql : dialect.create(database, table)) {
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
        session ->
            update(
                session,
                "INSERT INTO "
                    + table
                    + " (id, checksum, started_at, migration_name) VALUES (?, ?, ?, ?)",
                id,
                migration.checksum(),
                now(),
                migration.name()));
    return id;
  }

  @Override
  public void succeed(String id) {
    // Prisma takes two statements for this; a crash between them leaves a row counted but open.
    write(
        "write",
        session ->
            update(
                session,
                "UPDATE "
                    + table
                    + " SET applied_steps_count = applied_steps_count + 1, finished_at = ?"
                    + " WHERE id = ?",
                now(),
                id));
  }

  @Override
  public void fail(String id, String logs) {
    write(
        "write",
        session -> update(session, "UPDATE " + table + " SET logs = ? WHERE id = ?", logs, id));
  }

  @Override
  public void resolve(Resolution resolution) {
    Object now = now();
    write(
        "write",
        session -> {
          for (String id : resolution.rollBack()) {
            update(session, "UPDATE " + table + " SET rolled_back_at = ? WHERE id = ?", now, id);
          }
          if (resolution.insert().isPresent()) {
            insert(session, resolution.insert().get(), now);
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
          try (PreparedStatement delete =
              session.prepareStatement("DELETE FROM " + table + " WHERE migration_name = ?")) {
            for (String name : names) {
              delete.setString(1, name);
              delete.executeUpdate();
            }
          }
          insert(session, with, now);
        });
  }

  private void insert(Connection session, Resolution.Applied applied, Object now)
      throws SQLException {
    update(
        session,
        "INSERT INTO "
            + table
            + " (id, checksum, logs, started_at, finished_at, migration_name)"
            + " VALUES (?, ?, '', ?, ?, ?)",
        UUID.randomUUID().toString(),
        applied.checksum(),
        now,
        now,
        applied.migration());
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
    SessionWork.inTransaction(database, table, doing, work);
  }
}
