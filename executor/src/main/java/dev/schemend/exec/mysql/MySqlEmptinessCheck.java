package dev.schemend.exec.mysql;

import dev.schemend.exec.journal.Journal;
import dev.schemend.exec.ledger.EmptinessCheck;
import dev.schemend.exec.ledger.PrismaLedger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The base tables of the current database. */
public final class MySqlEmptinessCheck implements EmptinessCheck {

  private static final String TABLES =
      "SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()"
          + " AND TABLE_TYPE = 'BASE TABLE' AND TABLE_NAME NOT IN (?, ?, ?) ORDER BY TABLE_NAME";

  @Override
  public List<String> tables(Connection session) throws SQLException {
    try (PreparedStatement statement = session.prepareStatement(TABLES)) {
      statement.setString(1, PrismaLedger.TABLE);
      statement.setString(2, Journal.TABLE);
      statement.setString(3, PrismaLedger.OWN_TABLE);
      try (ResultSet row = statement.executeQuery()) {
        List<String> tables = new ArrayList<>();
        while (row.next()) {
          tables.add(row.getString(1));
        }
        return List.copyOf(tables);
      }
    }
  }
}
