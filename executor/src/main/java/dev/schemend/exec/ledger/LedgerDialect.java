package dev.schemend.exec.ledger;

import dev.schemend.exec.connect.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** PORT: what differs between servers in the history table. */
public interface LedgerDialect {

  /**
   * The statements that create a table of Prisma's shape, and the schema it goes into where there
   * is none.
   *
   * @param table its name, a plain word
   */
  List<String> create(Database database, String table);

  /** The SQLSTATE by which the server says that there is no such table. */
  String undefinedTable();

  /** What the driver is given for a time. */
  Object bind(Instant time);

  /** The time in a column of the present row, where it has one. */
  Optional<Instant> read(ResultSet row, int column) throws SQLException;
}
