package dev.schemend.exec.migrate;

import dev.schemend.exec.run.RunListener;

/**
 * Looks at the database around a repair, under the lock. An exception ends the repair there; the
 * history is not closed then.
 */
public interface RepairWitness extends RunListener {

  /** Nothing has been run yet: makes sure that the database is still as it was planned for. */
  void beforehand();

  /** Everything has been run: makes sure that the database is as it was planned to be. */
  void afterwards();
}
