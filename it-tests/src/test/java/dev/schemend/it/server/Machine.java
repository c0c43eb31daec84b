package dev.schemend.it.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the servers need to know of the machine and the user. */
final class Machine {

  /** The only interface that a test server listens on. */
  static final String LOOPBACK = "127.0.0.1";

  /** The user of every test server, who may do everything. */
  static final String USER = "schemend";

  /**
   * That user's password: a word of its own, so that a test can look for it where it must not be.
   */
  static final String PASSWORD = "opensesame42";

  private Machine() {}

  /** Whether this is root, as whom PostgreSQL refuses to run and MySQL wants to be told so. */
  static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  /** A port that nobody listens on. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** A new directory for a running server; short, because a Unix socket's path must be. */
  static Path runDirectory() throws IOException {
    return Files.createTempDirectory("schemend-");
  }
}
