package dev.schemend.exec.lock;

/** The lock, held. Closing it gives it back. */
public interface DatabaseLock extends AutoCloseable {

  /**
   * Makes sure that this run still has the lock.
   *
   * @throws dev.schemend.exec.error.ExecException with {@link LockError.Lost}
   */
  void verify();

  /** Gives the lock back; where that fails, ends the session, which gives it back too. */
  @Override
  void close();
}
