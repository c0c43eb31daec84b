package dev.schemend.it.cli;

import dev.schemend.it.cli.StatementGate.Side;
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
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A port that leads to a server until so many messages have gone by, whatever is in them; then all
 * sessions end at once and nobody is let in any more. For the server and for what it keeps, that is
 * the client's sudden death.
 */
final class MessageGate implements AutoCloseable {

  private final TestDatabase database;
  private final int last;
  private final Side side;
  private final ServerSocket door;
  private final AtomicInteger messages = new AtomicInteger();
  private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
  private volatile boolean shut;

  /**
   * Opens the port.
   *
   * @param last the number of the message, from 1, that never arrives or is never answered
   */
  MessageGate(TestDatabase database, int last, Side side) throws IOException {
    this.database = database;
    this.last = last;
    this.side = side;
    this.door = new ServerSocket(0, 50, InetAddress.getByName(database.host()));
    new Thread(this::admit).start();
  }

  /** The database's URL through this port; without TLS, whose messages would be others. */
  String url() {
    return database.through(door.getLocalPort()).url() + "?sslmode=disable";
  }

  /** Whether the message came. */
  boolean isShut() {
    return shut;
  }

  private void admit() {
    try {
      while (true) {
        Socket client = door.accept();
        sockets.add(client);
        Socket server = new Socket(database.host(), database.port());
        sockets.add(server);
        boolean[] unanswered = new boolean[1];
        new Thread(() -> there(client, server, unanswered)).start();
        new Thread(() -> back(server, client, unanswered)).start();
      }
    } catch (IOException closed) {
      sockets.forEach(MessageGate::quietly);
    }
  }

  private void there(Socket from, Socket to, boolean[] unanswered) {
    pass(
        from,
        to,
        () -> {
          if (messages.incrementAndGet() != last) {
            return true;
          }
          unanswered[0] = side == Side.UNANSWERED;
          return unanswered[0];
        });
  }

  private void back(Socket from, Socket to, boolean[] unanswered) {
    pass(from, to, () -> !unanswered[0]);
  }

  /** Whether the bytes that were read go on. */
  private interface Passing {
    boolean goesOn();
  }

  private void pass(Socket from, Socket to, Passing passing) {
    byte[] buffer = new byte[1 << 16];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        if (!passing.goesOn()) {
          shut = true;
          close();
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

  /** Ends all sessions; nobody is let in any more. */
  @Override
  public void close() throws IOException {
    door.close();
    sockets.forEach(MessageGate::quietly);
  }
}
