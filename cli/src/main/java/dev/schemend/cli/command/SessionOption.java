package dev.schemend.cli.command;

import dev.schemend.cli.state.SessionInit;
import java.time.OffsetDateTime;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What the sessions of migrations begin with. */
final class SessionOption {

  @Option(
      names = "--session-init",
      paramLabel = "SQL",
      description = "What the project's runner sets in the session of every migration first.")
  private String sql = "";

  @Option(
      names = "--now",
      paramLabel = "MOMENT",
      description =
          "PostgreSQL: when the migrations were run, and in which time zone, for code that asks"
              + " the clock: 2026-11-25T12:00Z. Without it such code is not followed.")
  private OffsetDateTime now;

  SessionInit init() {
    return new SessionInit(sql, Optional.ofNullable(now));
  }
}
