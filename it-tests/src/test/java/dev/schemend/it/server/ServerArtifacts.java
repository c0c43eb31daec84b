package dev.schemend.it.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;

/**
 * Where Maven has put the servers' distributions: the build resolves them into the local repository
 * and writes their paths into {@code artifacts.properties}, so that half a gigabyte is not copied
 * into each build directory.
 */
final class ServerArtifacts {

  private ServerArtifacts() {}

  /**
   * The distribution of that kind.
   *
   * @throws ServerUnavailableException when the build has not resolved it: on another platform
   */
  static Path of(ServerKind kind) throws IOException, ServerUnavailableException {
    Properties paths = new Properties();
    try (InputStream in = ServerArtifacts.class.getResourceAsStream("artifacts.properties")) {
      paths.load(in);
    }
    Path path = Path.of(paths.getProperty("repository")).resolve(paths.getProperty(kind.name()));
    if (!Files.exists(path)) {
      throw new ServerUnavailableException(
          String.format(
              Locale.ROOT,
              "No distribution of %s for %s %s: the build resolves those for Linux on amd64 (%s).",
              kind,
              System.getProperty("os.name"),
              System.getProperty("os.arch"),
              path.getFileName()));
    }
    return path;
  }
}
