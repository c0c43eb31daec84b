package dev.schemend.exec.run;

import dev.schemend.exec.error.ServerError;
import dev.schemend.source.StatementText;
import java.util.Objects;
import java.util.Optional;

/** How the run of a script ended. */
public sealed interface RunOutcome {

  /** What became of its statements. */
  StatementFates fates();

  /** What the server, or its driver, had against going on. */
  default Optional<ServerError> serverError() {
    return switch (this) {
      case Failed failed -> Optional.of(failed.error());
      case ConnectionLost lost -> Optional.of(lost.error());
      case Completed completed -> Optional.empty();
      case LeftOpen open -> Optional.empty();
      case Stopped stopped -> Optional.empty();
    };
  }

  /** The statement at which it stopped; empty where it was a commit, or came to the end. */
  default Optional<StatementText> stoppedAt() {
    return switch (this) {
      case Failed failed -> failed.failed();
      case ConnectionLost lost -> lost.inFlight();
      case Completed completed -> Optional.empty();
      case LeftOpen open -> Optional.empty();
      case Stopped stopped -> stopped.cancelled();
    };
  }

  /**
   * Every statement was done.
   *
   * @param fates all applied, but for those that the script itself rolled back
   */
  record Completed(StatementFates fates) implements RunOutcome {

    /** Rejects null. */
    public Completed {
      Objects.requireNonNull(fates, "fates");
    }
  }

  /**
   * The server refused a statement, or the commit behind the last one.
   *
   * <p>Servers undo a refused statement, with exceptions that no client can see: CREATE INDEX
   * CONCURRENTLY leaves an invalid index on PostgreSQL; on MySQL, a procedure keeps what it did
   * before its error, as does a statement on a table without transactions, and before 8.0 (and on
   * MariaDB) a DROP TABLE of several.
   *
   * @param fates what became of the others
   * @param failed the statement; empty where it was the commit
   * @param error what the server said
   */
  record Failed(StatementFates fates, Optional<StatementText> failed, ServerError error)
      implements RunOutcome {

    /** Rejects null parts. */
    public Failed {
      Objects.requireNonNull(fates, "fates");
      Objects.requireNonNull(failed, "failed");
      Objects.requireNonNull(error, "error");
    }
  }

  /**
   * The connection broke. The server may still be at work on the statement in flight.
   *
   * @param fates with the statement in flight among the unknown, where its effect would have been
   *     committed without another word from here; else among the rolled back
   * @param inFlight the statement that was not answered; empty where it was the commit
   * @param error what the driver said
   */
  record ConnectionLost(StatementFates fates, Optional<StatementText> inFlight, ServerError error)
      implements RunOutcome {

    /** Rejects null parts. */
    public ConnectionLost {
      Objects.requireNonNull(fates, "fates");
      Objects.requireNonNull(inFlight, "inFlight");
      Objects.requireNonNull(error, "error");
    }
  }

  /**
   * The script ended inside a transaction that it had begun itself. That was rolled back, as the
   * server does when a session ends.
   *
   * @param fates with the statements of that transaction among the rolled back
   */
  record LeftOpen(StatementFates fates) implements RunOutcome {

    /** Rejects null. */
    public LeftOpen {
      Objects.requireNonNull(fates, "fates");
    }
  }

  /**
   * Somebody asked it to stop, and it did: between two statements, or, where that was urgent, at
   * one that was cancelled. A transaction that was open is rolled back.
   *
   * @param fates what became of the statements
   * @param cancelled the statement that was cancelled; the server has undone it, with the
   *     exceptions of {@link Failed}
   */
  record Stopped(StatementFates fates, Optional<StatementText> cancelled) implements RunOutcome {

    /** Rejects null parts. */
    public Stopped {
      Objects.requireNonNull(fates, "fates");
      Objects.requireNonNull(cancelled, "cancelled");
    }
  }
}
