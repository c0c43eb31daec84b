package dev.schemend.cli.command;

import dev.schemend.cli.state.SessionInit;
import picocli.CommandLine.Option;

/** What the sessions of migrations begin with. */
final class SessionOption {

  @Option(
      names = "--session-init",
      paramLabel = "SQL",
      description = "What the project's runner sets in the session of every migration first.")
  private String sql = "";

  SessionInit init() {
    return new SessionInit(sql);
  }
}
