package dev.schemend.cli.command;

import dev.schemend.cli.process.Failure;
import dev.schemend.cli.state.ServerChoice;
import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerVersion;
import java.util.Optional;
import picocli.CommandLine.Option;

/** For which server texts are read where none is asked. */
final class ServerOptionsOffline {

  @Option(
      names = "--dialect",
      paramLabel = "NAME",
      description = "postgresql, mysql or mariadb; where migration_lock.toml does not say it.")
  private Flavor dialect;

  @Option(
      names = "--server-version",
      paramLabel = "VERSION",
      description = "The server's version, such as 8.0.33.")
  private String version;

  ServerChoice choice() {
    return new ServerChoice(
        Optional.ofNullable(dialect),
        Optional.ofNullable(version)
            .map(
                text ->
                    ServerVersion.parse(text)
                        .orElseThrow(
                            () ->
                                Failure.usage(
                                        "--server-version " + text + " is no version.",
                                        "Write numbers with dots between them, such as 8.0.33.")
                                    .exception())));
  }
}
