package dev.schemend.exec.lock;

import dev.schemend.exec.error.ExecError;
import dev.schemend.exec.error.ServerError;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The lock could not be had, or is no longer held. The code is Prisma's P1002 for all of them. */
public sealed interface LockError extends ExecError {

  /** The lock in the server's words: {@code pg_advisory_lock(72707369)}. */
  String lock();

  @Override
  default String code() {
    return "P1002";
  }

  /**
   * Another session has it.
   *
   * @param lock the lock
   * @param waited how long it was waited for
   * @param holders who has it; empty where the server would not say
   */
  record Busy(String lock, Duration waited, List<LockHolder> holders) implements LockError {

    /** Copies the list. */
    public Busy {
      Objects.requireNonNull(lock, "lock");
      Objects.requireNonNull(waited, "waited");
      holders = List.copyOf(holders);
    }

    @Override
    public String message() {
      return "Another run works on this database: the lock "
          + lock
          + " stayed busy for "
          + waited.toMillis()
          + " ms.";
    }

    @Override
    public String detail() {
      return holders.isEmpty()
          ? "The server does not tell this user who holds it."
          : "Held by "
              + holders.stream().map(LockHolder::label).collect(Collectors.joining("; "))
              + ".";
    }

    @Override
    public String hint() {
      return "Wait until that run ends, and look at what it is before ending its session.";
    }

    @Override
    public Optional<ServerError> server() {
      return Optional.empty();
    }
  }

  /**
   * The server did not give an answer about the lock.
   *
   * @param lock the lock
   * @param server what it said, if anything
   */
  record Failed(String lock, Optional<ServerError> server) implements LockError {

    /** Rejects null parts. */
    public Failed {
      Objects.requireNonNull(lock, "lock");
      Objects.requireNonNull(server, "server");
    }

    @Override
    public String message() {
      return "The server could not tell whether the lock " + lock + " was given.";
    }

    @Override
    public String detail() {
      return server.map(ServerError::line).orElse("It answered NULL.");
    }

    @Override
    public String hint() {
      return "Nothing was changed; see the server's log, then try again.";
    }
  }

  /**
   * The lock's session ended, or the lock went to another session behind a pooler.
   *
   * @param lock the lock
   * @param server what the server said, if anything
   */
  record Lost(String lock, Optional<ServerError> server) implements LockError {

    /** Rejects null parts. */
    public Lost {
      Objects.requireNonNull(lock, "lock");
      Objects.requireNonNull(server, "server");
    }

    @Override
    public String message() {
      return "The lock " + lock + " is no longer held by this run.";
    }

    @Override
    public String detail() {
      return server.map(ServerError::line).orElse("Its session does not have it any more.");
    }

    @Override
    public String hint() {
      return "Nothing more was started. Connect to the server itself, not through a pooler that"
          + " shares sessions between transactions, and look at the migration status.";
    }
  }
}
