package dev.schemend.cli.render;

import dev.schemend.exec.error.ServerError;
import dev.schemend.exec.run.RunListener;
import dev.schemend.exec.watch.ServerSession;
import dev.schemend.exec.watch.Sighting;
import dev.schemend.source.StatementText;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Tells a person what keeps a statement waiting, when that changes, and every ten seconds. */
public final class RunReport implements RunListener {

  private static final Duration BETWEEN = Duration.ofSeconds(10);

  private final Consumer<String> out;
  private StatementText last;
  private List<Long> shown = List.of();
  private Duration told = Duration.ZERO;

  /**
   * A report.
   *
   * @param out takes a line
   */
  public RunReport(Consumer<String> out) {
    this.out = out;
  }

  @Override
  public synchronized void sighted(StatementText statement, Duration running, Sighting sighting) {
    List<Long> now =
        sighting instanceof Sighting.Waiting waiting
            ? waiting.blockers().stream().map(ServerSession::id).toList()
            : List.of();
    boolean news = !statement.equals(last) || !now.equals(shown);
    if (news || running.minus(told).compareTo(BETWEEN) >= 0) {
      RunEvents.sighted(statement, running, sighting).forEach(out);
      last = statement;
      shown = now;
      told = running;
    }
  }

  @Override
  public synchronized void retrying(
      StatementText statement, StatementText from, int retry, Duration pause, ServerError error) {
    out.accept(RunEvents.retrying(statement, from, retry, pause, error));
    last = null;
  }
}
