package dev.schemend.planning.postgres;

import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.ServerVersion;

/** What a planner may use from some version on. */
record PostgresFeature(ServerVersion since) {
  /** {@code ALTER TYPE … ADD VALUE} inside a transaction (release notes 12, E.1.3.3). */
  static final PostgresFeature ADD_ENUM_VALUE_IN_TRANSACTION =
      new PostgresFeature(ServerVersion.of(12, 0, 0));

  /** {@code ALTER COLUMN … DROP EXPRESSION} (release notes 13). */
  static final PostgresFeature DROP_EXPRESSION = new PostgresFeature(ServerVersion.of(13, 0, 0));

  /** {@code SET STORAGE DEFAULT} (release notes 16). */
  static final PostgresFeature STORAGE_DEFAULT = new PostgresFeature(ServerVersion.of(16, 0, 0));

  /** {@code SET ACCESS METHOD} (release notes 15). */
  static final PostgresFeature SET_ACCESS_METHOD = new PostgresFeature(ServerVersion.of(15, 0, 0));

  /** A trigger's new name goes down to those of partitions (release notes 15). */
  static final PostgresFeature RENAMES_CLONED_TRIGGERS =
      new PostgresFeature(ServerVersion.of(15, 0, 0));

  /** Partitions share the identities of their parent (release notes 17). */
  static final PostgresFeature IDENTITY_OF_PARTITIONS =
      new PostgresFeature(ServerVersion.of(17, 0, 0));

  /** Whether that server has it. */
  boolean in(ServerProfile server) {
    return server.version().since(since);
  }
}
