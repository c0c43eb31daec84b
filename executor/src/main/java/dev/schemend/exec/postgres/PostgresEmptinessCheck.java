package dev.schemend.exec.postgres;

import dev.schemend.exec.journal.Journal;
import dev.schemend.exec.ledger.EmptinessCheck;
import dev.schemend.exec.ledger.PrismaLedger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The tables of the current schema. Those of an extension are left out by their dependency on it,
 * where Prisma has a list of PostGIS's names.
 */
public final class PostgresEmptinessCheck implements EmptinessCheck {

  private static final String TABLES =
      """
      SELECT c.relname
      FROM pg_catalog.pg_class c
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = current_schema()
        AND c.relkind IN ('r', 'p')
        AND c.relname NOT IN (?, ?, ?)
        AND NOT EXISTS (
          SELECT 1 FROM pg_catalog.pg_depend d
          WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
      ORDER BY c.relname\
      """;

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
