package dev.schemend.parser.hostile;

import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.dialect.SqlFrontend;
import dev.schemend.name.Identifier;
import dev.schemend.parser.mysql.MySqlFrontend;
import dev.schemend.parser.postgres.PostgresFrontend;

/** Both frontends, each by its name. */
@SuppressWarnings("ImmutableEnumChecker") // a frontend holds no state of a text
enum Frontends {
  POSTGRESQL(
      new PostgresFrontend(
          new ServerProfile(
              Flavor.POSTGRESQL,
              ServerVersion.of(17, 0, 0),
              Identifier.of("public"),
              false,
              "",
              ""))),
  MYSQL(
      new MySqlFrontend(
          new ServerProfile(
              Flavor.MYSQL,
              ServerVersion.of(8, 0, 36),
              Identifier.NONE,
              false,
              "utf8mb4",
              "utf8mb4_0900_ai_ci")));

  private final SqlFrontend frontend;

  Frontends(SqlFrontend frontend) {
    this.frontend = frontend;
  }

  SqlFrontend frontend() {
    return frontend;
  }
}
