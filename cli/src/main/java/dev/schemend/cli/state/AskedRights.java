package dev.schemend.cli.state;

import dev.schemend.cli.kit.ServerFamily;
import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.FailureException;
import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.RightsBasis;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.exec.connect.Database;
import dev.schemend.exec.introspect.ServerProfiles;
import dev.schemend.model.Role;
import dev.schemend.name.Identifier;

/** How a server is looked at where owners and privileges are to be compared. */
public final class AskedRights {

  /** What the server's first role is called unless its maker wants another name (initdb). */
  private static final Role FIRST = Role.named(Identifier.of("postgres"));

  private AskedRights() {}

  /**
   * The profile of a live server: objects that nobody gives away are the connection's role's.
   *
   * @throws FailureException where rights of such a server are not compared
   * @throws dev.schemend.exec.error.ExecException where it cannot be asked
   */
  public static ServerProfile live(Database database) {
    ServerProfile profile = ServerProfiles.of(database);
    return ServerFamily.of(database.url())
        .live()
        .rights()
        .basis(database)
        .map(profile::withRights)
        .orElseThrow(() -> refusal(profile.flavor()));
  }

  /**
   * The profile where no server is at hand: those objects are the session's role's, whoever it is.
   *
   * @throws FailureException where rights of such a server are not compared
   */
  public static ServerProfile offline(ServerProfile profile) {
    if (profile.flavor() != Flavor.POSTGRESQL) {
      throw refusal(profile.flavor());
    }
    return profile.withRights(new RightsBasis(Role.SESSION, FIRST));
  }

  private static FailureException refusal(Flavor flavor) {
    return Failure.usage(
            "--with-privileges: owners and privileges of "
                + flavor.productName()
                + " are not compared.",
            "Leave the option out.")
        .exception();
  }
}
