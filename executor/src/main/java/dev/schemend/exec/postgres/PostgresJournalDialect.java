package dev.schemend.exec.postgres;

import dev.schemend.exec.connect.Database;
import dev.schemend.exec.journal.Journal;
import dev.schemend.exec.journal.JournalDialect;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** The journal's table in the schema where the history table is made. */
final class PostgresJournalDialect implements JournalDialect {

  @Override
  public String table(Database database) {
    String schema =
        database
            .identity()
            .schema()
            .or(() -> database.url().schemas().stream().findFirst())
            .orElse("public");
    return PostgresConnector.quoted(schema) + "." + PostgresConnector.quoted(Journal.TABLE);
  }

  @Override
  public String options() {
    return "";
  }

  @Override
  public boolean failureEndsTransaction() {
    return true;
  }

  @Override
  public boolean isInTransaction(Statement statement) {
    try {
      return statement.getConnection().unwrap(BaseConnection.class).getTransactionState()
          == TransactionState.OPEN;
    } catch (SQLException closed) {
      return false;
    }
  }
}
