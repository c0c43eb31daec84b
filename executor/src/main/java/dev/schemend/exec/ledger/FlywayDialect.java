package dev.schemend.exec.ledger;

import dev.schemend.exec.connect.Database;
import dev.schemend.exec.lock.LockKeeper;
import java.util.List;

/** PORT: what differs between servers in Flyway's history table. */
public interface FlywayDialect {

  /** The table's name, qualified and quoted as Flyway writes it. */
  String table(Database database);

  /** The statements that make the table, as Flyway makes it. */
  List<String> create(Database database);

  /** The user as Flyway records it: an expression. */
  String user();

  /** Flyway's lock for this table. */
  LockKeeper locks(Database database);
}
