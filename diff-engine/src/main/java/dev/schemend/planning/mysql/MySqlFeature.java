package dev.schemend.planning.mysql;

import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.ServerVersion;
import java.util.Optional;

/** What a planner may use from some version on; a product that never has it has no version. */
enum MySqlFeature {
  /** {@code RENAME INDEX} (MySQL 5.7 manual, 13.1.8; MariaDB: ALTER TABLE, 10.5.2). */
  RENAME_INDEX(since(5, 7, 0), since(10, 5, 2)),
  /** {@code RENAME COLUMN} (MySQL 8.0 manual, 13.1.9; MariaDB: ALTER TABLE, 10.5.2). */
  RENAME_COLUMN(since(8, 0, 3), since(10, 5, 2)),
  /** {@code DROP CHECK} (MySQL 8.0.16); MariaDB says {@code DROP CONSTRAINT}. */
  DROP_CHECK(since(8, 0, 16), never()),
  /** {@code ALTER CHECK … [NOT] ENFORCED}. */
  ALTER_CHECK(since(8, 0, 16), never()),
  /** {@code ALTER INDEX … [IN]VISIBLE}; MariaDB: {@code [NOT] IGNORED}. */
  ALTER_INDEX(since(8, 0, 0), since(10, 6, 0)),
  /**
   * A stored generated column can be changed in place (MySQL manual, 15.1.9.2); MariaDB refuses
   * (ER_UNSUPPORTED_ACTION_ON_GENERATED_COLUMN).
   */
  MODIFY_STORED_COLUMN(since(5, 7, 6), never());

  private final Optional<ServerVersion> mysql;
  private final Optional<ServerVersion> mariaDb;

  MySqlFeature(Optional<ServerVersion> mysql, Optional<ServerVersion> mariaDb) {
    this.mysql = mysql;
    this.mariaDb = mariaDb;
  }

  private static Optional<ServerVersion> since(int major, int minor, int patch) {
    return Optional.of(ServerVersion.of(major, minor, patch));
  }

  private static Optional<ServerVersion> never() {
    return Optional.empty();
  }

  /** Whether that server has it. */
  boolean in(ServerProfile server) {
    Optional<ServerVersion> since = server.flavor() == Flavor.MARIADB ? mariaDb : mysql;
    return since.filter(first -> server.version().since(first)).isPresent();
  }
}
