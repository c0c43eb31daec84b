package dev.schemend.exec.introspect;

import dev.schemend.dialect.ServerProfile;
import dev.schemend.exec.connect.Database;
import dev.schemend.exec.connect.ServerIdentity;
import dev.schemend.name.Identifier;
import java.util.List;
import java.util.Locale;

/** What a live server's statements mean, from what it said when the session was opened. */
public final class ServerProfiles {

  // Where PostgreSQL puts new objects unless told otherwise (manual, 5.10.2).
  private static final String PUBLIC = "public";

  private ServerProfiles() {}

  /** The profile of a database; asks the server nothing. */
  public static ServerProfile of(Database database) {
    return of(database.identity(), database.url().schemas());
  }

  /**
   * The profile of a server.
   *
   * @param schemas those that the URL names; the first is where new objects go, also while it does
   *     not exist yet
   */
  public static ServerProfile of(ServerIdentity identity, List<String> schemas) {
    ServerProfile profile =
        new ServerProfile(
            identity.flavor(),
            identity.version(),
            defaultSchema(identity, schemas),
            identity.lowerCaseTableNames() != 0,
            identity.characterSet(),
            identity.collation(),
            database(identity));
    return identity.role().isEmpty()
        ? profile
        : profile.withSession(Identifier.of(identity.role()));
  }

  private static Identifier database(ServerIdentity identity) {
    String name = identity.database();
    return switch (identity.flavor()) {
      case POSTGRESQL -> Identifier.NONE;
      case MYSQL, MARIADB -> {
        if (name.isEmpty()) {
          yield Identifier.NONE;
        }
        yield identity.lowerCaseTableNames() == 0
            ? Identifier.of(name)
            : new Identifier(name, name.toLowerCase(Locale.ROOT));
      }
    };
  }

  private static Identifier defaultSchema(ServerIdentity identity, List<String> schemas) {
    return switch (identity.flavor()) {
      case MYSQL, MARIADB -> Identifier.NONE;
      case POSTGRESQL ->
          Identifier.of(schemas.isEmpty() ? identity.schema().orElse(PUBLIC) : schemas.getFirst());
    };
  }
}
