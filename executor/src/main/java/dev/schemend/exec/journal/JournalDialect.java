package dev.schemend.exec.journal;

import dev.schemend.exec.connect.Database;
import java.sql.Statement;

/** PORT: what differs between servers in the journal's table. */
public interface JournalDialect {

  /** The table's name, qualified and quoted, so that no setting of a script can lead elsewhere. */
  String table(Database database);

  /** What stands behind the columns in {@code CREATE TABLE}. */
  String options();

  /** Whether a failed statement takes its transaction with it, so that it needs a savepoint. */
  boolean failureEndsTransaction();

  /** Whether a transaction is open in the session of {@code statement}. */
  boolean isInTransaction(Statement statement);
}
