package dev.schemend.exec.ledger;

import dev.schemend.exec.connect.Database;
import dev.schemend.exec.error.ExecException;
import dev.schemend.history.Migration;
import dev.schemend.history.MigrationHistory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Liquibase's {@code DATABASECHANGELOG}: a row holds a checksum over the changes as Liquibase
 * parses them, and the path as its search path has it, so that a change set can be recorded here,
 * and none run. Of a change set that failed there is no row.
 *
 * <p>Source: liquibase/liquibase, {@code StandardChangeLogHistoryService}, {@code ChangeSet}
 * (ExecType).
 */
public final class LiquibaseLedger implements Ledger {

  /** The table's name; servers that fold names have it in lower case. */
  public static final String TABLE = "DATABASECHANGELOG";

  private static final String BORDER = "::";

  private final Database database;
  private final LedgerDialect errors;
  private final MigrationHistory local;
  private final String table;

  /**
   * The history table of {@code database}.
   *
   * @param local the migrations, whose names are path, id and author
   */
  public LiquibaseLedger(
      Database database, OtherToolsDialect dialect, LedgerDialect errors, MigrationHistory local) {
    this.database = Objects.requireNonNull(database, "database");
    this.errors = Objects.requireNonNull(errors, "errors");
    this.local = Objects.requireNonNull(local, "local");
    this.table = dialect.table(database, dialect.folded(TABLE));
  }

  @Override
  public String table() {
    return TABLE;
  }

  /** Liquibase's checksums are over what it parses, and are not computed here. */
  @Override
  public boolean matches(LedgerRow row, Migration migration) {
    return true;
  }

  @Override
  public Optional<List<LedgerRow>> rows() {
    return ForeignRows.read(
        database,
        errors,
        TABLE,
        "SELECT ID, AUTHOR, FILENAME, DATEEXECUTED, EXECTYPE, MD5SUM, ORDEREXECUTED FROM "
            + table
            + " ORDER BY ORDEREXECUTED, DATEEXECUTED",
        this::entry);
  }

  /** A row for each change set that ran, was marked as run, or ran again. */
  private LedgerRow entry(ResultSet row) throws SQLException {
    Timestamp at = row.getTimestamp(4);
    Instant time = at == null ? Instant.EPOCH : at.toInstant();
    boolean failed = "FAILED".equals(row.getString(5));
    String checksum = row.getString(6);
    return new LedgerRow(
        String.valueOf(row.getInt(7)),
        checksum == null ? "" : checksum,
        name(row.getString(1), row.getString(2), row.getString(3)),
        Optional.empty(),
        time,
        failed ? Optional.empty() : Optional.of(time),
        Optional.empty(),
        failed ? 0 : 1);
  }

  /** The local change set whose path is the end of the recorded one, or the other way round. */
  private String name(String id, String author, String file) {
    String identity = BORDER + id + BORDER + author;
    String path = plain(file);
    List<String> named =
        local.names().stream()
            .filter(name -> name.endsWith(identity))
            .filter(
                name -> isEnd(path, plain(name.substring(0, name.length() - identity.length()))))
            .toList();
    return named.size() == 1 ? named.getFirst() : file + identity;
  }

  private static boolean isEnd(String one, String other) {
    return one.equals(other) || one.endsWith("/" + other) || other.endsWith("/" + one);
  }

  /** Paths count without their prefix, as Liquibase compares them. */
  private static String plain(String path) {
    String slashed = path.replace('\\', '/');
    String bare =
        slashed.startsWith("classpath:") ? slashed.substring("classpath:".length()) : slashed;
    return bare.startsWith("/") ? bare.substring(1) : bare;
  }

  /**
   * A change set may be recorded without its checksum, which Liquibase then computes and writes by
   * itself at its next update, as behind {@code clear-checksums}. How it spells the file is taken
   * from the rows of the same file.
   */
  @Override
  public void require(LedgerUse use) {
    switch (use) {
      case RECORD -> {}
      case APPLY, CLOSE -> throw readOnly();
    }
  }

  private static ExecException readOnly() {
    return new ExecException(
        new LedgerError.ReadOnly(
            TABLE,
            "Liquibase writes a checksum over the changes as it parses them (liquibase update,"
                + " liquibase changelog-sync)."));
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

  @Override
  public void fail(String id, String logs) {
    throw readOnly();
  }

  @Override
  public void resolve(Resolution resolution) {
    if (!resolution.rollBack().isEmpty() || resolution.insert().isEmpty()) {
      throw readOnly();
    }
    String name = resolution.insert().get().migration();
    Identity identity = identity(name);
    String file = spelling(identity).orElseThrow(() -> unknownFile(name));
    SessionWork.inTransaction(
        database,
        TABLE,
        "write",
        session -> {
          int order = next(session);
          try (PreparedStatement insert =
              session.prepareStatement(
                  "INSERT INTO "
                      + table
                      + " (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM)"
                      + " VALUES (?, ?, ?, CURRENT_TIMESTAMP, ?, 'EXECUTED', NULL)")) {
            insert.setString(1, identity.id());
            insert.setString(2, identity.author());
            insert.setString(3, file);
            insert.setInt(4, order);
            insert.executeUpdate();
          }
        });
  }

  private record Identity(String file, String id, String author) {}

  private static Identity identity(String name) {
    int author = name.lastIndexOf(BORDER);
    int id = name.lastIndexOf(BORDER, author - 1);
    return new Identity(
        name.substring(0, id),
        name.substring(id + BORDER.length(), author),
        name.substring(author + BORDER.length()));
  }

  /** The path of the rows that are of the same file, where they agree. */
  private Optional<String> spelling(Identity identity) {
    List<String> paths =
        ForeignRows.read(
                database,
                errors,
                TABLE,
                "SELECT DISTINCT FILENAME FROM " + table,
                row -> row.getString(1))
            .orElseGet(List::of)
            .stream()
            .filter(path -> isEnd(plain(path), plain(identity.file())))
            .toList();
    return paths.size() == 1 ? Optional.of(paths.getFirst()) : Optional.empty();
  }

  private ExecException unknownFile(String name) {
    return new ExecException(
        new LedgerError.ReadOnly(
            TABLE,
            "How Liquibase spells the file of "
                + name
                + " is not known, as no row of that file is there; liquibase changelog-sync"
                + " knows."));
  }

  private int next(Connection session) throws SQLException {
    try (Statement statement = session.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT coalesce(max(ORDEREXECUTED), 0) + 1 FROM " + table)) {
      row.next();
      return row.getInt(1);
    }
  }
}
