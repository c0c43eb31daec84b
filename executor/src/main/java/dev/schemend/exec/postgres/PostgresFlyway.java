package dev.schemend.exec.postgres;

import dev.schemend.exec.connect.Database;
import dev.schemend.exec.ledger.FlywayDialect;
import dev.schemend.exec.ledger.FlywayLedger;
import dev.schemend.exec.lock.LockKeeper;
import java.util.List;

/** Flyway's history table on PostgreSQL ({@code PostgreSQLDatabase}). */
final class PostgresFlyway implements FlywayDialect {

  /** "Flyway" in six bytes, to which the hash of the table's name is added. */
  private static final long MAGIC =
      (0x46L << 40) + (0x6CL << 32) + (0x79L << 24) + (0x77L << 16) + (0x61L << 8) + 0x79L;

  @Override
  public String table(Database database) {
    String schema =
        database
            .identity()
            .schema()
            .or(() -> database.url().schemas().stream().findFirst())
            .orElse("public");
    return PostgresConnector.quoted(schema) + "." + PostgresConnector.quoted(FlywayLedger.TABLE);
  }

  @Override
  public List<String> create(Database database) {
    String table = table(database);
    String key = PostgresConnector.quoted(FlywayLedger.TABLE + "_pk");
    String index = PostgresConnector.quoted(FlywayLedger.TABLE + "_s_idx");
    return List.of(
        """
        CREATE TABLE %s (
            "installed_rank" INT NOT NULL,
            "version" VARCHAR(50),
            "description" VARCHAR(200) NOT NULL,
            "type" VARCHAR(20) NOT NULL,
            "script" VARCHAR(1000) NOT NULL,
            "checksum" INTEGER,
            "installed_by" VARCHAR(100) NOT NULL,
            "installed_on" TIMESTAMP NOT NULL DEFAULT now(),
            "execution_time" INTEGER NOT NULL,
            "success" BOOLEAN NOT NULL
        )\
        """
            .formatted(table),
        "ALTER TABLE " + table + " ADD CONSTRAINT " + key + " PRIMARY KEY (\"installed_rank\")",
        "CREATE INDEX " + index + " ON " + table + " (\"success\")");
  }

  @Override
  public String user() {
    return "current_user";
  }

  @Override
  public LockKeeper locks(Database database) {
    return PostgresLockKeeper.of(MAGIC + table(database).hashCode());
  }
}
