package dev.schemend.exec.run;

import dev.schemend.exec.error.ServerError;
import dev.schemend.exec.watch.Sighting;
import dev.schemend.source.StatementText;
import java.time.Duration;

/**
 * Is told what a run does, as it does it: for journals, progress displays and tests. An exception
 * from it ends the run as the end of the process would, without a commit.
 */
public interface RunListener {

  /** Listens to nothing. */
  RunListener NONE = new RunListener() {};

  /** The statement is about to be sent. */
  default void before(StatementText statement) {}

  /** The server has done the statement; inside a transaction it is not committed yet. */
  default void after(StatementText statement) {}

  /** The server has committed all that was done so far. */
  default void committed() {}

  /**
   * The statement has been at work for some time, and this is what it is found at. Told every now
   * and then, from another thread.
   *
   * @param running how long it has been
   */
  default void sighted(StatementText statement, Duration running, Sighting sighting) {}

  /**
   * A statement lost a lock; what its transaction had done is undone, and all of it is tried again.
   *
   * @param statement the one that lost
   * @param from the first that is sent again
   * @param retry which retry it is, from 1
   * @param pause how long is waited before
   */
  default void retrying(
      StatementText statement, StatementText from, int retry, Duration pause, ServerError error) {}

  /** The run is over. */
  default void ended(RunOutcome outcome) {}
}
