package dev.schemend.exec.run;

import dev.schemend.source.StatementText;

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
}
