package dev.schemend.cli.state;

import dev.schemend.cli.kit.ServerFamily;
import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.FailureException;
import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.dialect.mysql.MySqlCharacterSets;
import dev.schemend.exec.ledger.LedgerError;
import dev.schemend.history.MigrationHistory;
import dev.schemend.name.Identifier;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The server that text is read for where the command line says it.
 *
 * @param flavor {@code --dialect}
 * @param version {@code --server-version}
 */
public record ServerChoice(Optional<Flavor> flavor, Optional<ServerVersion> version) {

  private static final String UTF8MB4 = "utf8mb4";
  private static final Identifier PUBLIC = Identifier.of("public");

  /** Rejects null parts. */
  public ServerChoice {
    Objects.requireNonNull(flavor, "flavor");
    Objects.requireNonNull(version, "version");
  }

  /**
   * The server for states without a live one: the provider of the histories decides, and {@code
   * --dialect} where they say nothing.
   *
   * @throws FailureException where nothing says it, or two things say something else
   */
  public ServerProfile offline(List<MigrationHistory> histories) {
    List<ServerFamily> families =
        histories.stream().flatMap(history -> familyOf(history).stream()).distinct().toList();
    if (families.size() > 1) {
      throw Failure.of(
              "P3019",
              "The two states are for different servers.",
              "Compare states of one provider; see the provider in their migration_lock.toml.")
          .exception();
    }
    histories.forEach(this::requireProvider);
    return profile(
        flavor
            .or(() -> families.stream().findFirst().map(ServerFamily::mainFlavor))
            .orElseThrow(ServerChoice::unknown));
  }

  /**
   * Makes sure that a live server is what everything else says it is.
   *
   * @throws FailureException where it is not
   */
  void requireLive(ServerProfile live, List<MigrationHistory> histories) {
    ServerFamily family = ServerFamily.of(live.flavor());
    for (MigrationHistory history : histories) {
      familyOf(history)
          .filter(named -> !named.equals(family))
          .ifPresent(
              named -> {
                throw switched(history.provider().orElse(""), live.flavor());
              });
    }
    flavor
        .filter(chosen -> chosen != live.flavor())
        .ifPresent(
            chosen -> {
              throw Failure.usage(
                      "--dialect says "
                          + chosen.productName()
                          + ", but the server is "
                          + live.flavor().productName()
                          + " "
                          + live.version()
                          + ".",
                      "Leave --dialect out: a live server says itself what it is.")
                  .exception();
            });
    version
        .filter(chosen -> !chosen.equals(live.version()))
        .ifPresent(
            chosen -> {
              throw Failure.usage(
                      "--server-version says "
                          + chosen
                          + ", but the server is "
                          + live.flavor().productName()
                          + " "
                          + live.version()
                          + ".",
                      "Leave --server-version out: a live server says itself what it is.")
                  .exception();
            });
  }

  private void requireProvider(MigrationHistory history) {
    flavor
        .filter(
            chosen ->
                familyOf(history).filter(own -> !own.equals(ServerFamily.of(chosen))).isPresent())
        .ifPresent(
            chosen -> {
              throw switched(history.provider().orElse(""), chosen);
            });
  }

  private static FailureException switched(String provider, Flavor flavor) {
    LedgerError.ProviderSwitched error =
        new LedgerError.ProviderSwitched(provider, flavor.productName());
    return Failure.of(
            error.code(),
            "The migrations are for "
                + provider
                + " (migration_lock.toml), but the server is "
                + flavor.productName()
                + ".",
            error.hint())
        .exception();
  }

  /** The family that a history says it is for; empty where it says nothing. */
  private static Optional<ServerFamily> familyOf(MigrationHistory history) {
    return history
        .provider()
        .filter(provider -> !provider.isEmpty())
        .map(
            provider ->
                ServerFamily.ofProvider(provider).orElseThrow(() -> unknownProvider(provider)));
  }

  private static FailureException unknownProvider(String provider) {
    return Failure.of(
            "unknown-provider",
            "The migrations are for " + provider + " (migration_lock.toml), which is not known.",
            "Known providers are postgresql and mysql (for MariaDB too).")
        .exception();
  }

  private static FailureException unknown() {
    return Failure.usage(
            "Nothing says for which server the states are.",
            "Give --dialect postgresql, mysql or mariadb (and --server-version), or a"
                + " migrations directory with its migration_lock.toml, or a database URL.")
        .exception();
  }

  private ServerProfile profile(Flavor chosen) {
    return switch (chosen) {
      case POSTGRESQL ->
          new ServerProfile(
              chosen, version.orElse(ServerVersion.of(17, 0, 0)), PUBLIC, false, "", "");
      case MYSQL -> mysql(chosen, version.orElse(ServerVersion.of(8, 0, 36)));
      case MARIADB -> mysql(chosen, version.orElse(ServerVersion.of(11, 4, 0)));
    };
  }

  /** A new database of a server as it is installed: table names keep their case, UTF-8. */
  private static ServerProfile mysql(Flavor flavor, ServerVersion version) {
    ServerProfile bare = new ServerProfile(flavor, version, Identifier.NONE, false, UTF8MB4, "");
    return new ServerProfile(
        flavor,
        version,
        Identifier.NONE,
        false,
        UTF8MB4,
        new MySqlCharacterSets(bare).defaultCollation(UTF8MB4));
  }
}
