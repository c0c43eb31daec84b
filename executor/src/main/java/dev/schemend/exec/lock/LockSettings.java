package dev.schemend.exec.lock;

import java.time.Duration;
import java.util.Optional;

/**
 * Whether and how long to wait for the lock.
 *
 * @param enabled false takes no lock at all
 * @param waitAtMost how long a busy lock is waited for
 */
public record LockSettings(boolean enabled, Duration waitAtMost) {

  /** The environment variable by which Prisma's users switch the lock off. */
  public static final String DISABLING_VARIABLE = "PRISMA_SCHEMA_DISABLE_ADVISORY_LOCK";

  /** As Prisma does it: ten seconds. */
  public static final LockSettings DEFAULT = new LockSettings(true, Duration.ofSeconds(10));

  /** Rejects a negative wait. */
  public LockSettings {
    if (waitAtMost.isNegative()) {
      throw new IllegalArgumentException("cannot wait for " + waitAtMost);
    }
  }

  /**
   * These settings under the value of {@link #DISABLING_VARIABLE}: anything but nothing and {@code
   * 0} switches the lock off, as in Prisma.
   */
  public LockSettings under(Optional<String> disabling) {
    boolean disabled =
        disabling.filter(value -> !value.isEmpty() && !value.equals("0")).isPresent();
    return new LockSettings(enabled && !disabled, waitAtMost);
  }
}
