package dev.schemend.exec.mysql;

import dev.schemend.exec.connect.Database;
import dev.schemend.exec.journal.Journal;
import dev.schemend.exec.journal.JournalDialect;
import java.sql.Statement;

/** The journal's table in the database of the URL, in an engine that has transactions. */
final class MySqlJournalDialect implements JournalDialect {

  @Override
  public String table(Database database) {
    return "`" + database.identity().database().replace("`", "``") + "`.`" + Journal.TABLE + "`";
  }

  @Override
  public String options() {
    return " ENGINE=InnoDB";
  }

  @Override
  public boolean failureEndsTransaction() {
    return false;
  }

  /** Not asked: a failed statement leaves a transaction as it was. */
  @Override
  public boolean isInTransaction(Statement statement) {
    return false;
  }
}
