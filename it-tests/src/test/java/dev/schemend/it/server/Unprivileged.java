package dev.schemend.it.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How to run a PostgreSQL server, which refuses to be root's, as whoever this is.
 *
 * @see <a href="https://www.postgresql.org/docs/current/postgres-user.html">The PostgreSQL user
 *     account</a>
 */
enum Unprivileged {
  /** An ordinary user: nothing to do. */
  ORDINARY_USER,
  /** In a user namespace of its own, where root is nobody and yet owns root's files. */
  USER_NAMESPACE,
  /**
   * As the user nobody, where containers forbid namespaces. Nobody cannot look into root's home.
   */
  NOBODY;

  private static final String NOBODY_ID = "65534";

  static Unprivileged ofThisUser() throws InterruptedException, ServerUnavailableException {
    if (!Machine.isRoot()) {
      return ORDINARY_USER;
    }
    if (USER_NAMESPACE.works()) {
      return USER_NAMESPACE;
    }
    if (NOBODY.works()) {
      return NOBODY;
    }
    throw new ServerUnavailableException(
        "PostgreSQL does not run as root, and neither unshare (user namespaces) nor setpriv works"
            + " here: run as an ordinary user.");
  }

  private boolean works() throws InterruptedException {
    try {
      ServerProcess.run(Map.of(), command(List.of("true")));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** The command, wrapped. */
  List<String> command(List<String> command) {
    List<String> wrapped =
        new ArrayList<>(
            switch (this) {
              case ORDINARY_USER -> List.<String>of();
              case USER_NAMESPACE -> List.of("unshare", "-U");
              case NOBODY ->
                  List.of("setpriv", "--reuid", NOBODY_ID, "--regid", NOBODY_ID, "--clear-groups");
            });
    wrapped.addAll(command);
    return wrapped;
  }

  /** Gives a tree to the user that the server will run as. */
  void own(Path tree) throws IOException, InterruptedException {
    if (this == NOBODY) {
      ServerProcess.run(
          Map.of(), List.of("chown", "-R", NOBODY_ID + ":" + NOBODY_ID, tree.toString()));
    }
  }

  /** A cache that the server can read. */
  ServerCache cache() throws IOException, ServerUnavailableException {
    return switch (this) {
      case ORDINARY_USER, USER_NAMESPACE -> ServerCache.ofUser();
      case NOBODY -> publicCache();
    };
  }

  private static ServerCache publicCache() throws IOException, ServerUnavailableException {
    Path root = Path.of(System.getProperty("java.io.tmpdir"), "schemend-servers");
    if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectory(
          root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    }
    // Anyone may make a directory of that name: what another put there is not run as root.
    if (!Files.getOwner(root, LinkOption.NOFOLLOW_LINKS).getName().equals("root")) {
      throw new ServerUnavailableException(root + " is not root's: delete it.");
    }
    return new ServerCache(root);
  }
}
