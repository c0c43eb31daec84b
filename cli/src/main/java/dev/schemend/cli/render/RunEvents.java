package dev.schemend.cli.render;

import dev.schemend.exec.error.ServerError;
import dev.schemend.exec.run.RunOutcome;
import dev.schemend.exec.watch.ServerSession;
import dev.schemend.exec.watch.Sighting;
import dev.schemend.source.StatementText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What happens in a run, in lines. */
public final class RunEvents {

  private static final double SECOND = 1000.0;
  private static final double HUNDRED = 100.0;

  private RunEvents() {}

  /** {@code 3 migration.sql:7:1 ALTER TABLE …}. */
  public static String statement(StatementText statement) {
    return StatementLine.of(statement);
  }

  /** What a statement that takes long is found at; nothing where the server does not tell. */
  public static List<String> sighted(StatementText statement, Duration running, Sighting sighting) {
    return switch (sighting) {
      case Sighting.Unknown unknown -> List.of();
      case Sighting.Working working ->
          List.of(
              "at work for "
                  + seconds(running)
                  + ": "
                  + working.phase()
                  + percent(working.part())
                  + ": "
                  + StatementLine.of(statement));
      case Sighting.Waiting waiting -> waiting(statement, running, waiting);
    };
  }

  private static String percent(OptionalDouble part) {
    return part.isEmpty()
        ? ""
        : String.format(Locale.ROOT, ", %.0f %%", HUNDRED * part.getAsDouble());
  }

  private static List<String> waiting(
      StatementText statement, Duration running, Sighting.Waiting waiting) {
    List<String> lines = new ArrayList<>();
    lines.add("waits for a lock after " + seconds(running) + ": " + StatementLine.of(statement));
    if (!waiting.certain() && !waiting.blockers().isEmpty()) {
      lines.add("  the server does not tell whose; it may be one of these:");
    }
    waiting.blockers().forEach(blocker -> lines.add("  " + session(blocker)));
    return lines;
  }

  /** Who it is, since when, and its statement. */
  public static String session(ServerSession session) {
    return session.label()
        + session.query().map(query -> ": " + StatementLine.start(query)).orElse("");
  }

  /** A statement that is tried again. */
  public static String retrying(
      StatementText statement, StatementText from, int retry, Duration pause, ServerError error) {
    return "lost a lock ("
        + error.line()
        + "); retry "
        + retry
        + " in "
        + seconds(pause)
        + (from.ordinal() == statement.ordinal()
            ? ": "
            : " from statement " + from.ordinal() + ", where its transaction begins: ")
        + StatementLine.of(statement);
  }

  /** How a run ended, and what became of its statements. */
  public static List<String> ended(RunOutcome outcome) {
    List<String> lines = new ArrayList<>();
    lines.add(
        switch (outcome) {
          case RunOutcome.Completed completed -> "completed";
          case RunOutcome.Failed failed -> "failed";
          case RunOutcome.ConnectionLost lost -> "lost the connection";
          case RunOutcome.LeftOpen open -> "ended inside a transaction";
          case RunOutcome.Stopped stopped -> "stopped, as it was asked to";
        });
    if (!(outcome instanceof RunOutcome.Completed)) {
      RunText.lines(outcome).forEach(line -> lines.add("  " + line));
    }
    return lines;
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / SECOND);
  }
}
