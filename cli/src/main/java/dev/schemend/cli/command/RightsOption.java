package dev.schemend.cli.command;

import picocli.CommandLine.Option;

/** Whether owners and privileges are part of what is compared. */
final class RightsOption {

  @Option(
      names = "--with-privileges",
      description =
          "PostgreSQL: compare owners, privileges and default privileges, too. Objects that nobody"
              + " gives to a role are taken to be the connection's role's (see --session-init).")
  private boolean asked;

  boolean isAsked() {
    return asked;
  }
}
