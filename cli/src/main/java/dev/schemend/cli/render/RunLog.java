package dev.schemend.cli.render;

import dev.schemend.exec.error.ServerError;
import dev.schemend.exec.run.RunListener;
import dev.schemend.exec.run.RunOutcome;
import dev.schemend.exec.watch.Sighting;
import dev.schemend.source.StatementText;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Writes down all that a run does, each line with its time (UTC). No line holds a password. */
public final class RunLog implements RunListener {

  private static final double SECOND = 1000.0;

  private final PrintStream out;
  private final Clock clock;
  private final String where;
  private Instant begun = Instant.EPOCH;

  /** A log that is written to {@code out}. */
  public RunLog(PrintStream out, Clock clock) {
    this(out, clock, "");
  }

  /**
   * The same for one of several runs.
   *
   * @param where stands behind the time of each line; empty or with a space behind it
   */
  public RunLog(PrintStream out, Clock clock, String where) {
    this.out = out;
    this.clock = clock;
    this.where = where;
  }

  /** Writes one line. */
  public synchronized void line(String text) {
    out.println(
        clock.instant().truncatedTo(ChronoUnit.MILLIS) + " " + where + Secrets.masked(text));
  }

  private synchronized void lines(List<String> lines) {
    lines.forEach(this::line);
  }

  @Override
  public void before(StatementText statement) {
    begun = clock.instant();
    line("begins " + RunEvents.statement(statement));
  }

  @Override
  public void after(StatementText statement) {
    line(
        String.format(
                Locale.ROOT,
                "done after %.3f s ",
                Duration.between(begun, clock.instant()).toMillis() / SECOND)
            + RunEvents.statement(statement));
  }

  @Override
  public void committed() {
    line("committed");
  }

  @Override
  public void sighted(StatementText statement, Duration running, Sighting sighting) {
    lines(RunEvents.sighted(statement, running, sighting));
  }

  @Override
  public void retrying(
      StatementText statement, StatementText from, int retry, Duration pause, ServerError error) {
    line(RunEvents.retrying(statement, from, retry, pause, error));
  }

  @Override
  public void ended(RunOutcome outcome) {
    lines(RunEvents.ended(outcome));
  }
}
