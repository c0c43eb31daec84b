package dev.schemend.it.cli;

import dev.schemend.it.server.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * A port that leads to a server: the bytes of all sessions go through it both ways, each session
 * watched by a {@link Watch} of its own, which says whether they go on.
 */
final class Relay implements AutoCloseable {

  /** What looks at one session. After its first "no" nothing passes in that direction any more. */
  interface Watch {
    /** Whether what the client sent goes on to the server. */
    boolean passesThere(byte[] bytes, int length);

    /** Whether what the server answered goes on to the client. */
    boolean passesBack();
  }

  private final TestDatabase database;
  private final Supplier<Watch> watches;
  private final ServerSocket door;
  private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();

  /** Opens the port. */
  Relay(TestDatabase database, Supplier<Watch> watches) throws IOException {
    this.database = database;
    this.watches = watches;
    this.door = new ServerSocket(0, 50, InetAddress.getByName(database.host()));
    Thread.ofVirtual().start(this::admit);
  }

  /** The database's URL through this port; without TLS, which could not be read. */
  String url() {
    return database.through(door.getLocalPort()).url() + "?sslmode=disable";
  }

  private void admit() {
    try {
      while (true) {
        Socket client = door.accept();
        sockets.add(client);
        Socket server = new Socket(database.host(), database.port());
        sockets.add(server);
        Watch watch = watches.get();
        Thread.ofVirtual().start(() -> pass(client, server, watch::passesThere));
        Thread.ofVirtual().start(() -> pass(server, client, (bytes, length) -> watch.passesBack()));
      }
    } catch (IOException closed) {
      cut();
    }
  }

  private interface Passing {
    boolean goesOn(byte[] bytes, int length);
  }

  private static void pass(Socket from, Socket to, Passing passing) {
    byte[] buffer = new byte[1 << 16];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        if (!passing.goesOn(buffer, length)) {
          return;
        }
        out.write(buffer, 0, length);
      }
      to.shutdownOutput();
    } catch (IOException ended) {
      quietly(from);
      quietly(to);
    }
  }

  private static void quietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends all sessions; others may come. */
  void cut() {
    sockets.forEach(Relay::quietly);
  }

  /** Ends all sessions; nobody is let in any more. */
  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cut();
  }
}
