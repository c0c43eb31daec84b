package dev.schemend.exec.migrate;

import dev.schemend.exec.run.RunListener;
import dev.schemend.history.Migration;

/** Is told how a deployment goes on: of migrations, and of their statements. */
public interface DeployListener extends RunListener {

  /** Listens to nothing. */
  DeployListener NONE = new DeployListener() {};

  /** The migration's row is written; its script is about to run. */
  default void beginning(Migration migration) {}

  /** The migration's row is finished. */
  default void finished(Migration migration) {}
}
