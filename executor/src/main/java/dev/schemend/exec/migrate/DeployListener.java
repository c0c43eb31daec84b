package dev.schemend.exec.migrate;

import dev.schemend.exec.run.RunListener;
import dev.schemend.history.Migration;
import java.util.List;

/** Is told how a deployment goes on: of migrations, and of their statements. */
public interface DeployListener extends RunListener {

  /** Listens to nothing. */
  DeployListener NONE = new DeployListener() {};

  /**
   * These are about to be applied, in order; nothing is yet, and the lock is held. An exception
   * ends the deployment here.
   */
  default void pending(List<Migration> migrations) {}

  /** The migration's row is written; its script is about to run. */
  default void beginning(Migration migration) {}

  /** The migration's row is finished. */
  default void finished(Migration migration) {}
}
