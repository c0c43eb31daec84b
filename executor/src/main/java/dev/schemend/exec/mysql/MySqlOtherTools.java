package dev.schemend.exec.mysql;

import dev.schemend.exec.connect.Database;
import dev.schemend.exec.ledger.FlywayLedger;
import dev.schemend.exec.ledger.GolangLedger;
import dev.schemend.exec.ledger.OtherToolsDialect;
import dev.schemend.exec.ledger.RowTool;
import dev.schemend.exec.ledger.SqlxLock;
import dev.schemend.exec.ledger.ToolLock;
import dev.schemend.exec.lock.LockKeeper;
import java.util.List;
import java.util.Optional;

/** Other tools' history tables on MySQL and MariaDB (Flyway's {@code MySQLDatabase}). */
final class MySqlOtherTools implements OtherToolsDialect {

  @Override
  public String table(Database database, String name) {
    return table(database.identity().database(), name);
  }

  @Override
  public String table(String schema, String name) {
    return "`" + schema.replace("`", "``") + "`.`" + name + "`";
  }

  @Override
  public String folded(String name) {
    return name;
  }

  @Override
  public List<String> createFlyway(Database database) {
    String table = table(database, FlywayLedger.TABLE);
    return List.of(
        """
        CREATE TABLE %s (
            `installed_rank` INT NOT NULL,
            `version` VARCHAR(50),
            `description` VARCHAR(200) NOT NULL,
            `type` VARCHAR(20) NOT NULL,
            `script` VARCHAR(1000) NOT NULL,
            `checksum` INT,
            `installed_by` VARCHAR(100) NOT NULL,
            `installed_on` TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
            `execution_time` INT NOT NULL,
            `success` BOOL NOT NULL,
            CONSTRAINT `%s_pk` PRIMARY KEY (`installed_rank`)
        ) ENGINE=InnoDB\
        """
            .formatted(table, FlywayLedger.TABLE),
        "CREATE INDEX `" + FlywayLedger.TABLE + "_s_idx` ON " + table + " (`success`)");
  }

  @Override
  public String user() {
    return "SUBSTRING_INDEX(USER(), '@', 1)";
  }

  @Override
  public Optional<LockKeeper> locks(Database database, ToolLock tool) {
    String name = database.identity().database();
    return switch (tool) {
      case FLYWAY -> named("Flyway-" + table(database, FlywayLedger.TABLE).hashCode());
      case GOLANG_MIGRATE ->
          named(String.valueOf(GolangLedger.lockId(name + ":" + GolangLedger.TABLE)));
      case SQLX -> named(Long.toHexString(SqlxLock.number(name)));
      case ATLAS -> named(ToolLock.ATLAS_NAME);
      case SQITCH -> named("sqitch working on " + name);
      case GOOSE, NODE_PG_MIGRATE, TERN -> Optional.empty();
    };
  }

  private static Optional<LockKeeper> named(String name) {
    return Optional.of(MySqlLockKeeper.of(name));
  }

  @Override
  public String table(Database database, RowTool tool) {
    return table(database, tool.table());
  }

  @Override
  public List<String> create(Database database, RowTool tool) {
    String table = table(database, tool);
    return switch (tool) {
      case GOOSE ->
          List.of(
              "CREATE TABLE "
                  + table
                  + " (id bigint(20) unsigned NOT NULL AUTO_INCREMENT, version_id bigint NOT NULL,"
                  + " is_applied boolean NOT NULL, tstamp datetime NULL default CURRENT_TIMESTAMP,"
                  + " PRIMARY KEY(id))",
              "INSERT INTO " + table + " (version_id, is_applied) VALUES (0, true)");
      case DBMATE ->
          List.of("CREATE TABLE IF NOT EXISTS " + table + " (version varchar(128) primary key)");
      case SQLX ->
          List.of(
              "CREATE TABLE IF NOT EXISTS "
                  + table
                  + " (version BIGINT PRIMARY KEY, description TEXT NOT NULL,"
                  + " installed_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,"
                  + " success BOOLEAN NOT NULL, checksum BLOB NOT NULL,"
                  + " execution_time BIGINT NOT NULL)");
      case DIESEL ->
          List.of(
              "CREATE TABLE IF NOT EXISTS "
                  + table
                  + " (version VARCHAR(50) PRIMARY KEY NOT NULL,"
                  + " run_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP)");
      case DRIZZLE ->
          List.of(
              "CREATE TABLE IF NOT EXISTS "
                  + table
                  + " (id serial primary key, hash text not null, created_at bigint)");
      case DRIZZLE_1 ->
          List.of(
              "CREATE TABLE IF NOT EXISTS "
                  + table
                  + " (id SERIAL PRIMARY KEY, hash TEXT NOT NULL, created_at BIGINT, name TEXT,"
                  + " applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP)");
    };
  }
}
