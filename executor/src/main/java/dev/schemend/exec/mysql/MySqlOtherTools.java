package dev.schemend.exec.mysql;

import dev.schemend.exec.connect.Database;
import dev.schemend.exec.ledger.FlywayLedger;
import dev.schemend.exec.ledger.GolangLedger;
import dev.schemend.exec.ledger.OtherToolsDialect;
import dev.schemend.exec.lock.LockKeeper;
import java.util.List;

/** Other tools' history tables on MySQL and MariaDB (Flyway's {@code MySQLDatabase}). */
final class MySqlOtherTools implements OtherToolsDialect {

  @Override
  public String table(Database database, String name) {
    return "`" + database.identity().database().replace("`", "``") + "`.`" + name + "`";
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
  public LockKeeper flywayLocks(Database database) {
    return MySqlLockKeeper.of("Flyway-" + table(database, FlywayLedger.TABLE).hashCode());
  }

  @Override
  public LockKeeper golangLocks(Database database) {
    String names = database.identity().database() + ":" + GolangLedger.TABLE;
    return MySqlLockKeeper.of(String.valueOf(GolangLedger.lockId(names)));
  }
}
