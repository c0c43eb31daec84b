package dev.schemend.parser.mysql;

import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.name.Identifier;

/** The servers that the tests speak to. */
final class Profiles {

  static final ServerProfile MYSQL =
      profile(Flavor.MYSQL, ServerVersion.of(8, 0, 33), "utf8mb4_0900_ai_ci");
  static final ServerProfile MYSQL_57 =
      profile(Flavor.MYSQL, ServerVersion.of(5, 7, 44), "utf8mb4_general_ci");
  static final ServerProfile MARIADB =
      profile(Flavor.MARIADB, ServerVersion.of(11, 4, 5), "utf8mb4_general_ci");

  private Profiles() {}

  private static ServerProfile profile(Flavor flavor, ServerVersion version, String collation) {
    return new ServerProfile(flavor, version, Identifier.NONE, false, "utf8mb4", collation);
  }
}
