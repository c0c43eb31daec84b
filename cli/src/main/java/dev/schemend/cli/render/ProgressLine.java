package dev.schemend.cli.render;

import dev.schemend.cli.process.Surroundings;
import java.time.Duration;
import java.util.Objects;

/**
 * How far a long run is, on standard error: on a terminal one line that is written over, elsewhere
 * a line now and then.
 */
public final class ProgressLine implements AutoCloseable {

  private static final long NOW_AND_THEN = Duration.ofSeconds(10).toNanos();
  private static final int WIDTH = 79;
  // Carriage return, then "erase to the end of the line" (ECMA-48, EL).
  private static final String REWRITE = "\r\u001b[K";

  private final Surroundings surroundings;
  private long told = System.nanoTime();
  private boolean written;

  /** Progress of something that begins now. */
  public ProgressLine(Surroundings surroundings) {
    this.surroundings = Objects.requireNonNull(surroundings, "surroundings");
  }

  /** Tells {@code text}, if it is time to. */
  public void tell(String text) {
    if (surroundings.terminal()) {
      String shown = text.length() > WIDTH ? text.substring(0, WIDTH - 1) + "…" : text;
      surroundings.err().print(REWRITE + shown);
      surroundings.err().flush();
      written = true;
    } else if (System.nanoTime() - told > NOW_AND_THEN) {
      told = System.nanoTime();
      surroundings.err().println(text);
    }
  }

  /** Leaves nothing of it on a terminal. */
  @Override
  public void close() {
    if (written) {
      surroundings.err().print(REWRITE);
      surroundings.err().flush();
    }
  }
}
