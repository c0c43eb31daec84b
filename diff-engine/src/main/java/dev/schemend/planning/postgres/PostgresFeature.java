package dev.schemend.planning.postgres;

import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.ServerVersion;

/** What a planner may use from some version on. */
enum PostgresFeature {
  /** {@code ALTER TYPE … ADD VALUE} inside a transaction (release notes 12, E.1.3.3). */
  ADD_ENUM_VALUE_IN_TRANSACTION(12),
  /** {@code ALTER COLUMN … DROP EXPRESSION} (release notes 13). */
  DROP_EXPRESSION(13);

  private final ServerVersion since;

  PostgresFeature(int major) {
    this.since = ServerVersion.of(major, 0, 0);
  }

  /** Whether that server has it. */
  boolean in(ServerProfile server) {
    return server.version().since(since);
  }
}
