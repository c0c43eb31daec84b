package dev.schemend.plan;

import dev.schemend.name.ObjectName;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How much of one side of a plan is known.
 *
 * @param statements how many were read; 0 for a live database
 * @param opaque how many of them made objects that are carried, not understood
 * @param unread how many could not be read
 * @param touched names in those that could not be read
 */
public record SideCoverage(int statements, int opaque, int unread, SortedSet<ObjectName> touched) {

  /** Everything was understood, or nothing has been said of it. */
  public static final SideCoverage COMPLETE = new SideCoverage(0, 0, 0, new TreeSet<>());

  /** Copies the names. */
  public SideCoverage {
    touched = Collections.unmodifiableSortedSet(new TreeSet<>(touched));
  }

  /** Whether nothing was left unread. */
  public boolean isComplete() {
    return unread == 0;
  }
}
