package dev.schemend.exec.lock;

import dev.schemend.exec.connect.Database;

/** PORT: takes the lock that Prisma takes. One adapter per dialect. */
public interface LockKeeper {

  /**
   * Takes the lock on a session of its own.
   *
   * @return the lock; one that holds nothing where the settings switch it off
   * @throws dev.schemend.exec.error.ExecException with {@link LockError}, or with {@link
   *     dev.schemend.exec.connect.ConnectError} where no session can be had
   */
  DatabaseLock acquire(Database database, LockSettings settings);
}
