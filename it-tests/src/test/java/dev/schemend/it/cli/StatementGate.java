package dev.schemend.it.cli;

import dev.schemend.it.server.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A port that leads to a server, and on which a session is held at a chosen statement: it passes
 * the bytes of all sessions both ways until one of them has sent a whole script up to that
 * statement, one after the other. So a process can be killed at an exact place, without a hook in
 * it and without a clock.
 */
final class StatementGate implements AutoCloseable {

  /** On which side of the statement the session is held. */
  enum Side {
    /** The server never gets the statement. */
    UNSENT,
    /** The server has done the statement; its answer never arrives. */
    UNANSWERED
  }

  private final TestDatabase database;
  private final List<String> script;
  private final Side side;
  private final ServerSocket door;
  private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
  private final CompletableFuture<Void> reached = new CompletableFuture<>();

  /**
   * Opens the port.
   *
   * @param script the statements up to the one that is stopped at, that one included
   */
  StatementGate(TestDatabase database, List<String> script, Side side) throws IOException {
    this.database = database;
    // A byte a character, as they are compared with what goes by.
    this.script =
        script.stream()
            .map(
                sql ->
                    new String(sql.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
            .toList();
    this.side = side;
    this.door = new ServerSocket(0, 50, InetAddress.getByName(database.host()));
    Thread.ofVirtual().start(this::admit);
  }

  /** The database's URL through this port; without TLS, which could not be read. */
  String url() {
    return database.through(door.getLocalPort()).url() + "?sslmode=disable";
  }

  /** Waits until {@code process} is held at the statement. */
  void await(Process process) throws InterruptedException {
    await(process.onExit());
  }

  /** Waits until a run in this process is held at the statement. */
  void await(CompletableFuture<?> run) throws InterruptedException {
    try {
      CompletableFuture.anyOf(reached, run).get(2, TimeUnit.MINUTES);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("never came to: " + script.getLast(), e);
    }
    if (!reached.isDone()) {
      throw new AssertionError("ended before: " + script.getLast());
    }
  }

  private void admit() {
    try {
      while (true) {
        Socket client = door.accept();
        sockets.add(client);
        Socket server = new Socket(database.host(), database.port());
        sockets.add(server);
        Passage passage = new Passage(client, server);
        Thread.ofVirtual().start(passage::there);
        Thread.ofVirtual().start(passage::back);
      }
    } catch (IOException closed) {
      reached.completeExceptionally(closed);
    }
  }

  private final class Passage {
    private final Socket client;
    private final Socket server;
    private final StringBuilder seen = new StringBuilder();
    private int passed;
    private volatile boolean last;

    Passage(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    void there() {
      pass(client, server, this::holdsStatement);
    }

    void back() {
      pass(server, client, bytes -> last);
    }

    /** Whether {@code bytes} complete the statement that the server must not get. */
    private boolean holdsStatement(String bytes) {
      seen.append(bytes);
      while (passed < script.size()) {
        int place = seen.indexOf(script.get(passed));
        if (place < 0) {
          return false;
        }
        seen.delete(0, place + script.get(passed).length());
        passed++;
      }
      last = side == Side.UNANSWERED;
      return !last;
    }
  }

  /** What decides whether bytes are held back. */
  private interface Hold {
    boolean test(String bytes);
  }

  private void pass(Socket from, Socket to, Hold hold) {
    byte[] buffer = new byte[1 << 16];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        if (hold.test(new String(buffer, 0, length, StandardCharsets.ISO_8859_1))) {
          reached.complete(null);
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
    sockets.forEach(StatementGate::quietly);
  }

  /** Ends all sessions, as the end of the process does that had them. */
  @Override
  public void close() throws IOException {
    door.close();
    sockets.forEach(StatementGate::quietly);
  }
}
