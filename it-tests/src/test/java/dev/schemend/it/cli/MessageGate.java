package dev.schemend.it.cli;

import dev.schemend.it.cli.StatementGate.Side;
import dev.schemend.it.server.TestDatabase;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A port that leads to a server until so many messages have gone by, whatever is in them; then all
 * sessions end at once and nobody is let in any more. For the server and for what it keeps, that is
 * the client's sudden death.
 */
final class MessageGate implements AutoCloseable {

  private final int last;
  private final Side side;
  private final Relay relay;
  private final AtomicInteger messages = new AtomicInteger();
  private volatile boolean shut;

  /**
   * Opens the port.
   *
   * @param last the number of the message, from 1, that never arrives or is never answered
   */
  MessageGate(TestDatabase database, int last, Side side) throws IOException {
    this.last = last;
    this.side = side;
    this.relay = new Relay(database, Session::new);
  }

  /** The database's URL through this port. */
  String url() {
    return relay.url();
  }

  /** Whether the message came. */
  boolean isShut() {
    return shut;
  }

  private final class Session implements Relay.Watch {
    private volatile boolean unanswered;

    @Override
    public boolean passesThere(byte[] bytes, int length) {
      if (messages.incrementAndGet() != last) {
        return true;
      }
      unanswered = side == Side.UNANSWERED;
      return unanswered || die();
    }

    @Override
    public boolean passesBack() {
      return !unanswered || die();
    }

    private boolean die() {
      shut = true;
      relay.close();
      return false;
    }
  }

  /** Ends all sessions; nobody is let in any more. */
  @Override
  public void close() {
    relay.close();
  }
}
