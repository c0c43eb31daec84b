package dev.schemend.exec.ledger;

import dev.schemend.exec.connect.Database;
import dev.schemend.exec.error.ExecException;
import dev.schemend.exec.error.ServerError;
import dev.schemend.history.Migration;
import dev.schemend.history.MigrationHistory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Flyway's {@code flyway_schema_history}. Flyway records a migration when it has ended; here its
 * row stands there from the start, with {@code success} false, which is what Flyway itself writes
 * of one that failed: so a run that breaks off is known to both tools. A failed row is taken away
 * by {@code flyway repair}, and by a resolution here.
 */
public final class FlywayLedger implements Ledger {

  /** The table's name, unless Flyway is told otherwise. */
  public static final String TABLE = "flyway_schema_history";

  private static final String BASELINE = "baseline";

  private final Database database;
  private final OtherToolsDialect dialect;
  private final LedgerDialect times;
  private final MigrationHistory local;
  private final String table;

  /**
   * The history table of {@code database}.
   *
   * @param times tells of a missing table, and reads times
   * @param local the migrations, by which versions are known as files
   */
  public FlywayLedger(
      Database database, OtherToolsDialect dialect, LedgerDialect times, MigrationHistory local) {
    this.database = Objects.requireNonNull(database, "database");
    this.dialect = Objects.requireNonNull(dialect, "dialect");
    this.times = Objects.requireNonNull(times, "times");
    this.local = Objects.requireNonNull(local, "local");
    this.table = dialect.table(database, TABLE);
  }

  @Override
  public String table() {
    return TABLE;
  }

  @Override
  public boolean matches(LedgerRow row, Migration migration) {
    return row.checksum().isEmpty()
        || row.checksum().equals(String.valueOf(FlywayNames.checksum(migration)));
  }

  private record Row(
      int rank,
      Optional<String> version,
      String type,
      String script,
      Optional<Integer> checksum,
      Instant on,
      boolean success) {}

  @Override
  public Optional<List<LedgerRow>> rows() {
    try (Connection session = database.session();
        Statement statement = session.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT installed_rank, version, type, script, checksum, installed_on, success"
                    + " FROM "
                    + table
                    + " ORDER BY installed_rank")) {
      List<Row> rows = new ArrayList<>();
      while (row.next()) {
        int checksum = row.getInt(5);
        Optional<Integer> known = row.wasNull() ? Optional.empty() : Optional.of(checksum);
        rows.add(
            new Row(
                row.getInt(1),
                Optional.ofNullable(row.getString(2)),
                row.getString(3),
                row.getString(4),
                known,
                row.getTimestamp(6).toInstant(),
                row.getBoolean(7)));
      }
      return Optional.of(meaning(rows));
    } catch (SQLException failure) {
      ServerError said = database.serverError(failure);
      if (said.sqlState().equals(times.undefinedTable())) {
        return Optional.empty();
      }
      throw new ExecException(new LedgerError.TableFailed("read", TABLE, said), failure);
    }
  }

  /** Rows of migrations; those of schemas, baselines, undos and deletions say things about them. */
  private List<LedgerRow> meaning(List<Row> rows) {
    List<LedgerRow> meaning = new ArrayList<>();
    for (Row row : rows) {
      switch (row.type()) {
        case "SCHEMA" -> {}
        case "BASELINE" -> meaning.addAll(baselined(row));
        case "DELETE" -> retire(meaning, row);
        default -> {
          if (row.type().startsWith("UNDO")) {
            retire(meaning, row);
          } else {
            if (row.version().isEmpty()) {
              retire(meaning, row);
            }
            meaning.add(entry(row, name(row)));
          }
        }
      }
    }
    return List.copyOf(meaning);
  }

  private static LedgerRow entry(Row row, String name) {
    return new LedgerRow(
        String.valueOf(row.rank()),
        row.checksum().map(String::valueOf).orElse(""),
        name,
        Optional.empty(),
        row.on(),
        row.success() ? Optional.of(row.on()) : Optional.empty(),
        Optional.empty(),
        row.success() ? 1 : 0);
  }

  /** The local migrations that a baseline stands for. */
  private List<LedgerRow> baselined(Row row) {
    String bound = row.version().orElse("0");
    return local.migrations().stream()
        .filter(
            migration ->
                FlywayNames.version(migration)
                    .filter(version -> FlywayNames.upTo(version, bound))
                    .isPresent())
        .map(
            migration ->
                new LedgerRow(
                    BASELINE + row.rank(),
                    "",
                    migration.name(),
                    Optional.empty(),
                    row.on(),
                    Optional.of(row.on()),
                    Optional.empty(),
                    0))
        .toList();
  }

  /** Earlier rows of the same migration no longer count. */
  private void retire(List<LedgerRow> rows, Row by) {
    String name = name(by);
    rows.replaceAll(
        row ->
            row.migration().equals(name)
                ? new LedgerRow(
                    row.id(),
                    row.checksum(),
                    row.migration(),
                    row.logs(),
                    row.startedAt(),
                    Optional.empty(),
                    Optional.of(by.on()),
                    row.appliedSteps())
                : row);
  }

  /** The local migration of that script or, moved or renamed, of that version. */
  private String name(Row row) {
    Map<String, String> byVersion = new HashMap<>();
    for (Migration migration : local.migrations()) {
      if (migration.path().equals(row.script())) {
        return migration.name();
      }
      FlywayNames.version(migration)
          .ifPresent(version -> byVersion.put(FlywayNames.canonical(version), migration.name()));
    }
    return row.version().map(FlywayNames::canonical).map(byVersion::get).orElse(row.script());
  }

  @Override
  public void create() {
    write(
        "create",
        session -> {
          try (Statement statement = session.createStatement()) {
            for (String sql : dialect.createFlyway(database)) {
              statement.execute(sql);
            }
          }
        });
  }

  @Override
  public String start(Migration migration) {
    String[] rank = new String[1];
    write("write", session -> rank[0] = insert(session, migration, false));
    return rank[0];
  }

  private String insert(Connection session, Migration migration, boolean success)
      throws SQLException {
    int rank;
    try (Statement statement = session.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT coalesce(max(installed_rank), 0) + 1 FROM " + table)) {
      row.next();
      rank = row.getInt(1);
    }
    try (PreparedStatement statement =
        session.prepareStatement(
            "INSERT INTO "
                + table
                + " (installed_rank, version, description, type, script, checksum, installed_by,"
                + " execution_time, success) VALUES (?, ?, ?, 'SQL', ?, ?, "
                + dialect.user()
                + ", 0, ?)")) {
      statement.setInt(1, rank);
      statement.setString(2, FlywayNames.version(migration).orElse(null));
      statement.setString(3, FlywayNames.description(migration));
      statement.setString(4, migration.path());
      statement.setInt(5, FlywayNames.checksum(migration));
      statement.setBoolean(6, success);
      statement.executeUpdate();
    }
    return String.valueOf(rank);
  }

  @Override
  public void succeed(String id) {
    write(
        "write",
        session ->
            update(
                session, "UPDATE " + table + " SET success = true WHERE installed_rank = ?", id));
  }

  /** Flyway has no place for an error; the row stays as it began. */
  @Override
  public void fail(String id, String logs) {}

  @Override
  public void resolve(Resolution resolution) {
    write(
        "write",
        session -> {
          for (String id : resolution.rollBack()) {
            update(session, "DELETE FROM " + table + " WHERE installed_rank = ?", id);
          }
          if (resolution.insert().isPresent()) {
            String name = resolution.insert().get().migration();
            insert(session, local.find(name).orElseThrow(), true);
          }
        });
  }

  private static void update(Connection session, String sql, String rank) throws SQLException {
    if (rank.startsWith(BASELINE)) {
      throw new SQLException(
          "the migration is part of a baseline, which stays as it is", ServerError.GENERAL_ERROR);
    }
    try (PreparedStatement statement = session.prepareStatement(sql)) {
      statement.setInt(1, Integer.parseInt(rank));
      if (statement.executeUpdate() != 1) {
        throw new SQLException("the row of the migration is gone", ServerError.GENERAL_ERROR);
      }
    }
  }

  private void write(String doing, SessionWork work) {
    SessionWork.inTransaction(database, TABLE, doing, work);
  }
}
