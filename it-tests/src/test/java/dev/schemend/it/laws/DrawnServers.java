package dev.schemend.it.laws;

import dev.schemend.cli.kit.DialectKit;
import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.name.Identifier;
import dev.schemend.testkit.Edits;
import dev.schemend.testkit.MySqlEdits;
import dev.schemend.testkit.PostgresEdits;
import java.util.List;
import java.util.stream.Stream;

/**
 * The servers of a family whose plans are tried, one kit for each version that plans differ for.
 */
enum DrawnServers {
  /** PostgreSQL, every major version. */
  POSTGRESQL,
  /** MySQL, every series. */
  MYSQL,
  /** MariaDB, the series that are maintained for long. */
  MARIADB;

  /** One kit for each version. */
  List<DialectKit> kits() {
    return switch (this) {
      case POSTGRESQL -> Stream.of(12, 13, 14, 15, 16, 17, 18).map(DrawnServers::postgres).toList();
      case MYSQL ->
          List.of(
              mysql(Flavor.MYSQL, 5, 7, 44),
              mysql(Flavor.MYSQL, 8, 0, 36),
              mysql(Flavor.MYSQL, 8, 4, 3),
              mysql(Flavor.MYSQL, 9, 1, 0));
      case MARIADB ->
          List.of(
              mysql(Flavor.MARIADB, 10, 6, 20),
              mysql(Flavor.MARIADB, 10, 11, 10),
              mysql(Flavor.MARIADB, 11, 4, 5),
              mysql(Flavor.MARIADB, 11, 8, 2));
    };
  }

  /** Edits of tables and what belongs to them, and of few things else. */
  static Edits tables(DialectKit kit) {
    return switch (kit.profile().flavor()) {
      case POSTGRESQL -> new PostgresEdits();
      case MYSQL, MARIADB -> new MySqlEdits();
    };
  }

  /** Edits of everything that the server has. */
  static Edits edits(DialectKit kit) {
    return switch (kit.profile().flavor()) {
      case POSTGRESQL -> new TextEdits(kit, new PostgresEdits(), new PostgresTexts());
      case MYSQL -> new TextEdits(kit, new MySqlEdits(), new MySqlTexts(false));
      case MARIADB -> new TextEdits(kit, new MySqlEdits(), new MySqlTexts(true));
    };
  }

  private static DialectKit postgres(int major) {
    return DialectKit.of(
        new ServerProfile(
            Flavor.POSTGRESQL,
            ServerVersion.of(major, 0, 0),
            Identifier.of("public"),
            false,
            "",
            ""));
  }

  private static DialectKit mysql(Flavor flavor, int major, int minor, int patch) {
    return DialectKit.of(
        new ServerProfile(
            flavor,
            ServerVersion.of(major, minor, patch),
            Identifier.NONE,
            false,
            "utf8mb4",
            "utf8mb4_general_ci"));
  }
}
