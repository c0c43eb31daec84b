package dev.schemend.cli.command;

import dev.schemend.cli.process.ExitCode;
import dev.schemend.cli.process.Failure;
import dev.schemend.cli.render.RunEvents;
import dev.schemend.exec.lock.LockSettings;
import dev.schemend.exec.migrate.WorkingSessions;
import dev.schemend.exec.watch.ServerSession;
import dev.schemend.script.ParsedScript;
import dev.schemend.script.ParsedStatement;
import dev.schemend.script.StatementEffect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Statements of a migration that the server is still at work on, though their client may be gone: a
 * server looks for its client only when it has something to tell. They are known by their text,
 * whoever sent them.
 */
final class StillRunning {

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final long NAP_MILLIS = 200;

  private final OpenedDatabase opened;

  StillRunning(OpenedDatabase opened) {
    this.opened = opened;
  }

  /** The sessions at work on one of the script's statements; none where that cannot be seen. */
  List<ServerSession> sessions(ParsedScript script) {
    List<String> texts =
        script.statements().stream()
            .filter(StillRunning::leavesMark)
            .map(statement -> plain(statement.source().text()))
            .toList();
    return WorkingSessions.in(opened.database(), opened.live()).stream()
        .filter(
            one ->
                one.query()
                    .map(StillRunning::plain)
                    .filter(query -> texts.stream().anyMatch(text -> isOf(query, text)))
                    .isPresent())
        .toList();
  }

  private static boolean leavesMark(ParsedStatement statement) {
    return switch (StatementEffect.of(statement)) {
      case SCHEMA, DATA, UNKNOWN -> true;
      case SESSION, BEGIN, COMMIT, ROLLBACK, NONE -> false;
    };
  }

  /** Comments may stand before it; and a tool may have sent the file as one text. */
  private static boolean isOf(String query, String statement) {
    return query.endsWith(statement) || query.contains(statement + ";");
  }

  private static String plain(String sql) {
    String joined = SPACE.matcher(sql).replaceAll(" ").strip();
    return joined.endsWith(";") ? joined.substring(0, joined.length() - 1).strip() : joined;
  }

  /** What there is to say of them. */
  List<String> lines(ParsedScript script) {
    List<String> lines = new ArrayList<>();
    for (ServerSession session : sessions(script)) {
      lines.add("still at work on the server: " + RunEvents.session(session));
    }
    return lines;
  }

  /** Waits for them as long as for a lock; ends the command where one is still there then. */
  void require(ParsedScript script) {
    long begin = System.nanoTime();
    List<ServerSession> left = sessions(script);
    while (!left.isEmpty() && isPatient(begin)) {
      left = sessions(script);
    }
    if (!left.isEmpty()) {
      throw Failure.of(
              "still-running",
              "A statement of the migration is still running on the server; nothing was changed.",
              "Wait for its end, or end it: "
                  + opened.live().watch().ending(left.getFirst().id())
                  + ".")
          .because(left.stream().map(RunEvents::session).toList())
          .exiting(ExitCode.REFUSED)
          .exception();
    }
  }

  private static boolean isPatient(long begin) {
    Duration waited = Duration.ofNanos(System.nanoTime() - begin);
    try {
      Thread.sleep(NAP_MILLIS);
      return waited.compareTo(LockSettings.DEFAULT.waitAtMost()) < 0;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
