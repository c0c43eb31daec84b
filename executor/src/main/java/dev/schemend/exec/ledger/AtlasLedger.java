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
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Atlas's {@code atlas_schema_revisions}, in the database's own schema or in one of that name. Rows
 * hold hashes over files and statements as Atlas cuts them, so that none is added here. An open one
 * is closed as {@code atlas migrate set} does it, and its count with it: {@code migrate apply}
 * would else go on in the file. One is taken back as {@code migrate set} to an older version does
 * it.
 *
 * <p>Source: ariga/atlas, {@code cmd/atlas/internal/migrate/ent/schema/revision.go}, {@code
 * sql/migrate/migrate.go}, {@code cmd/atlas/internal/cmdapi/migrate.go} (migrateSetRun).
 */
public final class AtlasLedger implements Ledger {

  /** The table's name, and that of the schema where it has one of its own. */
  public static final String TABLE = "atlas_schema_revisions";

  private static final int BASELINE = 1;
  private static final int RESOLVED = 4;
  private static final int EXECUTED_AND_RESOLVED = 6;

  private final Database database;
  private final LedgerDialect errors;
  private final MigrationHistory local;
  private final List<String> places;

  /**
   * The history table of {@code database}.
   *
   * @param local the migrations, by which versions are known as files
   */
  public AtlasLedger(
      Database database, OtherToolsDialect dialect, LedgerDialect errors, MigrationHistory local) {
    this.database = Objects.requireNonNull(database, "database");
    this.errors = Objects.requireNonNull(errors, "errors");
    this.local = Objects.requireNonNull(local, "local");
    this.places = List.of(dialect.table(database, TABLE), dialect.table(TABLE, TABLE));
  }

  @Override
  public String table() {
    return TABLE;
  }

  /** Atlas's own hashes are not computed here. */
  @Override
  public boolean matches(LedgerRow row, Migration migration) {
    return true;
  }

  private record Revision(
      String version, long type, boolean whole, Optional<String> error, Instant at) {
    /** Atlas goes on in a file as long as the two counts differ, whatever else the row says. */
    boolean done() {
      return whole && (error.isEmpty() || (type & RESOLVED) != 0);
    }
  }

  private record Found(String table, List<Revision> revisions) {}

  private Optional<Found> found() {
    for (String place : places) {
      Optional<List<Revision>> revisions =
          ForeignRows.read(
              database,
              errors,
              TABLE,
              "SELECT version, type, applied, total, error, executed_at FROM "
                  + place
                  + " ORDER BY version",
              AtlasLedger::revision);
      if (revisions.isPresent()) {
        return Optional.of(new Found(place, revisions.get()));
      }
    }
    return Optional.empty();
  }

  private static Revision revision(ResultSet row) throws SQLException {
    Timestamp at = row.getTimestamp(6);
    return new Revision(
        row.getString(1),
        row.getLong(2),
        row.getLong(3) == row.getLong(4),
        Optional.ofNullable(row.getString(5)).filter(error -> !error.isEmpty()),
        at == null ? Instant.EPOCH : at.toInstant());
  }

  @Override
  public Optional<List<LedgerRow>> rows() {
    return found()
        .map(
            found -> {
              List<LedgerRow> rows = new ArrayList<>();
              for (Revision revision : found.revisions()) {
                // Atlas keeps the version of its own binary in the same table.
                if (!revision.version().startsWith(".")) {
                  rows.addAll(meaning(revision));
                }
              }
              return rows;
            });
  }

  /** A baseline stands for all that is not younger; any other row for its own migration. */
  private List<LedgerRow> meaning(Revision revision) {
    List<String> names =
        local.migrations().stream()
            .filter(
                migration ->
                    revision.type() == BASELINE
                        ? version(migration).compareTo(revision.version()) <= 0
                        : version(migration).equals(revision.version()))
            .map(Migration::name)
            .toList();
    return (names.isEmpty() ? List.of(revision.version()) : names)
        .stream().map(name -> entry(revision, name)).toList();
  }

  private static LedgerRow entry(Revision revision, String name) {
    return new LedgerRow(
        revision.version(),
        "",
        name,
        revision.error(),
        revision.at(),
        revision.done() ? Optional.of(revision.at()) : Optional.empty(),
        Optional.empty(),
        revision.done() ? 1 : 0);
  }

  /** The part of the file's name before the first underscore. */
  private static String version(Migration migration) {
    String file = migration.path().substring(migration.path().lastIndexOf('/') + 1);
    String name = file.endsWith(".sql") ? file.substring(0, file.length() - 4) : file;
    int end = name.indexOf('_');
    return end < 0 ? name : name.substring(0, end);
  }

  @Override
  public void require(LedgerUse use) {
    switch (use) {
      case APPLY, RECORD -> throw readOnly();
      case CLOSE -> {}
    }
  }

  private static ExecException readOnly() {
    return new ExecException(
        new LedgerError.ReadOnly(
            TABLE,
            "Atlas writes hashes of its own into each row (atlas migrate apply, atlas migrate set);"
                + " rows that are there can be closed here."));
  }

  @Override
  public void create() {
    throw readOnly();
  }

  @Override
  public String start(Migration migration) {
    throw readOnly();
  }

  @Override
  public void succeed(String id) {
    throw readOnly();
  }

  /** What Atlas wrote of its own failure stays. */
  @Override
  public void fail(String id, String logs) {}

  @Override
  public void resolve(Resolution resolution) {
    if (resolution.insert().isPresent() && resolution.rollBack().isEmpty()) {
      throw readOnly();
    }
    String table = found().map(Found::table).orElseThrow(AtlasLedger::readOnly);
    boolean applied = resolution.insert().isPresent();
    SessionWork.inTransaction(
        database,
        TABLE,
        "write",
        session -> {
          for (String version : resolution.rollBack()) {
            close(
                session,
                applied
                    ? "UPDATE "
                        + table
                        + " SET type = "
                        + EXECUTED_AND_RESOLVED
                        + ", applied = total, error = '', error_stmt = ''"
                    : "DELETE FROM " + table,
                version);
          }
        });
  }

  private static void close(Connection session, String sql, String version) throws SQLException {
    try (PreparedStatement statement = session.prepareStatement(sql + " WHERE version = ?")) {
      statement.setString(1, version);
      if (statement.executeUpdate() != 1) {
        throw new SQLException("the row of the migration is gone", ServerError.GENERAL_ERROR);
      }
    }
  }
}
