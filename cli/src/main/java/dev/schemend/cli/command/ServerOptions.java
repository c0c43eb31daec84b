package dev.schemend.cli.command;

import dev.schemend.cli.process.Failure;
import dev.schemend.cli.state.ScopeChoice;
import dev.schemend.cli.state.ServerChoice;
import dev.schemend.cli.state.SessionInit;
import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerVersion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which server texts are for, and which of its schemas are compared. */
final class ServerOptions {

  private static final Map<String, Flavor> DIALECTS =
      Map.of(
          "postgresql", Flavor.POSTGRESQL,
          "mysql", Flavor.MYSQL,
          "mariadb", Flavor.MARIADB);

  @Option(
      names = "--dialect",
      paramLabel = "NAME",
      description =
          "postgresql, mysql or mariadb; where neither a server nor migration_lock.toml says it.")
  private String dialect;

  @Option(
      names = "--server-version",
      paramLabel = "VERSION",
      description = "The server's version, such as 8.0.33; where no server says it.")
  private String version;

  @Option(
      names = "--schema",
      split = ",",
      paramLabel = "SCHEMA",
      description = "PostgreSQL: compare these schemas only.")
  private List<String> schemas = List.of();

  @Option(
      names = "--databases",
      split = ",",
      paramLabel = "DATABASE",
      description = "MySQL, MariaDB: compare these too, beside the URL's own.")
  private List<String> databases = List.of();

  @Mixin private SessionOption session;

  SessionInit session() {
    return session.init();
  }

  ServerChoice server() {
    return new ServerChoice(
        Optional.ofNullable(dialect).map(ServerOptions::flavor),
        Optional.ofNullable(version).map(ServerOptions::number));
  }

  ScopeChoice scope() {
    return new ScopeChoice(schemas, databases);
  }

  private static Flavor flavor(String name) {
    return Optional.ofNullable(DIALECTS.get(name.toLowerCase(Locale.ROOT)))
        .orElseThrow(
            () ->
                Failure.usage(
                        "--dialect " + name + " is not known.",
                        "Known are postgresql, mysql and mariadb.")
                    .exception());
  }

  private static ServerVersion number(String text) {
    return ServerVersion.parse(text)
        .orElseThrow(
            () ->
                Failure.usage(
                        "--server-version " + text + " is no version.",
                        "Write numbers with dots between them, such as 8.0.33.")
                    .exception());
  }
}
