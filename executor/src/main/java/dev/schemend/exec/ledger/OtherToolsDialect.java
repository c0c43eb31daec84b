package dev.schemend.exec.ledger;

import dev.schemend.exec.connect.Database;
import dev.schemend.exec.lock.LockKeeper;
import java.util.List;
import java.util.Optional;

/** PORT: what differs between servers in the history tables of tools other than Prisma. */
public interface OtherToolsDialect {

  /** A table's name, qualified and quoted: on PostgreSQL in the schema of the session. */
  String table(Database database, String name);

  /** A table's name in a schema or database of that name. */
  String table(String schema, String name);

  /** How the server keeps a table's name that is written without quotes. */
  String folded(String name);

  /** The statements that make Flyway's table, as Flyway makes it. */
  List<String> createFlyway(Database database);

  /** The user as Flyway records it: an expression. */
  String user();

  /** The tool's lock; empty where it has none on this server. */
  Optional<LockKeeper> locks(Database database, ToolLock tool);

  /** The table of a tool that keeps a row for each migration, qualified and quoted. */
  String table(Database database, RowTool tool);

  /** The statements that make such a table, as the tool makes it. */
  List<String> create(Database database, RowTool tool);
}
