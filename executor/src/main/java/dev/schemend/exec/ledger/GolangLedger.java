package dev.schemend.exec.ledger;

import dev.schemend.exec.connect.Database;
import dev.schemend.exec.error.ExecException;
import dev.schemend.exec.error.ServerError;
import dev.schemend.history.Migration;
import dev.schemend.history.MigrationHistory;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.CRC32;

/**
 * golang-migrate's {@code schema_migrations}: one row with the last version, {@code dirty} while it
 * runs and after it failed. All local migrations up to that version count as applied; there are no
 * checksums, no texts and no times.
 */
public final class GolangLedger implements Ledger {

  /** The table's name, unless golang-migrate is told otherwise. */
  public static final String TABLE = "schema_migrations";

  private static final long SALT = 1486364155L;
  private static final long WORD = 0xffffffffL;

  private final Database database;
  private final LedgerDialect errors;
  private final MigrationHistory local;
  private final String table;

  /** The history table of {@code database} beside these migrations. */
  public GolangLedger(
      Database database, OtherToolsDialect dialect, LedgerDialect errors, MigrationHistory local) {
    this.database = Objects.requireNonNull(database, "database");
    this.errors = Objects.requireNonNull(errors, "errors");
    this.local = Objects.requireNonNull(local, "local");
    this.table = dialect.table(database, TABLE);
  }

  /** The number of golang-migrate's lock ({@code GenerateAdvisoryLockId}). */
  public static long lockId(String names) {
    CRC32 crc = new CRC32();
    crc.update(names.getBytes(StandardCharsets.UTF_8));
    return crc.getValue() * SALT & WORD;
  }

  @Override
  public String table() {
    return TABLE;
  }

  @Override
  public boolean matches(LedgerRow row, Migration migration) {
    return true;
  }

  /** The number that the file's name begins with. */
  private static OptionalLong version(Migration migration) {
    String file = migration.path().substring(migration.path().lastIndexOf('/') + 1);
    int end = 0;
    while (end < file.length() && Character.isDigit(file.charAt(end))) {
      end++;
    }
    return end == 0 || end > 18
        ? OptionalLong.empty()
        : OptionalLong.of(Long.parseLong(file.substring(0, end)));
  }

  private record Numbered(long version, Migration migration) {}

  private List<Numbered> numbered() {
    List<Numbered> numbered = new ArrayList<>();
    for (Migration migration : local.migrations()) {
      version(migration).ifPresent(version -> numbered.add(new Numbered(version, migration)));
    }
    numbered.sort(Comparator.comparingLong(Numbered::version));
    return numbered;
  }

  @Override
  public Optional<List<LedgerRow>> rows() {
    try (Connection session = database.session();
        Statement statement = session.createStatement();
        ResultSet row = statement.executeQuery("SELECT version, dirty FROM " + table)) {
      if (!row.next()) {
        return Optional.of(List.of());
      }
      return Optional.of(meaning(row.getLong(1), row.getBoolean(2)));
    } catch (SQLException failure) {
      ServerError said = database.serverError(failure);
      if (said.sqlState().equals(errors.undefinedTable())) {
        return Optional.empty();
      }
      throw new ExecException(new LedgerError.TableFailed("read", TABLE, said), failure);
    }
  }

  private List<LedgerRow> meaning(long version, boolean dirty) {
    List<LedgerRow> rows = new ArrayList<>();
    for (Numbered one : numbered()) {
      if (one.version() <= version) {
        rows.add(row(one.version(), one.migration().name(), dirty && one.version() == version));
      }
    }
    boolean known = numbered().stream().anyMatch(one -> one.version() == version);
    if (!known) {
      rows.add(row(version, String.valueOf(version), dirty));
    }
    return List.copyOf(rows);
  }

  private static LedgerRow row(long version, String name, boolean failed) {
    return new LedgerRow(
        String.valueOf(version),
        "",
        name,
        Optional.empty(),
        Instant.EPOCH,
        failed ? Optional.empty() : Optional.of(Instant.EPOCH),
        Optional.empty(),
        failed ? 0 : 1);
  }

  @Override
  public void create() {
    write(
        "create",
        session ->
            execute(
                session,
                "CREATE TABLE "
                    + table
                    + " (version bigint NOT NULL PRIMARY KEY, dirty boolean NOT NULL)"));
  }

  @Override
  public String start(Migration migration) {
    long version =
        version(migration)
            .orElseThrow(
                () -> new IllegalArgumentException(migration.path() + " begins with no number"));
    write("write", session -> set(session, OptionalLong.of(version), true));
    return String.valueOf(version);
  }

  @Override
  public void succeed(String id) {
    write("write", session -> set(session, OptionalLong.of(Long.parseLong(id)), false));
  }

  /** There is no place for an error; the row stays dirty. */
  @Override
  public void fail(String id, String logs) {}

  @Override
  public void resolve(Resolution resolution) {
    write(
        "write",
        session -> {
          if (resolution.insert().isPresent()) {
            Migration applied = local.find(resolution.insert().get().migration()).orElseThrow();
            set(session, version(applied), false);
          } else if (!resolution.rollBack().isEmpty()) {
            long first =
                resolution.rollBack().stream().mapToLong(Long::parseLong).min().orElseThrow();
            set(session, before(first), false);
          }
        });
  }

  private OptionalLong before(long version) {
    return numbered().stream().mapToLong(Numbered::version).filter(other -> other < version).max();
  }

  private void set(Connection session, OptionalLong version, boolean dirty) throws SQLException {
    execute(session, "DELETE FROM " + table);
    if (version.isPresent()) {
      execute(
          session,
          "INSERT INTO "
              + table
              + " (version, dirty) VALUES ("
              + version.getAsLong()
              + ", "
              + dirty
              + ")");
    }
  }

  private static void execute(Connection session, String sql) throws SQLException {
    try (Statement statement = session.createStatement()) {
      statement.execute(sql);
    }
  }

  private void write(String doing, SessionWork work) {
    SessionWork.inTransaction(database, TABLE, doing, work);
  }
}
