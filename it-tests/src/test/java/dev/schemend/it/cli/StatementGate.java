package dev.schemend.it.cli;

import dev.schemend.it.server.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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

  private final List<String> script;
  private final Side side;
  private final CompletableFuture<Void> reached = new CompletableFuture<>();
  private final Relay relay;

  /**
   * Opens the port.
   *
   * @param script the statements up to the one that is stopped at, that one included
   */
  StatementGate(TestDatabase database, List<String> script, Side side) throws IOException {
    // A byte a character, as they are compared with what goes by.
    this.script =
        script.stream()
            .map(
                sql ->
                    new String(sql.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
            .toList();
    this.side = side;
    this.relay = new Relay(database, Session::new);
  }

  /** The database's URL through this port. */
  String url() {
    return relay.url();
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

  private final class Session implements Relay.Watch {
    private final StringBuilder seen = new StringBuilder();
    private int passed;
    private volatile boolean unanswered;

    @Override
    public boolean passesThere(byte[] bytes, int length) {
      return !holdsStatement(new String(bytes, 0, length, StandardCharsets.ISO_8859_1)) || hold();
    }

    @Override
    public boolean passesBack() {
      return !unanswered || hold();
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
      unanswered = side == Side.UNANSWERED;
      return !unanswered;
    }

    private boolean hold() {
      reached.complete(null);
      return false;
    }
  }

  /** Ends all sessions; others may come. */
  void cut() {
    relay.cut();
  }

  /** Ends all sessions, as the end of the process does that had them. */
  @Override
  public void close() {
    relay.close();
  }
}
