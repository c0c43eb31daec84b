package dev.schemend.exec.mysql;

import dev.schemend.exec.connect.Database;
import dev.schemend.exec.ledger.LedgerDialect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The history table on MySQL and MariaDB, whose times are UTC without saying so. */
public final class MySqlLedgerDialect implements LedgerDialect {

  @Override
  public List<String> create(Database database, String table) {
    return List.of(
        """
        CREATE TABLE %s (
            id                      VARCHAR(36) PRIMARY KEY NOT NULL,
            checksum                VARCHAR(64) NOT NULL,
            finished_at             DATETIME(3),
            migration_name          VARCHAR(255) NOT NULL,
            logs                    TEXT,
            rolled_back_at          DATETIME(3),
            started_at              DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
            applied_steps_count     INTEGER UNSIGNED NOT NULL DEFAULT 0
        ) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci\
        """
            .formatted(table));
  }

  @Override
  public String undefinedTable() {
    return "42S02";
  }

  /** A local time is sent as it is; anything with a zone the driver would move to the session's. */
  @Override
  public Object bind(Instant time) {
    return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
  }

  @Override
  public Optional<Instant> read(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, LocalDateTime.class))
        .map(time -> time.toInstant(ZoneOffset.UTC));
  }
}
