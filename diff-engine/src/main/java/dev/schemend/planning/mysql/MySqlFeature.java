package dev.schemend.planning.mysql;

import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.ServerVersion;
import java.util.Optional;

/** What a planner may use from some version on; a product that never has it has no version. */
record MySqlFeature(Optional<ServerVersion> mysql, Optional<ServerVersion> mariaDb) {
  /** {@code RENAME INDEX} (MySQL 5.7 manual, 13.1.8; MariaDB: ALTER TABLE, 10.5.2). */
  static final MySqlFeature RENAME_INDEX = new MySqlFeature(since(5, 7, 0), since(10, 5, 2));

  /** {@code RENAME COLUMN} (MySQL 8.0 manual, 13.1.9; MariaDB: ALTER TABLE, 10.5.2). */
  static final MySqlFeature RENAME_COLUMN = new MySqlFeature(since(8, 0, 3), since(10, 5, 2));

  /** {@code DROP CHECK} (MySQL 8.0.16); MariaDB says {@code DROP CONSTRAINT}. */
  static final MySqlFeature DROP_CHECK = new MySqlFeature(since(8, 0, 16), never());

  /** {@code ALTER CHECK … [NOT] ENFORCED}. */
  static final MySqlFeature ALTER_CHECK = new MySqlFeature(since(8, 0, 16), never());

  /** {@code ALTER INDEX … [IN]VISIBLE}; MariaDB: {@code [NOT] IGNORED}. */
  static final MySqlFeature ALTER_INDEX = new MySqlFeature(since(8, 0, 0), since(10, 6, 0));

  /**
   * A stored generated column can be changed in place (MySQL manual, 15.1.9.2); MariaDB refuses
   * (ER_UNSUPPORTED_ACTION_ON_GENERATED_COLUMN).
   */
  static final MySqlFeature MODIFY_STORED_COLUMN = new MySqlFeature(since(5, 7, 6), never());

  /** {@code CREATE OR REPLACE} of routines, triggers and events (MariaDB: CREATE TRIGGER). */
  static final MySqlFeature OR_REPLACE = new MySqlFeature(never(), since(10, 1, 4));

  /** {@code ALTER PROCEDURE … COMMENT ''} takes a comment away; MySQL 8.0.33 leaves it. */
  static final MySqlFeature EMPTY_ROUTINE_COMMENT = new MySqlFeature(never(), since(10, 0, 0));

  /** A new schedule without an end has none; MariaDB 11.4 leaves the old one's. */
  static final MySqlFeature ENDLESS_SCHEDULE = new MySqlFeature(since(5, 7, 0), never());

  /** Columns are added without a write to rows, wherever they stand (8.0.29; MariaDB 10.4). */
  static final MySqlFeature INSTANT_ADD_COLUMN = new MySqlFeature(since(8, 0, 29), since(10, 4, 0));

  /** Columns are dropped without a write to rows. */
  static final MySqlFeature INSTANT_DROP_COLUMN =
      new MySqlFeature(since(8, 0, 29), since(10, 4, 0));

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
