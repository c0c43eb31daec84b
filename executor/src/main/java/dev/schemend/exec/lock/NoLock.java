package dev.schemend.exec.lock;

/** Stands for the lock where the settings switch it off. */
public final class NoLock implements DatabaseLock {

  /** Nothing to hold, nothing to lose. */
  public NoLock() {}

  @Override
  public void verify() {}

  @Override
  public void close() {}
}
