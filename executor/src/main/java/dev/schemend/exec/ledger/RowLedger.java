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
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The history table of a tool that keeps a row for each applied migration. Where the tool has no
 * mark for one that was begun, that stands in a table of this tool's until it is done or repaired.
 */
public final class RowLedger implements Ledger {

  private final Database database;
  private final RowTool tool;
  private final OtherToolsDialect dialect;
  private final LedgerDialect errors;
  private final MigrationHistory local;
  private final OpenRuns open;
  private final String table;

  /**
   * The history table of {@code database}.
   *
   * @param local the migrations, by which keys are known as files
   */
  public RowLedger(
      Database database,
      RowTool tool,
      OtherToolsDialect dialect,
      LedgerDialect errors,
      MigrationHistory local) {
    this.database = Objects.requireNonNull(database, "database");
    this.tool = Objects.requireNonNull(tool, "tool");
    this.dialect = Objects.requireNonNull(dialect, "dialect");
    this.errors = Objects.requireNonNull(errors, "errors");
    this.local = Objects.requireNonNull(local, "local");
    this.open = new OpenRuns(database, errors);
    this.table = dialect.table(database, tool);
  }

  @Override
  public String table() {
    return tool.table();
  }

  @Override
  public boolean matches(LedgerRow row, Migration migration) {
    // What was begun stands in this tool's own table, with its own checksum.
    return row.checksum().isEmpty()
        || row.checksum().equals(tool.checksum(migration))
        || migration.matches(row.checksum());
  }

  @Override
  public void require(LedgerUse use) {
    local.migrations().forEach(this::key);
  }

  private record Row(String key, boolean applied, Instant at, String checksum) {}

  @Override
  public Optional<List<LedgerRow>> rows() {
    Optional<List<Row>> recorded = recorded();
    List<LedgerRow> begun = tool.marksFailure() ? List.of() : open.rows();
    if (recorded.isEmpty() && begun.isEmpty()) {
      return Optional.empty();
    }
    List<LedgerRow> rows = new ArrayList<>(meaning(recorded.orElseGet(List::of)));
    rows.addAll(begun);
    return Optional.of(List.copyOf(rows));
  }

  private Optional<List<Row>> recorded() {
    return ForeignRows.read(database, errors, table(), tool.rows(table), RowLedger::row)
        .map(
            rows -> {
              // The last row of a key counts, and stands where it stood first.
              Map<String, Row> last = new LinkedHashMap<>();
              rows.forEach(row -> last.put(row.key(), row));
              return List.copyOf(last.values());
            });
  }

  private static Row row(ResultSet row) throws SQLException {
    Timestamp at = row.getTimestamp(3);
    return new Row(
        row.getString(1),
        row.getBoolean(2),
        at == null ? Instant.EPOCH : at.toInstant(),
        checksum(row.getObject(4)));
  }

  private static String checksum(Object stored) {
    return stored == null
        ? ""
        : stored instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : stored.toString();
  }

  private List<LedgerRow> meaning(List<Row> recorded) {
    Map<String, String> names = new LinkedHashMap<>();
    for (Migration migration : local.migrations()) {
      tool.key(migration).ifPresent(key -> names.put(key.toString(), migration.name()));
    }
    List<LedgerRow> rows = new ArrayList<>();
    if (tool.speaksForOlder() && !recorded.isEmpty()) {
      rows.addAll(spokenFor(recorded, names));
    }
    for (Row row : recorded) {
      if (row.applied() || tool.marksFailure()) {
        rows.add(entry(row, names.getOrDefault(row.key(), row.key())));
      }
    }
    return rows;
  }

  /** Migrations without a row that the tool passes over, since a younger one has one. */
  private List<LedgerRow> spokenFor(List<Row> recorded, Map<String, String> names) {
    long youngest = Long.parseLong(recorded.getLast().key());
    List<String> own = recorded.stream().map(Row::key).toList();
    return names.entrySet().stream()
        .filter(name -> Long.parseLong(name.getKey()) <= youngest && !own.contains(name.getKey()))
        .map(name -> entry(new Row(name.getKey(), true, Instant.EPOCH, ""), name.getValue()))
        .toList();
  }

  private static LedgerRow entry(Row row, String name) {
    return new LedgerRow(
        row.key(),
        row.checksum(),
        name,
        Optional.empty(),
        row.at(),
        row.applied() ? Optional.of(row.at()) : Optional.empty(),
        Optional.empty(),
        row.applied() ? 1 : 0);
  }

  @Override
  public void create() {
    write(
        "create",
        session -> {
          try (Statement statement = session.createStatement()) {
            for (String sql : dialect.create(database, tool)) {
              statement.execute(sql);
            }
          }
        });
  }

  private Object key(Migration migration) {
    return tool.key(migration)
        .orElseThrow(
            () ->
                new ExecException(
                    new LedgerError.ReadOnly(
                        table(),
                        migration.path() + " says nothing by which the tool would know it.")));
  }

  private Migration named(String name) {
    return local
        .find(name)
        .orElseThrow(() -> new ExecException(new LedgerError.NotFound(name, List.of())));
  }

  @Override
  public String start(Migration migration) {
    Object key = key(migration);
    if (!tool.marksFailure()) {
      return open.start(migration);
    }
    write(
        "write",
        session -> {
          insert(session, migration);
          mark(session, key, false);
        });
    return key.toString();
  }

  @Override
  public void succeed(String id) {
    if (tool.marksFailure()) {
      write("write", session -> mark(session, Long.valueOf(id), true));
      return;
    }
    Migration done = named(open.find(id).orElseThrow().migration());
    write(
        "write",
        session -> {
          insert(session, done);
          OpenRuns.close(session, id);
        });
    open.tidy();
  }

  @Override
  public void fail(String id, String logs) {
    if (!tool.marksFailure()) {
      open.fail(id, logs);
    }
  }

  @Override
  public void resolve(Resolution resolution) {
    List<LedgerRow> begun = tool.marksFailure() ? List.of() : open.rows();
    List<String> ids = begun.stream().map(LedgerRow::id).toList();
    Optional<Migration> applied = resolution.insert().map(insert -> named(insert.migration()));
    applied.ifPresent(this::requireInOrder);
    write(
        "write",
        session -> {
          for (String id : resolution.rollBack()) {
            if (ids.contains(id)) {
              OpenRuns.close(session, id);
            } else {
              delete(session, id);
            }
          }
          if (applied.isPresent()) {
            insert(session, applied.get());
          }
        });
    if (resolution.rollBack().stream().anyMatch(ids::contains)) {
      open.tidy();
    }
  }

  /** A row that speaks for older migrations must not speak for one that is not applied. */
  private void requireInOrder(Migration applied) {
    if (!tool.speaksForOlder()) {
      return;
    }
    List<String> done = rows().orElseGet(List::of).stream().map(LedgerRow::migration).toList();
    long own = (Long) key(applied);
    for (Migration other : local.migrations()) {
      if ((Long) key(other) < own && !done.contains(other.name())) {
        throw new ExecException(
            new LedgerError.ReadOnly(
                table(),
                applied.name()
                    + " cannot be recorded before "
                    + other.name()
                    + ": the tool would then pass that one over."));
      }
    }
  }

  private void insert(Connection session, Migration migration) throws SQLException {
    List<Object> values = new ArrayList<>();
    values.add(key(migration));
    values.addAll(tool.values(migration));
    execute(session, tool.insert(table), values);
  }

  private void delete(Connection session, String id) throws SQLException {
    Object key =
        local.migrations().stream()
            .flatMap(migration -> tool.key(migration).stream())
            .filter(known -> known.toString().equals(id))
            .findFirst()
            .orElseThrow(
                () -> new SQLException("no local migration is " + id, ServerError.GENERAL_ERROR));
    execute(session, tool.delete(table), List.of(key));
  }

  private void mark(Connection session, Object key, boolean success) throws SQLException {
    execute(
        session,
        "UPDATE " + table + " SET success = " + success + " WHERE version = ?",
        List.of(key));
  }

  private static void execute(Connection session, String sql, List<Object> values)
      throws SQLException {
    try (PreparedStatement statement = session.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
      if (statement.executeUpdate() < 1) {
        throw new SQLException("the row of the migration is gone", ServerError.GENERAL_ERROR);
      }
    }
  }

  private void write(String doing, SessionWork work) {
    SessionWork.inTransaction(database, table(), doing, work);
  }
}
