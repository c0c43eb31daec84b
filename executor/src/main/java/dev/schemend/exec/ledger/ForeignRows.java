package dev.schemend.exec.ledger;

import dev.schemend.exec.connect.Database;
import dev.schemend.exec.error.ExecException;
import dev.schemend.exec.error.ServerError;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads another tool's table, which may not be there. */
@FunctionalInterface
interface ForeignRows<T> {

  T of(ResultSet row) throws SQLException;

  /** The rows of a query; empty where its table is missing, and only then. */
  static <T> Optional<List<T>> read(
      Database database, LedgerDialect errors, String table, String query, ForeignRows<T> rows) {
    try (Connection session = database.session();
        Statement statement = session.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      List<T> read = new ArrayList<>();
      while (row.next()) {
        read.add(rows.of(row));
      }
      return Optional.of(List.copyOf(read));
    } catch (SQLException failure) {
      ServerError said = database.serverError(failure);
      if (said.sqlState().equals(errors.undefinedTable())) {
        return Optional.empty();
      }
      throw new ExecException(new LedgerError.TableFailed("read", table, said), failure);
    }
  }
}
