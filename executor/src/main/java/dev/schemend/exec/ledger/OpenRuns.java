package dev.schemend.exec.ledger;

import dev.schemend.exec.connect.Database;
import dev.schemend.exec.error.ExecException;
import dev.schemend.history.Migration;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Migrations that were begun and are not done, beside a history table that has no place for them.
 * They stand in this tool's own table, which is there only as long as there is one.
 */
final class OpenRuns {

  private final Database database;
  private final PrismaLedger own;

  OpenRuns(Database database, LedgerDialect dialect) {
    this.database = database;
    this.own = PrismaLedger.own(database, dialect, Clock.systemUTC());
  }

  List<LedgerRow> rows() {
    return own.rows().orElseGet(List::of).stream()
        .filter(row -> row.state() == RowState.FAILED)
        .toList();
  }

  Optional<LedgerRow> find(String id) {
    return rows().stream().filter(row -> row.id().equals(id)).findFirst();
  }

  String start(Migration migration) {
    if (own.rows().isEmpty()) {
      own.create();
    }
    return own.start(migration);
  }

  void fail(String id, String logs) {
    own.fail(id, logs);
  }

  /** Forgets a run, in the transaction in which the history learns of its end. */
  static void close(Connection session, String id) throws SQLException {
    try (PreparedStatement delete =
        session.prepareStatement("DELETE FROM " + PrismaLedger.OWN_TABLE + " WHERE id = ?")) {
      delete.setString(1, id);
      delete.executeUpdate();
    }
  }

  /** Takes the table away behind the last of them; an empty one that stays does no harm. */
  void tidy() {
    try {
      SessionWork.inTransaction(database, PrismaLedger.OWN_TABLE, "drop", OpenRuns::dropIfEmpty);
    } catch (ExecException stays) {
      // The history is closed already, and that counts.
      return;
    }
  }

  private static void dropIfEmpty(Connection session) throws SQLException {
    try (Statement statement = session.createStatement()) {
      boolean empty;
      try (ResultSet row =
          statement.executeQuery("SELECT 1 FROM " + PrismaLedger.OWN_TABLE + " LIMIT 1")) {
        empty = !row.next();
      }
      if (empty) {
        statement.execute("DROP TABLE " + PrismaLedger.OWN_TABLE);
      }
    }
  }
}
