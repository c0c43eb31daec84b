package dev.schemend.exec.postgres;

import dev.schemend.exec.connect.Database;
import dev.schemend.exec.ledger.FlywayLedger;
import dev.schemend.exec.ledger.GolangLedger;
import dev.schemend.exec.ledger.OtherToolsDialect;
import dev.schemend.exec.lock.LockKeeper;
import java.util.List;

/** Other tools' history tables on PostgreSQL (Flyway's {@code PostgreSQLDatabase}). */
final class PostgresOtherTools implements OtherToolsDialect {

  /** "Flyway" in six bytes, to which the hash of the table's name is added. */
  private static final long MAGIC =
      (0x46L << 40) + (0x6CL << 32) + (0x79L << 24) + (0x77L << 16) + (0x61L << 8) + 0x79L;

  private static String schema(Database database) {
    return database
        .identity()
        .schema()
        .or(() -> database.url().schemas().stream().findFirst())
        .orElse("public");
  }

  @Override
  public String table(Database database, String name) {
    return PostgresConnector.quoted(schema(database)) + "." + PostgresConnector.quoted(name);
  }

  @Override
  public List<String> createFlyway(Database database) {
    String table = table(database, FlywayLedger.TABLE);
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
  public LockKeeper flywayLocks(Database database) {
    return PostgresLockKeeper.of(MAGIC + table(database, FlywayLedger.TABLE).hashCode());
  }

  @Override
  public LockKeeper golangLocks(Database database) {
    return PostgresLockKeeper.of(
        GolangLedger.lockId(
            String.join(
                "\0", schema(database), GolangLedger.TABLE, database.identity().database())));
  }
}
