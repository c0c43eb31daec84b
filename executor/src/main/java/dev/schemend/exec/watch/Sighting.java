package dev.schemend.exec.watch;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/** What a session is found doing while its statement is not answered. */
public sealed interface Sighting {

  /** Nothing that the server tells of. */
  record Unknown() implements Sighting {}

  /**
   * It waits for a lock.
   *
   * @param blockers whose lock that is; empty where the server does not tell
   * @param certain false where the server only shows that it waits, and these are the sessions that
   *     may be the reason
   */
  record Waiting(List<ServerSession> blockers, boolean certain) implements Sighting {

    /** Copies the list. */
    public Waiting {
      blockers = List.copyOf(blockers);
    }
  }

  /**
   * It is at work.
   *
   * @param phase in the server's words
   * @param part how much of the phase is done, from 0 to 1, where that is known
   */
  record Working(String phase, OptionalDouble part) implements Sighting {

    /** Rejects null parts. */
    public Working {
      Objects.requireNonNull(phase, "phase");
      Objects.requireNonNull(part, "part");
    }
  }
}
